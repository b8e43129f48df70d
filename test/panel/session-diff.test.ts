import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/core/readers/reader.ts';
import { diffVerdict, placeText, roleNote } from '../../src/core/report/diff-text.ts';
import { diffSessions } from '../../src/core/report/session-diff.ts';
import { forecastText, leftText, sizeBars } from '../../src/panel/text/size-forecast.ts';
import { type Plain, ruby } from './harness/ruby.ts';

const value = (wire: number, session: Plain | null, state: Reading['state'] = session === null ? 'sealed' : 'opened') => ({
  key: `_app_session=${wire} ${JSON.stringify(session)}`,
  wire,
  reading: { state, data: session === null ? null : ruby(session) } as unknown as Reading,
});

describe('the verdict of a comparison', () => {
  it.each([
    ['the same value', value(300, { a: 1 }), value(300, { a: 1 }), 'equal', 'The same value, byte for byte.'],
    [
      'sealed anew',
      value(300, { a: 1 }),
      value(302, { a: 1 }),
      'equal',
      'Nothing changed: the same content, sealed anew (300 → 302 bytes (+2)).',
    ],
    ['differences', value(300, { a: 1 }), value(290, { a: 2, b: 3 }), 'different', '2 differences, 300 → 290 bytes (−10).'],
    ['nothing before', null, value(290, { a: 2 }), 'different', 'There was no session before: everything is new. 1 difference, 290 bytes.'],
    ['nothing after', value(290, { a: 2 }), null, 'different', 'The cookie is deleted, and everything in it with it.'],
    ['sealed', value(300, null), value(964, null), 'sealed', 'Size and value changed, sealed: 300 → 964 bytes (+664) against v1.'],
    [
      'sealed, one of them',
      value(300, { a: 1 }),
      value(301, null),
      'sealed',
      'Size and value changed, sealed: 300 → 301 bytes (+1) against v1.',
    ],
    ['sealed and new', null, value(300, null), 'sealed', 'A new session of 300 bytes, sealed.'],
    [
      'ids',
      value(44, null, 'identifier'),
      value(45, null, 'identifier'),
      'sealed',
      'Another session id: the store has another session under it. What it stands for is kept on the server.',
    ],
  ])('%s', (_, before, after, kind, text) => {
    expect(diffVerdict(diffSessions(before, after), 'v1')).toEqual({ kind, text });
  });
});

describe('a difference', () => {
  const between = (before: Plain, after: Plain) => diffSessions(value(1, before), value(2, after)).content?.differences ?? [];
  it.each<[reason: string, before: Plain, after: Plain, place: string, note: string | null]>([
    ['nested', { cart: { items: [{ q: 1 }] } }, { cart: { items: [{ q: 2 }] } }, 'cart.items[0].q', null],
    ['a reset', { session_id: 'a' }, { session_id: 'b' }, 'session_id', 'another session: it was reset'],
    ['the CSRF token', { _csrf_token: 'a' }, { _csrf_token: 'b' }, '_csrf_token', 'CSRF token: forms of older pages are refused'],
    ['a flash that is set', {}, { flash: { discard: [], flashes: { notice: 'Hi' } } }, 'flash.notice', 'flash: for the next page'],
    ['a flash that is swept', { flash: { discard: [], flashes: { notice: 'Hi' } } }, {}, 'flash.notice', 'flash: swept after it was shown'],
  ])('%s is named for what it is', (_, before, after, place, note) => {
    const [difference] = between(before, after);
    expect(difference && placeText(difference.path)).toBe(place);
    expect(difference && roleNote(difference)).toBe(note);
  });
});

describe('the size', () => {
  it('is told key by key, the dearest first, and together they are the whole cookie', () => {
    const keys = [
      { key: 'a', bytes: 20.4, without: 0 },
      { key: 'b', bytes: 300.2, without: 0 },
    ];
    const bars = sizeBars({ wire: 450.3, exact: false, keys });
    expect(bars.map(({ label, bytes }) => [label, bytes])).toEqual([
      ['b', 300],
      ['a', 20],
      ['name, envelope and cipher', 130],
    ]);
    expect(bars.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(450);
  });

  it.each([
    [
      'that grew a lot',
      1000,
      3000,
      'It grew by 2,000 bytes with this response. If it goes on like this, the browser drops it after one more such response.',
    ],
    [
      'that grew',
      3000,
      3500,
      'It grew by 500 bytes with this response. If it goes on like this, the browser drops it after 2 more such responses.',
    ],
    ['that is over', 3000, 4100, 'It grew by 1,100 bytes with this response. It is over the limit already.'],
    ['that hardly grew', 300, 302, null],
    ['that shrank', 300, 200, null],
    ['that is new', null, 200, null],
  ])('of a session %s is forecast', (_, before, after, text) => {
    const side = (wire: number | null) => (wire === null ? null : { wire, state: 'sealed' as const });
    const diff = { before: side(before), after: side(after), sameValue: false, content: null };
    expect(forecastText({ diff })).toBe(text);
  });

  it('says how much is too much', () => {
    expect([leftText(1), leftText(-1200)]).toEqual(['1 byte', '1,200 bytes too many']);
  });
});
