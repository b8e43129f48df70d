import { expect, test } from 'vitest';
import type { RequestSpan } from '../../src/core/findings/history-parameters.ts';
import { overlapText, spanLabel } from '../../src/panel/text/overlap.ts';
import './use-english.ts';

const moment = (milliseconds: number): number => new Date(2026, 0, 5, 10, 2, 14, milliseconds).getTime();
const span = (method: string, path: string, from: number, to: number): RequestSpan => ({
  ...{ exchangeId: path, method, path },
  ...{ startedAt: moment(from), landedAt: moment(to) },
});
const overwritten = span('POST', '/cart', 100, 412);
const overwriting = span('GET', '/poll', 120, 1_930);

test.each<[reason: string, width: number, label: string]>([
  ['there is room', 600, '10:02:14.100  POST /cart/items/recommended  312 ms'],
  ['the path is cut where there is none', 240, '10:02:14.100  POST /cart/ite…  312 ms'],
])('a bar says when, what and how long: %s', (_, width, label) => {
  expect(spanLabel({ ...overwritten, path: '/cart/items/recommended' }, width)).toBe(label);
});

test('the drawing says in words which answer overwrote which', () => {
  expect(overlapText({ parent: 'v3', overwritten, overwriting, overlapped: true })).toBe(
    'Both requests carried v3. POST /cart was sent at 10:02:14.100 and answered at 10:02:14.412. ' +
      'GET /poll was sent at 10:02:14.120 and answered at 10:02:15.930. The answer of GET /poll came last and overwrote the other.',
  );
});

test('it says where the version has no name, and where only the cookies tell', () => {
  const text = overlapText({ parent: null, overwritten, overwriting, overlapped: false });
  expect(text).toMatch(/^Both requests carried the same version\./);
  expect(text).toMatch(/both were on their way\.$/);
});
