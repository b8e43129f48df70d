import { describe, expect, it } from 'vitest';
import type { CookieFlags } from '../../src/core/report/response-row.ts';
import { sizeLevel } from '../../src/panel/components/size-gauge.tsx';
import { changeCounts, changeText, changeWord } from '../../src/panel/text/change.ts';
import { flagPlaces, flagsText } from '../../src/panel/text/flags.ts';
import { noteLabel, noteText } from '../../src/panel/text/note.ts';
import { formatBytes, formatCount, formatDuration, formatTime } from '../../src/panel/text/numbers.ts';

describe('numbers', () => {
  it('have thousands separators and a unit that agrees', () => {
    expect(formatCount(1_234_567)).toBe('1,234,567');
    expect(formatBytes(1)).toBe('1 byte');
    expect(formatBytes(4_096)).toBe('4,096 bytes');
  });

  it('a time of day is local, with milliseconds', () => {
    expect(formatTime(new Date(2026, 0, 5, 7, 8, 9, 4).getTime())).toBe('07:08:09.004');
  });

  it.each([
    [0, '0 seconds'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [86_400 * 14, '14 days'],
    [31_536_000, '365 days'],
  ])('%i seconds are %s', (seconds, text) => {
    expect(formatDuration(seconds)).toBe(text);
  });
});

describe('the flags column', () => {
  const flags = (given: Partial<CookieFlags>): CookieFlags => ({
    httpOnly: true,
    secure: true,
    sameSite: 'Lax',
    partitioned: false,
    missing: [],
    ...given,
  });
  const places = (given: Partial<CookieFlags>): string =>
    flagPlaces(flags(given))
      .map(({ letter, state }) => (state === 'unset' ? '·' : state === 'missing' ? `-${letter}` : letter))
      .join(' ');

  it.each<[Partial<CookieFlags>, string, string]>([
    [{}, 'H S L ·', 'all that a session cookie needs'],
    [{ sameSite: 'Strict' }, 'H S S ·', 'Strict'],
    [{ sameSite: 'None', partitioned: true }, 'H S N P', 'None and Partitioned'],
    [{ sameSite: 'Foo' }, 'H S ? ·', 'a value that no browser knows'],
    [{ httpOnly: false, missing: ['httpOnly'] }, '-H S L ·', 'missing, and it matters'],
    [{ httpOnly: false }, '· S L ·', 'missing, and it does not matter'],
    [{ sameSite: null, missing: ['sameSite'] }, 'H S -L ·', 'no SameSite'],
  ])('%j shows %s: %s', (given, text) => {
    expect(places(given)).toBe(text);
  });

  it('says in words what is set and what is missing', () => {
    expect(flagsText(flags({ secure: false, missing: ['secure'] }))).toBe('HttpOnly, SameSite=Lax, no Secure: sent over plain http too');
    expect(flagsText(flags({ httpOnly: false, secure: false, sameSite: null }))).toBe('no flags');
  });
});

describe('the session column', () => {
  it('counts what was added, removed and changed', () => {
    const change = { event: 'changed', added: ['a', 'b'], removed: [], changed: ['c'] } as const;
    expect(changeCounts(change).map(({ sign, count }) => sign + count)).toEqual(['+2', '~1']);
    expect(changeText(change)).toBe('Changed: added a, b; changed c');
    expect(changeCounts({ event: 'same' })).toEqual([]);
  });
});

describe('notes', () => {
  it('name the cookies and the fields', () => {
    expect(noteLabel({ kind: 'not-recorded', cookies: ['_a', '_b'] })).toBe('not recorded: _a, _b');
    expect(noteText({ kind: 'malformed-entry', problems: [{ code: 'missing', field: 'request.url' }] })).toContain(
      'request.url is missing',
    );
  });
});

describe('the size', () => {
  it.each([
    [3_276, 'fine'],
    [3_277, 'near'],
    [4_096, 'near'],
    [4_097, 'over'],
  ])('of %i bytes on the wire is %s', (wire, level) => {
    expect(sizeLevel({ wire, rails: wire, limit: 4096 })).toBe(level);
  });
});

describe('the change of a session', () => {
  it('marks a sign-in and a sign-out', () => {
    const signedIn = { event: 'signed-in', added: ['user_id'], removed: [], changed: ['session_id'] } as const;
    expect(changeWord(signedIn)).toBe('▲ signed in');
    expect(changeWord({ ...signedIn, event: 'signed-out' })).toBe('▼ signed out');
    expect(changeWord({ event: 'cleared' })).toBe('cleared');
    expect(changeCounts(signedIn).map(({ sign, count }) => sign + count)).toEqual(['+1', '~1']);
    expect(changeText(signedIn)).toBe('Signed in: added user_id; changed session_id');
    expect(changeText({ event: 'signed-in', added: [], removed: [], changed: [] })).toBe('Signed in');
  });
});
