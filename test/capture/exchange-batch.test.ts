import { expect, test } from 'vitest';
import { ExchangeBatch } from '../../src/capture/exchange-batch.ts';
import type { Timers } from '../../src/capture/har-schedule.ts';
import { exchangeFromEntry } from '../../src/core/http/har.ts';

const exchange = (path: string) =>
  exchangeFromEntry({ startedDateTime: '2026-01-01T00:00:00Z', request: { method: 'GET', url: `http://app.test${path}` } }, 0);

/** A batch, the paths of what it sent, and a clock to be turned by hand. */
function batching() {
  let now = 1000;
  const due: { at: number; run: () => void }[] = [];
  const timers: Timers = {
    now: () => now,
    after(delay, run) {
      const one = { at: now + delay, run };
      due.push(one);
      return { cancel: () => void (due.includes(one) && due.splice(due.indexOf(one), 1)) };
    },
  };
  const pass = (time: number): void => {
    now += time;
    for (const one of due.filter(({ at }) => at <= now)) {
      due.splice(due.indexOf(one), 1);
      one.run();
    }
  };
  const sent: string[] = [];
  const batch = new ExchangeBatch(timers, (exchanges) => void sent.push(exchanges.map(({ url }) => new URL(url).pathname).join(' ')));
  return { batch, sent, pass };
}

test('what comes after a pause is sent as soon as the caller is done', () => {
  const { batch, sent, pass } = batching();
  batch.add(exchange('/a'));
  expect(sent).toEqual([]);
  pass(0);
  expect(sent).toEqual(['/a']);
  pass(1000);
  batch.add(exchange('/b'));
  pass(0);
  expect(sent).toEqual(['/a', '/b']);
});

test('what comes in a burst is gathered, and what has one id is joined', () => {
  const { batch, sent, pass } = batching();
  batch.add(exchange('/a'));
  pass(0);
  for (const path of ['/b', '/c', '/b']) {
    batch.add(exchange(path));
    pass(10);
  }
  expect(sent).toEqual(['/a']);
  pass(20);
  expect(sent).toEqual(['/a', '/b /c']);
});

test('a flush leaves nothing behind', () => {
  const { batch, sent, pass } = batching();
  batch.add(exchange('/a'));
  batch.flush();
  pass(1000);
  expect(sent).toEqual(['/a']);
});

test('a clock that is put back keeps nothing waiting', () => {
  const { batch, sent, pass } = batching();
  batch.add(exchange('/a'));
  pass(0);
  pass(-3_600_000);
  batch.add(exchange('/b'));
  pass(50);
  expect(sent).toEqual(['/a', '/b']);
});
