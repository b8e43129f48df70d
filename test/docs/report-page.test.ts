import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REPORT_SCHEMA } from '../../src/core/report/report.ts';
import { sessionscope } from '../cli/command-line.ts';
import { storyById, storyHar } from '../core/stories.ts';

const page = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]+?)\n```/.exec(page)?.[1] ?? '');

/** What is in them differs with the session and the kind of finding. */
const OPEN: ReadonlySet<string> = new Set(['data', 'keyCosts', 'parameters']);

/** Every path of names that leads to a value, whatever stands in lists. */
function paths(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown) => paths(item, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, member]) => (OPEN.has(key) ? [`${path}.${key}`] : paths(member, `${path}.${key}`)));
}

describe('the page on the JSON report', () => {
  test('shows every field that a report with findings and a logout has, and no other', async () => {
    const story = storyById('v8_1_3_1/secret-changed');
    const world = { stdin: storyHar(story), files: { secrets: story.secrets.join('\n') } };
    const { stdout } = await sessionscope(['audit', '-', '--format', 'json', '--secret-file', 'secrets'], world);
    const report = JSON.parse(stdout);
    expect(report.logouts).toHaveLength(1);
    // A new session has no parent, and without an opened one there is no key.
    const opened = report.cookies.filter(({ session }: { session: { key: unknown } | null }) => session?.key);
    expect([...new Set(paths(example))].sort()).toEqual([...new Set(paths({ ...report, cookies: opened }))].sort());
    expect(page).toContain(REPORT_SCHEMA);
  });
});
