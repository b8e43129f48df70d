import { describe, expect, it } from 'vitest';
import type { RefusalReason, StorageOutcome } from '../../src/core/cookies/storage.ts';
import { isCookieRow } from '../../src/core/report/cookie-row.ts';
import { summariseCookies } from '../../src/core/report/cookie-summary.ts';
import type { CookieColumn } from '../../src/panel/state/cookie-order.ts';
import { cellText, evidenceRows, evidenceText } from '../../src/panel/text/cookie-cell.ts';
import { isContradicted, storageLabel, storageText, trafficText } from '../../src/panel/text/storage.ts';
import { cookieRows } from '../core/report/cookie-rows.ts';

const scope = { domain: 'app.test', hostOnly: true, path: '/', partition: null };
const REASONS: readonly RefusalReason[] = [
  'insecure-origin',
  'prefix',
  'samesite-none-insecure',
  'domain-mismatch',
  'public-suffix',
  'control-character',
  'secure-overwrite',
  'partitioned-insecure',
  'third-party-blocked',
  'samesite-cross-site',
  'credentials-omitted',
  'empty',
  'malformed',
  'too-large',
];

describe('what the browser did', () => {
  it.each(REASONS)('is a sentence for the refusal %s', (reason) => {
    const storage = { stored: { outcome: 'refused', reason } as const, scope, expiresAt: null, evidence: null };
    expect(storageText(storage)).toMatch(/^The browser refused it: .{10,}\.$/);
    expect(storageLabel(storage)).toMatch(/^refused: .{4,20}$/);
  });

  it.each(['created', 'replaced', 'deleted', 'ignored'] as const)('is a sentence for %s', (outcome) => {
    expect(storageText({ stored: { outcome }, scope, expiresAt: null, evidence: null })).toMatch(/^The browser .*\.$/);
  });

  it.each<[StorageOutcome['outcome'], carried: boolean, contradicted: boolean, RegExp]>([
    ['created', true, false, /carries it\.$/],
    ['replaced', false, true, /a script removed it, it was cleared, or the browser refused it/],
    ['deleted', false, false, /carries it no more/],
    ['deleted', true, true, /still carries it/],
    ['refused', false, false, /does not carry it either/],
  ])('%s, and the next request carries it: %s', (outcome, carried, contradicted, sentence) => {
    const stored = (outcome === 'refused' ? { outcome, reason: 'prefix' } : { outcome }) as StorageOutcome;
    const storage = { stored, scope, expiresAt: null, evidence: { carried, exchangeId: 'x', at: 0 } };
    expect(trafficText(storage)).toMatch(sentence);
    expect(isContradicted(storage)).toBe(contradicted);
  });

  it('is a dash while it is not known', () => {
    expect(storageLabel(null)).toBe('–');
  });
});

describe('a cell in a sentence', () => {
  it.each<[CookieColumn, string, RegExp]>([
    ['domain', 'a=1', /^Sent to app\.test and no other host$/],
    ['domain', 'a=1; Domain=app.test', /all its subdomains$/],
    ['path', 'a=1; path=/', /every path/],
    ['path', 'a=1; path=/shop', /\/shop and what is below it/],
    ['httpOnly', 'a=1; HttpOnly', /^HttpOnly is set$/],
    ['httpOnly', 'a=1', /scripts can read it/],
    ['sameSite', 'a=1', /Chromium treats it as Lax, Firefox as None/],
    ['sameSite', 'a=1; SameSite=Strict', /^SameSite=Strict$/],
    ['lifetime', 'a=1', /until the browser closes/],
    ['lifetime', 'a=1; Max-Age=1209600', /^Max-Age=1209600: 14 days$/],
    ['lifetime', 'a=; Max-Age=0', /deletes it/],
    ['sizeNow', `a=${'x'.repeat(4100)}`, /^4,101 bytes.*5 bytes over the limit/],
    ['set', 'a=1', /^Set 1 time, deleted 0 times$/],
    ['refused', 'a=1', /^Never refused/],
    ['findings', 'a=1', /^No findings$/],
  ])('%s of %s', (column, line, text) => {
    const [cookie] = summariseCookies(cookieRows([[line]]));
    expect(cookie && cellText(cookie, column)).toMatch(text);
  });

  it('says of each response what it says', () => {
    const [first] = cookieRows([['a=1; Secure; Domain=app.test']]).filter(isCookieRow);
    expect(first && (['domain', 'secure', 'httpOnly', 'sizeNow', 'set'] as const).map((column) => evidenceText(first, column))).toEqual([
      'Domain=app.test',
      'Secure',
      'not set',
      '2 bytes',
      'created',
    ]);
  });

  it('leaves out of the evidence what has no part in the cell', () => {
    const [cookie] = summariseCookies(
      cookieRows([['a=1'], ['a=1', { stored: { outcome: 'refused', reason: 'prefix' } }], ['a=; Max-Age=0']]),
    );
    const count = (column: CookieColumn) => cookie && evidenceRows(cookie, column).length;
    expect([count('name'), count('secure'), count('refused')]).toEqual([3, 2, 1]);
  });
});
