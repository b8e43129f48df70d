import { describe, expect, it } from 'vitest';
import { TOKENS } from '../../../src/panel/state/filter/filter-terms.ts';
import { needleName, readFilter } from '../../../src/panel/state/filter/read-filter.ts';
import { type Found, filterRows } from '../../../src/panel/state/filter/row-passes.ts';
import { row } from '../row.ts';

const sizes = (wire: number) => ({ wire, rails: wire, railsValue: wire, line: wire, limit: 4096 }) as const;
const scope = { hostOnly: false, domain: 'shop.test', path: '/', partition: null };
const findingKinds = [{ kind: 'missing-secure', severity: 'warning', cookie: 'Cart' }] as const;
const refused = { stored: { outcome: 'refused', reason: 'too-large' }, scope, expiresAt: null, evidence: null } as const;
const notes = [{ kind: 'not-recorded', cookies: ['_old'] }] as const;

const ROWS = [
  row('one', {
    method: 'POST',
    path: '/sign_in?next=/cart',
    status: 302,
    change: { event: 'signed-in', added: ['user'], removed: [], changed: [] },
  }),
  row('two', { host: 'shop.test', cookie: 'Cart', session: false, sizes: sizes(3500), scope, findingKinds, status: 404, thirdParty: true }),
  row('three', {
    cookie: '_shop session',
    sizes: sizes(4200),
    storage: refused,
    change: { event: 'changed', added: [], removed: [], changed: [] },
  }),
  row('four', { cookie: null, line: null, session: false, status: 0, notes }),
  row('five', { reading: 'opened', deleted: true, change: { event: 'cleared' } }),
];
const IN_VALUES: Record<string, readonly string[]> = { 'text blue': ['five'], 'text cart': ['five'], 'key cart': ['one', 'five'] };
const found: Found = { has: (needle, id) => IN_VALUES[needleName(needle)]?.includes(id) === true, lost: new Set(['four']) };

const left = (text: string): string =>
  filterRows(ROWS, readFilter(text), found)
    .map(({ id }) => id)
    .join(' ');
const ALL = 'one two three four five';

it('takes text as it is typed, whatever it would mean in a pattern', () => {
  const paths = ['/a.b', '/axb', '/(1)', '/a|b', '/[x]', '/A+', '/c\\d', '/$1^'];
  const rows = paths.map((path, index) => row(`r${index}`, { path, host: 'shop.test', cookie: 'c' }));
  for (const path of paths) {
    const passing = filterRows(rows, readFilter(path), found).map((each) => each.path);
    expect(passing).toEqual([path]);
  }
});

const CASES: readonly (readonly [string, string, string])[] = [
  ['cookie:cart', 'two', 'name, in any letter case, any part of it'],
  ['cookie:"shop s"', 'three', 'a name with a space'],
  ['cookie:_old', 'four', 'a name in a note'],
  ['domain:shop', 'two', 'host or the cookie’s domain'],
  ['path:SIGN', 'one', 'path'],
  ['path:next=', 'one', 'with its query'],
  ['method:post', 'one', 'method'],
  ['method:p', 'one', 'its beginning'],
  ['status:302', 'one', 'one status'],
  ['status:4xx', 'two', 'a class'],
  ['status:30x', 'one', 'a part of a class'],
  ['status:4', 'two', 'a status that is being typed'],
  ['status:>399', 'two', 'compared'],
  ['status:300..404', 'one two', 'a range'],
  ['status:failed', 'four', 'no answer'],
  ['size:>3500', 'three', 'larger'],
  ['size:>=3,500', 'two three', 'at least, with a thousands separator'],
  ['size:<4k', 'two', 'smaller; k is a thousand'],
  ['size:<=3.5k', 'two', 'at most'],
  ['size:3500', 'two', 'exactly'],
  ['size:3000..3500', 'two', 'both ends count'],
  ['finding:missing-secure', 'two', 'a kind'],
  ['finding:missing', 'two', 'a part of kinds'],
  ['finding:warning', 'two', 'a severity'],
  ['finding:error', '', 'a severity that nothing has'],
  ['event:signed-in', 'one', 'what happened to the session'],
  ['event:refused', 'three', 'what the browser refused'],
  ['event:changed', '', 'what was refused changed nothing'],
  ['event:logged-out', 'four', 'what the diagnosis says'],
  ['key:cart', 'one five', 'a key of an opened session'],
  ['is:session', 'one three five', 'a session cookie'],
  ['is:opened', 'five', 'an opened session'],
  ['is:refused', 'three', 'refused by the browser'],
  ['is:deleted', 'five', 'a deletion'],
  ['is:third-party', 'two', 'a request to another site'],
  ['is:not-recorded', 'four', 'the kind of a note'],
  ['blue', 'five', 'plain text in an opened value'],
  ['cart', 'one two five', 'plain text in a row or in a value'],
  ['missing-secure', 'two', 'plain text in a finding'],
  ['"?next=/cart"', 'one', 'quoted text'],
  ['-cart', 'three four', 'negated text'],
  ['-cookie:cart', 'one three four five', 'negated'],
  ['-size:>3500', 'one two four five', 'what has no size is not larger'],
  ['is:session -is:deleted', 'one three', 'every term counts'],
  ['cart one', '', 'in one row'],
  ['foo:bar', '', 'an unknown token is text'],
  ['cookie:', ALL, 'not finished: hides nothing'],
  ['-is:', ALL, 'nor does it negated'],
  ['size:>abc status:nine is:nothing', ALL, 'a fault hides nothing'],
  ['size:>abc is:opened', 'five', 'and leaves the other terms'],
];

describe('a filter of rows', () => {
  it.each(CASES)('“%s” leaves “%s”: %s', (text, ids) => {
    expect(left(text)).toBe(ids);
  });

  it.each(TOKENS)('%s: lets some rows pass and hides others', (token) => {
    const own = CASES.filter(([text]) => text.startsWith(`${token}:`) && !text.includes(' '));
    expect(own.some(([, ids]) => ids !== '' && ids !== ALL)).toBe(true);
  });

  it.each([
    ['size:>abc', 'size'],
    ['size:4kb', 'size'],
    ['status:9999x', 'status'],
    ['status:x4', 'status'],
    ['finding:nothing-like-it', 'finding'],
    ['event:exploded', 'event'],
    ['-is:"a b"', 'is'],
  ])('“%s” has a fault', (text, fault) => {
    expect(readFilter(text).terms.map((term) => term.fault)).toEqual([fault]);
  });

  it('asks the worker for plain texts and keys, each once', () => {
    expect(readFilter('Cart -cart key:Cart cookie:cart key:').needles).toEqual([
      { kind: 'text', text: 'cart' },
      { kind: 'key', text: 'cart' },
    ]);
  });
});
