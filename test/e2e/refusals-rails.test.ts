import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { shownFates } from './panel-storage.ts';
import type { Fate } from './refusal-pages.ts';
import { browserName, launchPanel } from './target.ts';
import { startTlsProxy } from './tls-proxy.ts';

const { rails } = findRails();

type RunningRails = Awaited<ReturnType<typeof startRails>>;

/** On plain http, on a host that is not loopback: as an application is seen whose TLS ends elsewhere, or not at all. */
const SETTINGS: readonly (readonly [name: string, settings: Record<string, string>, fate: Fate])[] = [
  ['plain', {}, 'created'],
  ['secure', { SECURE: '1' }, 'insecure-origin'],
  ['none', { SAME_SITE: 'none' }, 'samesite-none-insecure'],
  ['domain', { DOMAIN: 'other.test' }, 'domain-mismatch'],
];

describe.runIf(rails || process.env.CI === 'true')(`cookies of real Rails that the browser refuses, in ${browserName}`, () => {
  const apps = new Map<string, RunningRails>();
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    for (const [name, settings] of SETTINGS) apps.set(name, await startRails({ SESSION_KEY: `_${name}_session`, ...settings }));
    proxy = await startTlsProxy(appOf('secure').url);
    driver = await launchPanel();
    await driver.resizePanel(1200, 700);
  });
  afterAll(async () => {
    await driver?.close();
    proxy?.stop();
    for (const app of apps.values()) await app.stop();
  });

  const appOf = (name: string): RunningRails => {
    const app = apps.get(name);
    if (app === undefined) throw new Error(`${name} was not started`);
    return app;
  };

  /** Whether the store holds what the application's last response set, and what the panel says became of it. */
  async function visit(name: string, path: string): Promise<{ readonly kept: boolean; readonly bytes: number; readonly raw: number }> {
    const app = appOf(name);
    const url = name === 'secure' ? proxy.url : app.url;
    await driver.goto(url.replace('127.0.0.1', 'shop.test') + path);
    const last = (await app.log()).findLast((response) => response.url.endsWith(path));
    const cookie = parseSetCookie(last?.set_cookie[0] ?? '');
    const store = await driver.cookies();
    return {
      kept: store.some((held) => held.domain === 'shop.test' && held.name === cookie.name && held.value === cookie.value),
      bytes: last?.cookies[0]?.wire_name_value ?? 0,
      raw: last?.cookies[0]?.raw_value ?? 0,
    };
  }

  test.each(SETTINGS)('the session cookie of an application set to %s: %o ends as %s', async (name, _, fate) => {
    const path = `/sign_in?${name}`;
    expect((await visit(name, path)).kept).toBe(fate === 'created');
    await expect.poll(() => shownFates(driver, path, 1), { timeout: 5_000 }).toEqual([fate]);
  });

  test('a session within the limit of Rails, but not of the browser once it is percent-encoded, is dropped', async () => {
    const small = await visit('plain', `/write?key=note&value=${'x'.repeat(1500)}`);
    expect(small.kept).toBe(true);
    // Base64 twice over: each byte of the session makes 16/9 of the cookie.
    const more = Math.floor(((4060 - small.raw) * 9) / 16);
    const path = `/write?key=note&value=${'x'.repeat(1500 + more)}`;
    const large = await visit('plain', path);
    expect(large.raw).toBeLessThanOrEqual(4096);
    expect(large.bytes).toBeGreaterThan(4096);
    expect(large.kept).toBe(false);
    await expect.poll(() => shownFates(driver, path, 1), { timeout: 5_000 }).toEqual(['too-large']);
    expect(await driver.problems()).toEqual([]);
  });
});
