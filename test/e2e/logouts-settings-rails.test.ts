import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep } from '../../scripts/browsers/wait.mjs';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { type Expected, LostSession, launchForLosses, type RunningRails } from './lost-session.ts';
import { browserName } from './target.ts';
import { startTlsProxy } from './tls-proxy.ts';

const { rails } = findRails();
const [secret, second, third] = [1, 2, 3].map(() => randomBytes(64).toString('hex')) as [string, string, string];
/** Seconds: longer than people stay on a page here, and short enough to wait for. */
const TIMEOUT_IN = 4;

const SETTINGS = {
  plain: {},
  insecure: { SECURE: '1' },
  store: { STORE: 'active_record' },
  csrf: { CSRF: 'reset_session' },
  nullSession: { CSRF: 'null_session' },
  idle: { TIMEOUT_IN: String(TIMEOUT_IN) },
} as const;

describe.runIf(rails || process.env.CI === 'true')(
  `sessions of real Rails lost by its settings or over a restart, in ${browserName}`,
  () => {
    const apps = new Map<string, RunningRails>();
    let proxy: Awaited<ReturnType<typeof startTlsProxy>>;
    let driver: PanelDriver;

    beforeAll(async () => {
      const start = async (name: string, settings: Record<string, string>) =>
        apps.set(name, await startRails({ SECRET_KEY_BASE: secret, ...settings }));
      const starting = Object.entries(SETTINGS).map(([name, settings]) => start(name, settings));
      [driver] = await Promise.all([launchForLosses([secret, second, third]), ...starting]);
      proxy = await startTlsProxy(appOf('insecure').url);
    });
    afterAll(async () => {
      await driver?.close();
      proxy?.stop();
      await Promise.all([...apps.values()].map((app) => app.stop()));
    });

    const appOf = (name: keyof typeof SETTINGS): RunningRails => {
      const app = apps.get(name);
      if (app === undefined) throw new Error(`${name} was not started`);
      return app;
    };
    const check = (story: LostSession, expected: Expected) => story.expect(expected, [secret, second, third]);

    /** The same address answers with other settings. The new process has a log of its own: what the old one set is counted on. */
    async function restart(story: LostSession, settings: Record<string, string>): Promise<void> {
      const app = appOf('plain');
      const before = (await app.log()).flatMap(({ set_cookie }) => set_cookie);
      await app.stop();
      const next = await startRails({ ...settings, PORT: new URL(app.url).port });
      apps.set('plain', next);
      story.continueOn(next, before);
    }

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
      await story.inPage(() => {
        for (const token of document.querySelectorAll<HTMLInputElement>('[name=authenticity_token]')) token.value = 'of another session';
      });
      await story.submit('/cart', '', '/cart');
      await story.findSignedOut();
      await check(story, { causes: ['csrf-reset'] });
    });

    test('a form with a stale token is taken for nobody’s, and the session goes on', async () => {
      const story = await LostSession.start(driver, 'nobody', appOf('nullSession'));
      await story.signIn();
      await story.visit('/account');
      await story.inPage(() => {
        for (const token of document.querySelectorAll<HTMLInputElement>('[name=authenticity_token]')) token.value = 'of another session';
      });
      await story.submit('/account', '', '/sign_in');
      await story.visit('/account');
      expect(await driver.page(() => location.pathname)).toBe('/account');
      await check(story, { causes: [], findings: ['csrf-rejected'] });
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

    test('the secret is another after a restart', async () => {
      const story = await LostSession.start(driver, 'secret', appOf('plain'));
      await story.signIn();
      await restart(story, { SECRET_KEY_BASE: second });
      await story.findSignedOut();
      await check(story, { causes: ['secret-changed'] });
    });

    test('the digest of the keys is another after a restart, as by the upgrade to Rails 7', async () => {
      const story = await LostSession.start(driver, 'digest', appOf('plain'));
      await story.signIn();
      await restart(story, { SECRET_KEY_BASE: second, KEY_DIGEST: 'sha256' });
      await story.findSignedOut();
      await check(story, { causes: ['digest-changed'] });
    });

    test('an ordinary day, with a rotation that works, has no logout but the sign-out, and no error', async () => {
      const story = await LostSession.start(driver, 'day', appOf('plain'));
      await restart(story, { SECRET_KEY_BASE: second, KEY_DIGEST: 'sha256' });
      await story.signIn();
      await story.visit('/cart');
      await story.submit('/cart', '', '/cart');
      await story.visit('/account');
      const refused = await story.inPage(sendAsTurbo, 'ab');
      expect(refused).toBe(422);
      await restart(story, { SECRET_KEY_BASE: third, OLD_SECRET: second, KEY_DIGEST: 'sha256' });
      await story.visit('/account');
      expect(await story.inPage(sendAsTurbo, 'Ana Souza')).toBe(200);
      await story.visit('/flash');
      await story.submit('/sign_out', '', '/');
      await story.visit('/read');
      await check(story, { causes: ['signed-out'], noErrors: true });
    });
  },
);

/** Runs in the page: the form of the account, sent by `fetch` as Turbo sends it. Gives the status. */
async function sendAsTurbo(name: string): Promise<number> {
  const form = document.querySelector<HTMLFormElement>('form[action="/account"]');
  if (!form) throw new Error('no form of the account');
  const fields = new FormData(form);
  fields.set('name', name);
  const body = new URLSearchParams([...fields].map(([key, value]) => [key, String(value)]));
  const headers = { Accept: 'text/vnd.turbo-stream.html, text/html, application/xhtml+xml' };
  return (await fetch(form.action, { method: 'POST', body, headers })).status;
}
