import { describe, expect, test } from 'vitest';
import { sealSession } from '../../../demo/rails-session.mjs';
import { compareRecordings } from '../../../src/core/report/compare-recordings.ts';
import type { CookieFacet } from '../../../src/core/report/compared-cookie.ts';
import { analyse, exchange, type Given } from '../recording.ts';

const secrets = ['a secret of the one application '.repeat(3), 'a secret of the other application '.repeat(3)];
const sealed = (secret: number) => sealSession({ user_id: 7 }, { secret: secrets[secret] ?? '', name: '_app_session' });

const compare = async (left: readonly Given[], right: readonly Given[]) =>
  compareRecordings(await analyse(left.map(exchange), secrets), await analyse(right.map(exchange), secrets));
const setting = (line: string, given: Given = {}): Given => ({ setCookie: [line], ...given });

describe('Of a cookie that both recordings set', () => {
  const wide = `a=${'x'.repeat(200)}`;
  const rows: readonly [
    reason: string,
    left: readonly Given[],
    right: readonly Given[],
    differing: Partial<Record<CookieFacet, [string[], string[]]>>,
  ][] = [
    ['nothing differs', [setting('a=1')], [setting('a=2')], {}],
    ['a flag', [setting('a=1; Secure')], [setting('a=1')], { secure: [['yes'], ['no']] }],
    ['two flags', [setting('a=1; HttpOnly')], [setting('a=1; SameSite=Lax')], { httpOnly: [['yes'], ['no']], sameSite: [['no'], ['Lax']] }],
    [
      'a flag that one side has at times',
      [setting('a=1; Secure'), setting('a=1', { at: 1 })],
      [setting('a=1')],
      { secure: [['no', 'yes'], ['no']] },
    ],
    ['the host', [setting('a=1')], [setting('a=1', { url: 'https://www.test/' })], { domain: [['app.test'], ['www.test']] }],
    ['subdomains', [setting('a=1; Domain=app.test')], [setting('a=1')], { sentTo: [['subdomains'], ['host']] }],
    ['the path', [setting('a=1; Path=/x')], [setting('a=1')], { path: [['/x'], ['/']] }],
    ['the lifetime', [setting('a=1; Max-Age=60')], [setting('a=1')], { lifetime: [['60'], ['session']] }],
    [
      'an Expires that moves with the clock is the same',
      [setting('a=1; Expires=Fri, 02 Jan 2026 10:00:00 GMT')],
      [setting('a=1; Expires=Fri, 02 Jan 2026 10:00:30 GMT', { at: 30 })],
      {},
    ],
    ['a size that is a tenth larger', [setting(wide)], [setting(`${wide}${'x'.repeat(30)}`)], { size: [['201'], ['231']] }],
    ['a size that is hardly larger is none', [setting(wide)], [setting(`${wide}xxx`)], {}],
    ['a deletion has no size', [setting('a=; Max-Age=0')], [setting('a=; Max-Age=0')], {}],
  ];
  test.each(rows)('%s', async (_, left, right, differing) => {
    const { cookies } = await compare(left, right);
    expect(cookies).toHaveLength(1);
    const facets = cookies[0]?.facets.filter(({ differs }) => differs) ?? [];
    expect(Object.fromEntries(facets.map((each) => [each.facet, [each.left, each.right]]))).toEqual(differing);
  });

  test('its configuration differs where another secret or another way of sealing made it', async () => {
    const { cookies } = await compare([setting(`_app_session=${sealed(0)}; path=/`)], [setting(`_app_session=${sealed(1)}; path=/`)]);
    expect(cookies[0]?.session).toBe(true);
    expect(cookies[0]?.facets.filter(({ differs }) => differs)).toEqual([
      { facet: 'secret', left: ['secret 0'], right: ['secret 1'], differs: true },
    ]);
    expect(cookies[0]?.facets).toContainEqual({ facet: 'serializer', left: ['json'], right: ['json'], differs: false });
  });

  test('the browser kept it on one side only', async () => {
    const large = `a=${'x'.repeat(4100)}`;
    const { cookies, findings } = await compare([setting('a=1')], [setting(large)]);
    const stored = cookies[0]?.facets.find(({ facet }) => facet === 'stored');
    expect(stored).toMatchObject({ left: ['kept'], right: ['too-large'], differs: true });
    expect(findings.filter(({ differs }) => differs).map(({ kind, left, right }) => [kind, left, right])).toContainEqual([
      'cookie-refused',
      0,
      1,
    ]);
  });
});

test('Cookies that one recording alone sets say on which side, session cookies first', async () => {
  const { cookies } = await compare(
    [setting('b=1'), setting('only=1', { at: 1 })],
    [setting('b=1'), setting(`_app_session=${sealed(0)}`, { at: 1 })],
  );
  expect(cookies.map(({ name, in: where }) => [name, where])).toEqual([
    ['_app_session', 'right'],
    ['b', 'both'],
    ['only', 'left'],
  ]);
});

test('A finding that both have is no difference, however often it is there', async () => {
  const { findings } = await compare([setting('a=1'), setting('a=1', { at: 1 })], [setting('a=1')]);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings.every(({ differs }) => !differs)).toBe(true);
  expect(findings[0]).toMatchObject({ left: 2, right: 1 });
});

test('A logout that happened on one side is told with its cause', async () => {
  const { logouts } = await compare(
    [
      { method: 'POST', url: 'https://app.test/sign_in', setCookie: [`_app_session=${sealed(0)}; path=/`] },
      { at: 1, cookie: `_app_session=${sealed(0)}`, setCookie: ['_app_session=; path=/; Max-Age=0'] },
    ],
    [],
  );
  expect(logouts).toMatchObject([{ cookie: '_app_session', left: 1, right: 0, differs: true }]);
});

test('Two recordings that are the same differ in nothing', async () => {
  const given = [setting('a=1; Secure'), setting(`_app_session=${sealed(0)}; path=/`, { at: 1 })];
  const { cookies, findings, logouts } = await compare(given, given);
  const all = [...cookies.flatMap(({ facets }) => facets), ...findings, ...logouts];
  expect(all.length).toBeGreaterThan(10);
  expect(all.filter(({ differs }) => differs)).toEqual([]);
});
