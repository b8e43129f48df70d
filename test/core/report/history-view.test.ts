import { describe, expect, test } from 'vitest';
import { assignLanes } from '../../../src/core/report/history-lanes.ts';
import { compareVersions, type HistoryView, historyView } from '../../../src/core/report/history-view.ts';
import type { SessionHistory } from '../../../src/core/session/history.ts';
import { analyse, exchange, exchangesOf } from '../recording.ts';
import { storyById, storyHar } from '../stories.ts';

describe('lanes', () => {
  const row = (parent: number | null, aside = false) => ({ parent, aside });
  test.each([
    ['a chain stays in one lane', [row(null), row(0), row(1)], [0, 0, 0]],
    ['the second child branches off', [row(null), row(0), row(0), row(2)], [0, 0, 1, 1]],
    ['what was refused stands aside, even as the first child', [row(null), row(0, true), row(0)], [0, 1, 0]],
    ['what was refused stands aside while nothing followed yet', [row(null), row(0, true)], [0, 1]],
    ['a lane that has ended is used again', [row(null), row(0), row(0), row(2), row(3), row(3)], [0, 0, 1, 1, 1, 0]],
    ['a branch of an old version keeps its lane free from there on', [row(null), row(0), row(0), row(2), row(0)], [0, 0, 1, 1, 2]],
    ['each root begins a lane of its own', [row(null), row(null), row(0)], [0, 1, 0]],
    ['a parent that is seen after its child', [row(1), row(null)], [0, 1]],
  ])('%s', (_, rows, lanes) => {
    expect(assignLanes(rows)).toEqual(lanes);
  });
});

async function historyOf(id: string, secrets?: readonly string[]): Promise<SessionHistory> {
  const story = storyById(id);
  const analysis = await analyse(exchangesOf(storyHar(story)), secrets ?? story.secrets);
  const history = analysis.histories().find(({ name }) => name === story.cookie_name);
  if (history === undefined) throw new RangeError(`${id} has no history.`);
  return history;
}
const summary = ({ versions }: HistoryView) =>
  versions.map(
    ({ label, lane, events }) => `${label} ${lane} ${events.map(({ kind, count }) => (count > 1 ? `${kind}×${count}` : kind)).join(' ')}`,
  );

describe('the history as it is shown', () => {
  test.each([
    ['lost-update', ['v1 0 created', 'v2 0 changed', 'v3 1 forked changed', 'v4 1 rewritten-unchanged']],
    ['cleared', ['v1 0 created signed-in', 'v2 0 cleared signed-out']],
    ['silent-drop', ['v1 0 created signed-in', 'v2 0 changed', 'v3 0 changed', 'v4 1 refused', 'v5 0 rewritten-unchanged']],
  ])('%s: a lane per branch, and what happened', async (id, expected) => {
    expect(summary(historyView(await historyOf(`v8_1_3_1/${id}`)))).toEqual(expected);
  });

  test('is plain data', async () => {
    const view = historyView(await historyOf('v8_1_3_1/login-rotates'));
    expect(structuredClone(view)).toEqual(view);
  });

  test('names versions by the row that set them, and says what each changed', async () => {
    const history = await historyOf('v8_1_3_1/login-rotates');
    const [first, second] = historyView(history).versions;
    expect(second?.parent).toBe(first?.id);
    expect(second?.setBy).toEqual([second?.id]);
    expect(second?.change?.changed).toContain('session_id');
    expect(second?.identities).not.toEqual([]);
  });

  test('has neither keys nor identity where nothing opens', async () => {
    const view = historyView(await historyOf('v8_1_3_1/login-rotates', []));
    expect(view.versions.map(({ change, identities, state }) => [change, identities, state])).toEqual(
      view.versions.map(() => [null, null, 'sealed']),
    );
  });

  test('a version that no response set is a root, and keeps its id when older traffic comes', async () => {
    const value = '_app_session=abc';
    const late = exchange({ at: 5, cookie: value, setCookie: ['_app_session=def; path=/; HttpOnly'] });
    const older = exchange({ at: 1, cookie: '_app_session=zzz' });
    const alone = (await analyse([late])).histories().map(historyView)[0];
    const both = (await analyse([late, older])).histories().map(historyView)[0];
    expect(alone?.versions.map(({ label, root }) => [label, root])).toEqual([
      ['v1', true],
      ['v2', false],
    ]);
    expect(both?.versions.map(({ id }) => id)).toEqual(expect.arrayContaining(alone?.versions.map(({ id }) => id) ?? []));
    expect(both?.versions).toHaveLength(3);
  });
});

describe('two versions compared', () => {
  test('tell their differences', async () => {
    const history = await historyOf('v8_1_3_1/login-rotates');
    const [first, second] = historyView(history).versions.map(({ id }) => id);
    const diff = compareVersions(history, first ?? null, second ?? '');
    expect(diff?.content?.differences.map(({ role }) => role)).toContain('session-id');
    expect(compareVersions(history, second ?? null, second ?? '')).toMatchObject({ sameValue: true, content: { differences: [] } });
  });

  test('tell their sizes where they are sealed', async () => {
    const history = await historyOf('v8_1_3_1/login-rotates', []);
    const [first, second] = historyView(history).versions;
    expect(compareVersions(history, first?.id ?? null, second?.id ?? '')).toEqual({
      before: { wire: first?.wire, state: 'sealed' },
      after: { wire: second?.wire, state: 'sealed' },
      sameValue: false,
      content: null,
    });
  });

  test('a deletion leaves no session', async () => {
    const history = await historyOf('v8_1_3_1/cleared');
    const [first, second] = historyView(history).versions.map(({ id }) => id);
    const diff = compareVersions(history, first ?? null, second ?? '');
    expect(diff?.after).toBeNull();
    expect(new Set(diff?.content?.differences.map(({ kind }) => kind))).toEqual(new Set(['removed']));
  });

  test('are none where one of them is gone', async () => {
    const history = await historyOf('v8_1_3_1/cleared');
    expect(compareVersions(history, null, 'gone')).toBeNull();
    expect(compareVersions(history, 'gone', historyView(history).versions[0]?.id ?? '')).toBeNull();
  });
});
