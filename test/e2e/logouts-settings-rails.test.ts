import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep } from '../../scripts/browsers/wait.mjs';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { type Expected, LostSession, launchForLosses, type RunningRails } from './lost-session.ts';
import { browserName } from './target.ts';
import { startTlsProxy } from './tls-proxy.ts';

const { rails } = findRails();
const secret = randomBytes(64).toString('hex');
/** Seconds: longer than people stay on a page here, and short enough to wait for. */
const TIMEOUT_IN = 4;

const SETTINGS = {
  insecure: { SECURE: '1' },
  store: { STORE: 'active_record' },
  csrf: { CSRF: 'reset_session' },
  idle: { TIMEOUT_IN: String(TIMEOUT_IN) },
} as const;

describe.runIf(rails || process.env.CI === 'true')(`sessions of real Rails lost by its settings, in ${browserName}`, () => {
  const apps = new Map<string, RunningRails>();
  let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
  let driver: PanelDriver;

  beforeAll(async () => {
    for (const [name, settings] of Object.entries(SETTINGS)) apps.set(name, await startRails({ SECRET_KEY_BASE: secret, ...settings }));
    proxy = await startTlsProxy(appOf('insecure').url);
    driver = await launchForLosses([secret]);
  });
  afterAll(async () => {
    await driver?.close();
    proxy?.stop();
    for (const app of apps.values()) await app.stop();
  });

  const appOf = (name: keyof typeof SETTINGS): RunningRails => {
    const app = apps.get(name);
    if (app === undefined) throw new Error(`${name} was not started`);
    return app;
  };
  const check = (story: LostSession, expected: Expected) => story.expect(expected, [secret]);

  test('a Secure cookie is set on plain http', async () => {
    const story = await LostSession.start(driver, 'insecure', appOf('insecure'), proxy.url);
    await story.signIn();
    await story.findSignedOut();
    await check(story, { causes: ['insecure-origin'] });
  });

  test('an application that takes the connection for plain http sends no Secure cookie at all', async () => {
    const story = await LostSession.start(driver, 'unset', appOf('insecure'));
    await story.signIn();
    await story.findSignedOut();
    await check(story, { causes: ['insecure-origin'] });
  });

  test('the table of sessions was emptied', async () => {
    const story = await LostSession.start(driver, 'evicted', appOf('store'));
    await story.signIn();
    await story.visit('/cart');
    await fetch(`${story.app.url}/evict`);
    await story.findSignedOut();
    await check(story, { causes: ['store-evicted'] });
  });

  test('a form with a stale token resets the session', async () => {
    const story = await LostSession.start(driver, 'csrf', appOf('csrf'));
    await story.signIn();
    await story.visit('/cart');
    await driver.page(() => {
      for (const token of document.querySelectorAll<HTMLInputElement>('[name=authenticity_token]')) token.value = 'of another session';
    });
    await story.submit('/cart', '', '/cart');
    await story.findSignedOut();
    await check(story, { causes: ['csrf-reset'] });
  });

  test("Devise's rule: the last request is too long ago", async () => {
    const story = await LostSession.start(driver, 'idle', appOf('idle'));
    await story.signIn();
    await story.visit('/account');
    await sleep(TIMEOUT_IN * 1000 + 500);
    await story.findSignedOut();
    await check(story, { causes: ['timed-out'] });
    expect(await driver.problems()).toEqual([]);
  });
});
