import { afterEach, describe, expect, test, vi } from 'vitest';
import german from '../../public/_locales/de/messages.json' with { type: 'json' };
import { message } from '../../src/core/message.ts';
import { Host } from '../../src/worker/host.ts';
import { inPanelLanguage, showLanguage } from '../../src/worker/panel-language.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { exchange } from '../core/recording.ts';

const said = (): string => inPanelLanguage(() => message('remedy'));

describe('what the worker says to the panel', () => {
  afterEach(() => void showLanguage('en'));

  test('is in the panel’s language, and what it exports stays English', async () => {
    await showLanguage('de');
    expect([said(), message('remedy')]).toEqual(['Abhilfe', 'Remedy']);
  });

  test('is English where there is no such language', async () => {
    await showLanguage('de');
    expect(showLanguage('xx')).toBeNull();
    expect(said()).toBe('Remedy');
  });

  test('is English where a text is not translated yet', async () => {
    const { remedy, ...others } = german;
    vi.doMock('../../public/_locales/de/messages.json', () => ({ default: others }));
    vi.resetModules();
    const fresh = await import('../../src/worker/panel-language.ts');
    await fresh.showLanguage('de');
    const { message: say } = await import('../../src/core/message.ts');
    expect(fresh.inPanelLanguage(() => [say('remedy'), say('tabFindings')])).toEqual(['Remedy', german.tabFindings.message]);
    expect(remedy.message).toBe('Abhilfe');
    vi.doUnmock('../../public/_locales/de/messages.json');
  });

  test('goes back to English also where something throws', () => {
    const fault = (): never => {
      throw new Error('fault');
    };
    expect(() => inPanelLanguage(fault)).toThrow('fault');
    expect(message('remedy')).toBe('Remedy');
  });

  test('waits for its texts, and is not said to a view that has left meanwhile', async () => {
    const host = new Host();
    const told: FromWorker[] = [];
    const left: FromWorker[] = [];
    const stays = (news: FromWorker): void => void told.push(news);
    const leaves = (news: FromWorker): void => void left.push(news);
    host.receive(() => {}, { type: 'record', browser: 'chromium' });
    host.receive(() => {}, {
      type: 'exchanges',
      exchanges: [exchange({ url: 'https://app.test/', setCookie: ['_app_session=1; path=/'] })],
    });
    for (const view of [stays, leaves]) host.receive(view, { type: 'view', language: 'de' });
    host.receive(leaves, { type: 'leave' });
    await expect.poll(() => told.find(({ type }) => type === 'state')).toBeDefined();
    const state = told.find((news) => news.type === 'state');
    host.receive(stays, { type: 'findings', rowIds: state?.rows.map(({ id }) => id) ?? [] });
    const findings = told.find((news) => news.type === 'findings')?.rows.flatMap((row) => row.findings) ?? [];
    expect(findings.find(({ finding }) => finding.kind === 'missing-secure')?.message).toMatch(/^Das Session-Cookie/);
    expect(left).toEqual([]);
  });
});
