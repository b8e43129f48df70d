import { describe, expect, test } from 'vitest';
import { JoinedSources, type Source } from '../../src/capture/joined-sources.ts';
import { createOrdinals } from '../../src/core/http/exchange-id.ts';
import { exchangeFromEntry } from '../../src/core/http/har.ts';
import { type EntryOptions, entry } from './entries.ts';

const NOW = 1_800_000_000_000;

/** One recording: each view gets the id that its source would give it. Tells the ids under which they came out. */
function recording() {
  const joined = new JoinedSources();
  const ordinals = { devtools: createOrdinals(), 'web-request': createOrdinals() };
  return (source: Source, options: EntryOptions = {}) => {
    const { at = NOW, url = 'https://app.test/', method = 'GET' } = options;
    return joined.join(source, exchangeFromEntry(entry({ ...options, at, url }), ordinals[source](at, method, url)));
  };
}

describe('a request that DevTools and webRequest tell of', () => {
  const same: EntryOptions = { carried: 'a=1', cookies: ['a=2; Path=/', 'b=1'] };

  test.each<[Source, Source]>([
    ['web-request', 'devtools'],
    ['devtools', 'web-request'],
  ])('is one exchange, named by %s when that came first', (first, second) => {
    const tell = recording();
    const one = tell(first, { ...same, at: NOW });
    const other = tell(second, { ...same, at: NOW + 3, url: 'https://app.test/#top' });
    expect(other).toMatchObject({ id: one.id, startedAt: NOW });
  });

  test.each<[string, EntryOptions]>([
    ['another URL', { url: 'https://app.test/other' }],
    ['another method', { method: 'POST' }],
    ['another status', { status: 302 }],
    ['another Cookie header', { carried: 'a=0' }],
    ['another Set-Cookie line', { cookies: ['a=2; Path=/', 'b=2'] }],
    ['a Set-Cookie line less', { cookies: ['a=2; Path=/'] }],
    ['a start too far away', { at: NOW + 2_001 }],
  ])('is told apart by %s', (_, difference) => {
    const tell = recording();
    expect(tell('web-request', same).id).not.toBe(tell('devtools', { ...same, ...difference }).id);
  });

  test.each<[string, EntryOptions]>([
    ['all of the answer but its status', { status: 0 }],
    ['nothing of the answer', { status: 0, cookies: [] }],
  ])('is one exchange also when DevTools, the page having gone, tell %s', (_, lacking) => {
    const tell = recording();
    expect(tell('devtools', { ...same, ...lacking }).id).toBe(tell('web-request', same).id);
  });

  test('is joined with the nearest of those that look the same', () => {
    const tell = recording();
    const early = tell('web-request', { ...same, at: NOW });
    const late = tell('web-request', { ...same, at: NOW + 100 });
    expect(tell('devtools', { ...same, at: NOW + 99 }).id).toBe(late.id);
    expect(tell('devtools', { ...same, at: NOW + 101 }).id).toBe(early.id);
    expect([early.id, late.id]).not.toContain(tell('devtools', { ...same, at: NOW + 102 }).id);
  });

  test('keeps its name when either tells of it again', () => {
    const joined = new JoinedSources();
    const [seen, told] = [exchangeFromEntry(entry({ at: NOW }), 0), exchangeFromEntry(entry({ at: NOW + 1 }), 0)];
    joined.join('web-request', seen);
    joined.join('devtools', told);
    expect(joined.join('devtools', { ...told, errorPage: 'CookieOverflow' })).toMatchObject({ id: seen.id, errorPage: 'CookieOverflow' });
    expect(joined.join('web-request', { ...seen, duration: 40 })).toMatchObject({ id: seen.id, duration: 40 });
  });
});

test('Two requests of the same start, method and URL that differ are two, although each source calls its own the first', () => {
  const tell = recording();
  const [one, other] = [tell('web-request', { cookies: ['a=1'] }), tell('devtools', { cookies: ['a=2'] })];
  expect(one.id).not.toBe(other.id);
  expect(tell('web-request', { cookies: ['a=2'] }).id).toBe(other.id);
  expect(tell('devtools', { cookies: ['a=1'] }).id).toBe(one.id);
});

test('As many as the source that saw more of them has', () => {
  const tell = recording();
  const ids = new Set<string>();
  for (let index = 0; index < 6; index++) ids.add(tell('web-request').id);
  for (let index = 0; index < 4; index++) ids.add(tell('devtools', { at: NOW + index }).id);
  expect(ids.size).toBe(6);
});
