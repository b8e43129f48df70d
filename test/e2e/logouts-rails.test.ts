import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { until } from '../../scripts/browsers/wait.mjs';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { type Expected, LostSession, launchForLosses, type RunningRails } from './lost-session.ts';
import { servePage } from './page-server.ts';
import { browserName } from './target.ts';

const { rails } = findRails();
const secret = randomBytes(64).toString('hex');

describe.runIf(rails || process.env.CI === 'true')(`sessions of real Rails that are lost, in ${browserName}`, () => {
  let app: RunningRails;
  let driver: PanelDriver;

  beforeAll(async () => {
    [app, driver] = await Promise.all([startRails({ SECRET_KEY_BASE: secret }), launchForLosses([secret])]);
  });
  afterAll(async () => {
    await driver?.close();
    await app?.stop();
  });

  const start = (name: string) => LostSession.start(driver, name, app);
  const check = (story: LostSession, expected: Expected) => story.expect(expected, [secret]);

  /** How large the sign-in must make the session for Rails to send it and the browser to drop it: base64 twice over, so 16/9 of a byte. */
  async function bytesToDrop(): Promise<number> {
    const before = 1500;
    await fetch(`${app.url}/sign_in?bytes=${before}`, { method: 'POST', redirect: 'manual' });
    const raw = (await app.log()).at(-1)?.cookies[0]?.raw_value ?? 0;
    return before + Math.floor(((4085 - raw) * 9) / 16);
  }

  test('signed out by the form', async () => {
    const story = await start('out');
    await story.signIn();
    await story.submit('/sign_out', '', '/');
    await check(story, { causes: ['signed-out'] });
  });

  test('the sign-in made a cookie that the browser drops without a word', async () => {
    const bytes = await bytesToDrop();
    const story = await start('dropped');
    await story.signIn(`?bytes=${bytes}`);
    await story.findSignedOut();
    await check(story, { causes: ['dropped-too-large'], findings: ['silent-drop'] });
  });

  test('the sign-in overflowed, and Rails answered with its exception', async () => {
    const story = await start('overflow');
    await story.signIn('?bytes=4000', '/sign_in');
    // A page takes its body along when it is left, and with that the name of the exception.
    await driver.waitFor('the exception', () =>
      [...document.querySelectorAll('[data-testid=row][data-status="500"]')].some((row) => row.textContent?.includes('cookie-overflow')),
    );
    await story.findSignedOut();
    await check(story, { causes: ['overflow-exception'], findings: ['cookie-overflow'] });
  });

  test('two parallel requests, of which one undoes what the other wrote: a lost change and no logout', async () => {
    const story = await start('parallel');
    await story.signIn();
    const kept = await story.inPage(async () => {
      await Promise.all(['a', 'b'].map((key, index) => fetch(`/write?key=${key}&value=1&delay=${500 + 300 * index}`)));
      return (await fetch('/read')).text();
    });
    expect(kept.includes('user_id') && kept.includes('&quot;b&quot;') && !kept.includes('&quot;a&quot;')).toBe(true);
    await check(story, { causes: [], findings: ['lost-update'] });
  });

  test('two frames of one page, of which the slower undoes what the other wrote', async () => {
    const story = await start('frames');
    await story.signIn();
    await story.visit('/frames');
    await until('both frames', () =>
      driver.page(() => frames.length === 2 && frames[1]?.document.body.textContent?.includes('right') === true),
    );
    await story.visit('/read');
    expect(await driver.page(() => /frame_right/.test(document.body.textContent) && !/frame_left/.test(document.body.textContent))).toBe(
      true,
    );
    await check(story, { causes: [], findings: ['lost-update'] });
  });

  test('a slow request from before the sign-in lands after it and undoes it', async () => {
    const story = await start('race');
    await story.visit('/sign_in');
    await story.inPage(async () => {
      const slow = fetch('/write?key=a&value=1&delay=1500');
      await fetch('/sign_in', { method: 'POST' });
      await slow;
    });
    await story.findSignedOut();
    await check(story, { causes: ['lost-update'] });
  });

  test('a form of another site brings no cookie, and the answer starts over', async () => {
    const story = await start('bought');
    const bank = await servePage((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Bank</title><form method="post" action="${story.origin}/cart"></form>`);
    });
    await story.signIn();
    await story.goto(`${bank.url.replace('app.test', 'bank.test')}/`);
    await story.submit(`${story.origin}/cart`, '', '/cart');
    bank.stop();
    await story.findSignedOut();
    await check(story, { causes: ['cross-site-request'] });
  });

  test('a tab that carries an older version is answered with a deletion', async () => {
    const story = await start('stale');
    await story.signIn();
    await story.inPage(async () => {
      const slow = fetch('/clear?delay=1500');
      await fetch('/write?key=a&value=1');
      await slow;
    });
    await story.findSignedOut();
    await check(story, { causes: ['cleared-by-stale-client'] });
  });

  test('a sign-in that keeps the session id is told, and nobody was signed out', async () => {
    const story = await start('fixation');
    await story.signIn('?keep=1');
    await check(story, { causes: [], findings: ['session-fixation'] });
  });

  test('a snapshot of an account whose row changed is told, and nobody was signed out', async () => {
    const story = await start('snapshot');
    await story.signIn();
    await story.visit('/snapshot');
    await story.inPage(async () => {
      await fetch('/profile', { method: 'POST', body: new URLSearchParams({ name: 'Ana Souza' }) });
      for (const key of ['a', 'b', 'c']) await fetch(`/write?key=${key}&value=1`);
    });
    await check(story, { causes: [], findings: ['record-snapshot', 'stale-snapshot'] });
    expect(await driver.problems()).toEqual([]);
  });
});
