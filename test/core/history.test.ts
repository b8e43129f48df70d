import { describe, expect, test } from 'vitest';
import { historyView } from '../../src/core/report/history-view.ts';
import { historyEvents } from '../../src/core/session/history-events.ts';
import { analyse, exchange, exchangesOf } from './recording.ts';
import { stories, storyById, storyHar } from './stories.ts';

async function eventsOf(id: string): Promise<readonly string[]> {
  const story = storyById(id);
  const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
  return analysis.histories().flatMap((history) => historyEvents(history).map(({ kind, version }) => `${kind} ${version}`));
}

describe.each(['v6_1_7_10', 'v7_2_2_2', 'v8_1_3_1'])('%s', (version) => {
  test.each([
    ['login-rotates', ['created v1', 'reset v2', 'signed-in v2', 'changed v3', 'rewritten-unchanged v4']],
    ['login-fixation', ['created v1', 'changed v2', 'signed-in v3', 'rewritten-unchanged v4']],
    ['lost-update', ['created v1', 'changed v2', 'forked v3', 'changed v3', 'rewritten-unchanged v4']],
    ['silent-drop', ['created v1', 'signed-in v1', 'changed v2', 'changed v3', 'refused v4', 'rewritten-unchanged v5']],
    ['cleared', ['created v1', 'signed-in v1', 'cleared v2', 'signed-out v2']],
    [
      'logout-replay',
      [
        'created v1',
        'signed-in v1',
        'rewritten-unchanged v2',
        'reset v3',
        'signed-out v3',
        'rewritten-unchanged v4',
        'reverted v2',
        'forked v5',
        'rewritten-unchanged v5',
      ],
    ],
    ['cache-store', ['created v1', 'reset v2']],
    ['expiry', ['created v1', 'signed-in v1', 'rewritten-unchanged v2', 'expired null', 'expired v2']],
    ['secure-on-http', ['created v1', 'signed-in v1', 'rewritten-unchanged v2']],
    ['when-sent', ['created v1', 'rewritten-unchanged v2', 'rewritten-unchanged v3']],
  ])('%s: what happened to the session is told in the order of the traffic', async (id, expected) => {
    expect(await eventsOf(`${version}/${id}`)).toEqual(expected);
  });
});

test.each(stories.map((story) => [story.id, story] as const))('%s: every line has exactly one version', async (_, story) => {
  const exchanges = exchangesOf(storyHar(story));
  const analysis = await analyse(exchanges, story.secrets);
  const lines = analysis.allRows().filter((row) => row.line !== null && row.session);
  const settings = analysis.histories().flatMap(({ versions }) => versions.flatMap(({ setBy }) => setBy));
  expect(settings.map(({ exchangeId, line }) => `${exchangeId}#${line}`).sort()).toEqual(lines.map(({ id }) => id).sort());
});

describe('a deletion', () => {
  const deletionAt = async (path: string) => {
    const gone = `_app_session=; path=${path}; max-age=0`;
    const analysis = await analyse([
      exchange({ at: 0, setCookie: ['_app_session=one; path=/; HttpOnly'] }),
      exchange({ at: 1, cookie: '_app_session=one', setCookie: [gone] }),
      exchange({ at: 2, cookie: path === '/' ? '' : '_app_session=one', setCookie: ['_app_session=two; path=/; HttpOnly'] }),
    ]);
    const [history] = analysis.histories();
    if (history === undefined) throw new TypeError('No history');
    const { versions } = historyView(history);
    return versions.map(({ deleted, ignored, lane, events }) => ({ deleted, ignored, lane, events: events.map(({ kind }) => kind) }));
  };

  test.each([
    ['of what the browser has clears it', '/', { ignored: false, lane: 0, events: ['cleared'] }],
    ['of what it does not have changes nothing', '/admin', { ignored: true, lane: 1, events: ['ignored'] }],
  ])('%s', async (_, path, expected) => {
    expect((await deletionAt(path))[1]).toEqual({ deleted: true, ...expected });
  });
});
