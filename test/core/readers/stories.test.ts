import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { openCookie } from '../../../src/core/readers/index.ts';
import { keyringFrom, readFixture } from './vectors.ts';

interface Story {
  readonly id: string;
  readonly title: string;
  readonly secrets: readonly string[];
  readonly exchanges: readonly { readonly n: number; readonly at: string; readonly set_cookie: readonly string[] | null }[];
}

const STORIES = readFixture('stories').stories as readonly Story[];

describe('every cookie that an application set in a story', () => {
  test.each(STORIES.map((story) => [story.id, story.title, story] as const))(
    '%s opens with the secrets of that story: %s',
    async (_id, _title, story) => {
      const keyring = await keyringFrom(story.secrets);
      for (const { n, at, set_cookie } of story.exchanges) {
        for (const line of set_cookie ?? []) {
          const { name, value, effective } = parseSetCookie(line);
          const reading = await openCookie({ name, value, httpOnly: effective.httpOnly }, keyring, Date.parse(at));
          const expected =
            value === ''
              ? { state: 'failed', failure: 'malformed' }
              : /^[0-9a-f]{32}$/.test(value)
                ? { state: 'identifier' }
                : { state: 'opened' };
          expect(reading, `exchange ${n}`).toMatchObject(expected);
        }
      }
    },
  );
});
