import { expect, test } from 'vitest';
import { openCookie } from '../../../src/core/readers/index.ts';
import { weighSession } from '../../../src/core/report/session-weight.ts';

test('a session that can be read is weighed, and what cannot be read is not', async () => {
  const cookie = { name: '_app_session', value: `${btoa('{"user_id":42}')}--${'0'.repeat(40)}`.replaceAll('=', '%3D') };
  const weight = weighSession(await openCookie(cookie, [], 0), cookie);
  expect(weight.keyCosts?.keys.map(({ key }) => key)).toEqual(['user_id']);
  expect(weight.keyCosts?.wire).toBe(cookie.name.length + cookie.value.length);
  expect(weight.sizeLeft?.server).toBeGreaterThan(2900);
  expect(weighSession(null, cookie)).toEqual({ keyCosts: null, sizeLeft: null });
});
