import { describe, expect, test, vi } from 'vitest';
import type { Browser } from '../../src/core/cookies/browser.ts';
import type { ExportFormat } from '../../src/core/report/print-export.ts';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { exchangesOf } from '../core/recording.ts';
import { storyById, storyHar } from '../core/stories.ts';

/** A host with a recording that its secret opens. */
function recordedHost(browser: Browser = 'chromium') {
  const story = storyById('v8_1_3_1/login-rotates');
  const received: FromWorker[] = [];
  const send = (message: FromWorker): void => void received.push(message);
  const host = new Host();
  host.receive(() => {}, { type: 'record', browser });
  host.receive(send, { type: 'view', language: 'en' });
  host.receive(send, { type: 'add-secret', id: 's', label: 'planted label', text: story.secrets[0] ?? '', options: {} });
  host.receive(send, { type: 'exchanges', exchanges: exchangesOf(storyHar(story)) });
  const exported = async (format: ExportFormat): Promise<string> => {
    received.length = 0;
    host.receive(send, { type: 'export', request: 7, choice: { format, redaction: 'none', rowIds: null } });
    const answer = await vi.waitUntil(() => received.find((message) => message.type === 'exported'));
    expect(answer.request).toBe(7);
    return answer.text ?? '';
  };
  const opened = () => vi.waitUntil(() => received.some((one) => 'secrets' in one && one.secrets.some((secret) => secret.opened > 0)));
  return { story, exported, opened };
}

describe('an export of the worker', () => {
  test('is made of the recording, with what the secrets opened', async () => {
    const { exported, opened } = recordedHost();
    await opened();
    expect(JSON.parse(await exported('json')).cookies[1].session).toMatchObject({ state: 'opened', data: { user_id: 7 } });
  });

  test.each(['har', 'json', 'markdown', 'html'] satisfies ExportFormat[])('as %s never holds the secret', async (format) => {
    const { story, exported, opened } = recordedHost();
    await opened();
    expect(await exported(format)).not.toContain(story.secrets[0]);
  });

  test('as HAR can be read again', async () => {
    const { story, exported } = recordedHost();
    expect(exchangesOf(await exported('har'))).toEqual(exchangesOf(storyHar(story)));
  });

  test.each([
    { browser: 'firefox', name: 'Firefox' },
    { browser: 'chromium', name: 'Chromium' },
  ] as const)('as HAR names $name, by whose rules it is read again', async ({ browser, name }) => {
    expect(JSON.parse(await recordedHost(browser).exported('har')).log.browser).toEqual({ name, version: '' });
  });
});
