import { describe, expect, test } from 'vitest';
import { analyse, exchangesOf, kindsIn } from './recording.ts';
import { stories, storyById, storyHar } from './stories.ts';

/** The kinds that are judged so far; a story may expect others too. */
const KINDS = [
  'missing-httponly',
  'missing-secure',
  'missing-samesite',
  'samesite-none-insecure',
  'cookie-overflow',
  'silent-drop',
  'near-limit',
  'record-snapshot',
  'readable-session',
  'samesite-unknown',
  'prefix-violated',
  'prefix-available',
  'domain-too-broad',
  'long-lived-session',
  'attribute-malformed',
  'duplicate-set-cookie',
  'shadowed-cookie',
  'cookie-header-too-large',
  'session-on-cacheable-response',
  'large-session',
  'marshal-serializer',
  'outdated-cipher',
  'session-fixation',
  'partial-sign-out',
  'heavy-key',
  'authorization-in-session',
  'sensitive-in-session',
  'lost-update',
  'stale-snapshot',
  'growing-session',
  'replayed-session',
  'old-secret-in-use',
  'flash-not-swept',
  'csrf-rejected',
  'rewritten-unchanged',
];

describe('the stories that real applications told', () => {
  test.each(stories.map((story) => [story.id, story] as const))(
    '%s: its findings are there, and those that must be absent are not',
    async (_, story) => {
      const found = kindsIn(await analyse(exchangesOf(storyHar(story)), story.secrets));
      for (const kind of story.expected.findings.filter((expected) => KINDS.includes(expected))) expect(found).toContain(kind);
      for (const kind of story.expected.absent) expect(found).not.toContain(kind);
    },
  );

  test.each(stories.map((story) => [story.id, story] as const))(
    '%s: every session that was set under a known secret is open',
    async (_, story) => {
      const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
      for (const row of analysis.allRows()) {
        const reading = analysis.detail(row.id)?.reading;
        if (reading === null || reading === undefined || reading.state === 'identifier') continue;
        expect(reading.state).toBe('opened');
        expect(reading.data).not.toBeNull();
      }
    },
  );
});

test.each(stories.map((story) => [story.id, story] as const))('%s: the browser keeps what it keeps', async (_, story) => {
  const exchanges = exchangesOf(storyHar(story));
  const analysis = await analyse(exchanges, story.secrets);
  story.exchanges.forEach(({ browser }, index) => {
    // Where the answer was not given to the browser there is only a word.
    if (!Array.isArray(browser)) return;
    const rows = analysis.rows(exchanges[index]?.id ?? '').filter(({ storage }) => storage !== null);
    expect(rows.map(({ storage }) => ['created', 'replaced'].includes(storage?.stored.outcome ?? ''))).toEqual(
      browser.map(({ stored }) => stored),
    );
  });
});

describe.each(['v6_1_7_10', 'v7_2_2_2', 'v8_1_3_1'])('%s', (version) => {
  test('a sign-in is one, showing its flash changes it, and reading it leaves it as it is', async () => {
    const story = storyById(`${version}/login-rotates`);
    const rows = (await analyse(exchangesOf(storyHar(story)), story.secrets)).allRows();
    expect(rows.map((row) => row.change?.event)).toEqual(['new', 'signed-in', 'changed', 'same']);
  });

  test('an overflow is foretold on the request that carries the session, and told on the error page, whose row has no cookie', async () => {
    const story = storyById(`${version}/overflow-500`);
    const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
    const row = analysis.allRows().find((candidate) => candidate.line === null);
    expect(row).toMatchObject({ status: 500, cookie: null, session: true, worst: { kind: 'cookie-overflow', severity: 'error' } });
  });

  test('an overflow whose page names nothing is still foretold', async () => {
    const story = storyById(`${version}/overflow-500`);
    const analysis = await analyse(exchangesOf(storyHar(story, 'production')), story.secrets);
    const row = analysis.allRows().find((candidate) => candidate.line === null);
    expect(row).toMatchObject({ status: 500, worst: { kind: 'cookie-overflow', severity: 'warning' } });
  });

  test('a session that the browser drops is a refused change', async () => {
    const story = storyById(`${version}/silent-drop`);
    const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
    expect(analysis.allRows().map((row) => row.change?.event)).toContain('refused');
  });

  test('a record in the session is found on every response that sets it again', async () => {
    const story = storyById(`${version}/stale-snapshot`);
    const analysis = await analyse(exchangesOf(storyHar(story)), story.secrets);
    const found = analysis.allRows().flatMap((row) => analysis.detail(row.id)?.findings ?? []);
    const snapshots = found.filter((finding) => finding.kind === 'record-snapshot');
    expect(snapshots).toHaveLength(5);
    expect(snapshots[0]?.parameters).toEqual({ path: ['account'], columns: ['id', 'email', 'updated_at'] });
  });
});
