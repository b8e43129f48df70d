import { describe, expect, it } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { attributesText } from '../../../src/core/report/attribute-text.ts';

const said = (line: string) => attributesText(parseSetCookie(line), String);

describe('attributes', () => {
  const verdicts = (line: string): readonly string[] => {
    return said(line).given.map(({ word, text }) => `${word}: ${text}`);
  };

  it('say what a browser makes of each', () => {
    expect(
      verdicts(
        'a=b; Path=/; Path=/app; Max-Age=60; Expires=Thu, 01 Jan 2026 00:00:00 GMT; Colour=red; Priority=High; SameSite=Foo; Max-Age=x',
      ),
    ).toEqual([
      'overridden: a later Path wins',
      'used: sent to /app and what is below it',
      'used: expires after 1 minute',
      'ignored: Max-Age is set and wins',
      'ignored: no browser knows it',
      'used: Chromium only: which cookies it evicts first',
      'ignored: not Strict, Lax or None, so it counts as absent',
      'ignored: not a whole number of seconds',
    ]);
  });

  it('list the protections that are not there', () => {
    expect(said('a=b; Secure').absent.map(({ name }) => name)).toEqual(['HttpOnly', 'SameSite']);
  });

  it.each([
    ['a=b', 'expires when the browser closes'],
    ['a=b; Max-Age=0', 'deletes the cookie'],
    ['a=b; Max-Age=1209600', 'expires after 14 days'],
  ])('the lifetime of %s', (line, text) => {
    expect(said(line).lifetime).toBe(text);
  });
});
