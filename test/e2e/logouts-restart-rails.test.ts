import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { LostSession, launchForLosses, type RunningRails } from './lost-session.ts';
import { browserName } from './target.ts';

const { rails } = findRails();
const [first, second, third] = [1, 2, 3].map(() => randomBytes(64).toString('hex')) as [string, string, string];
const secrets = [first, second, third];

describe.runIf(rails || process.env.CI === 'true')(`sessions of real Rails over a restart, in ${browserName}`, () => {
  let app: RunningRails;
  let driver: PanelDriver;

  beforeAll(async () => {
    app = await startRails({ SECRET_KEY_BASE: first });
    driver = await launchForLosses(secrets);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.stop();
  });

  /** The same address answers with other settings. The new process has a log of its own: what the old one set is counted on. */
  async function restart(story: LostSession, settings: Record<string, string>): Promise<void> {
    const before = (await app.log()).flatMap(({ set_cookie }) => set_cookie).length;
    await app.stop();
    app = await startRails({ ...settings, PORT: new URL(app.url).port });
    story.continueOn(app, before);
  }

  test('the secret is another after a restart', async () => {
    const story = await LostSession.start(driver, 'secret', app);
    await story.signIn();
    await restart(story, { SECRET_KEY_BASE: second });
    await story.findSignedOut();
    await story.expect({ causes: ['secret-changed'] }, secrets);
  });

  test('the digest of the keys is another after a restart, as by the upgrade to Rails 7', async () => {
    const story = await LostSession.start(driver, 'digest', app);
    await story.signIn();
    await restart(story, { SECRET_KEY_BASE: second, KEY_DIGEST: 'sha256' });
    await story.findSignedOut();
    await story.expect({ causes: ['digest-changed'] }, secrets);
  });

  test('an ordinary day, with a rotation that works, has no logout but the sign-out, and no error', async () => {
    const story = await LostSession.start(driver, 'day', app);
    await story.signIn();
    await story.visit('/cart');
    await story.submit('/cart', '', '/cart');
    await story.visit('/account');
    const refused = await driver.page(sendAsTurbo, 'ab');
    expect(refused).toBe(422);
    await restart(story, { SECRET_KEY_BASE: third, OLD_SECRET: second, KEY_DIGEST: 'sha256' });
    await story.visit('/account');
    expect(await driver.page(sendAsTurbo, 'Ana Souza')).toBe(200);
    await story.visit('/flash');
    await story.submit('/sign_out', '', '/');
    await story.visit('/read');
    await story.expect({ causes: ['signed-out'], noErrors: true }, secrets);
    expect(await driver.problems()).toEqual([]);
  });
});

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
