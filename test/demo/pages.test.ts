import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { measureCookie } from '../../demo/rack-cookie.mjs';
import { openSession } from '../../demo/rails-session.mjs';
import { DEMO_SECRET, OLD_DEMO_SECRET } from '../../demo/secrets.mjs';
import { pages, startDemo } from '../../demo/server.mjs';
import { Browser, type Page, type SetLine } from './browser.ts';

let demo: Awaited<ReturnType<typeof startDemo>>;
let browser: Browser;
beforeAll(async () => {
  demo = await startDemo({ port: 0 });
});
beforeEach(() => {
  browser = new Browser(demo.url);
});
afterAll(() => demo.stop());

function sessionOf(line: SetLine | undefined, keys: { secret: string; digest?: 'sha1' | 'sha256' } = { secret: DEMO_SECRET }) {
  return openSession(line?.value ?? '', { name: line?.name ?? '', ...keys });
}

function sizesOf(page: Page) {
  const [line] = page.set;
  return measureCookie(line?.name ?? '', line?.value ?? '');
}

describe('Signing in and out', () => {
  test('A sign-in answers with a redirect that sets the session, and a sign-out takes a new session_id', async () => {
    const signIn = await browser.post('/sign_in', { email: 'ana@demo.test' });
    expect(signIn).toMatchObject({ status: 302, location: '/' });
    expect(signIn.set[0]?.attributes).toEqual(['path=/', 'httponly', 'samesite=lax']);
    expect(sessionOf(signIn.set[0])).toMatchObject({ user_id: 7, flash: { discard: [], flashes: { notice: 'Welcome back, Ana!' } } });
    const home = await browser.get('/');
    expect(home.body).toContain('Welcome back, Ana!');
    expect(sessionOf(home.set[0]), 'the flash is swept').not.toHaveProperty('flash');

    const signOut = await browser.post('/sign_out', { _method: 'delete' });
    expect(sessionOf(signOut.set[0])).not.toHaveProperty('user_id');
    expect(sessionOf(signOut.set[0])?.session_id).not.toBe(sessionOf(signIn.set[0])?.session_id);
  });

  test('Without a session, pages that only read it set nothing', async () => {
    for (const path of ['/', '/sign_in', '/cart']) expect((await browser.get(path)).set).toEqual([]);
  });

  test('All cookies can be deleted at once', async () => {
    const cookies = pages.flatMap((page) => page.cookies ?? []);
    const forget = await browser.post('/forget');
    expect(forget.set.map(({ name }) => name).sort()).toEqual(['_demo_session', ...cookies].sort());
    expect(forget.set.every(({ value, attributes }) => value === '' && attributes.includes('max-age=0'))).toBe(true);
  });
});

describe('Size', () => {
  test('A cart that grows by 100 bytes is at last dropped in silence, stands still, and then overflows', async () => {
    let dropped: Page | undefined;
    for (let n = 0; n < 40 && !dropped; n++) {
      const added = await browser.post('/cart', { bytes: '100' });
      expect(added.status).toBe(302);
      if (added.set[0]?.kept === false) dropped = added;
    }
    if (!dropped) throw new Error('Nothing was dropped');
    expect(sizesOf(dropped).wire).toBeGreaterThan(4096);
    expect(sizesOf(dropped).rails).toBeLessThanOrEqual(4096);
    const items = async () => /<output id="items">(\d+)</.exec((await browser.get('/cart')).body)?.[1];
    const before = await items();
    const overflow = await browser.post('/cart', { bytes: '1500' });
    expect(overflow).toMatchObject({ status: 500, set: [] });
    expect(overflow.body).toContain('ActionDispatch::Cookies::CookieOverflow');
    expect(overflow.body).toMatch(/_demo_session cookie overflowed with size \d{4} bytes/);
    expect(Number(before)).toBeGreaterThan(10);
    expect(await items(), 'the cart is as it was').toBe(before);
  });

  test('The silent drop is dropped every time, although the ciphertext is random, and Rails accepts it every time', async () => {
    expect((await browser.get('/silent-drop')).body).toContain('before the button');
    for (let n = 0; n < 30; n++) {
      const drop = await browser.post('/silent-drop');
      expect(drop.status).toBe(302);
      expect(sizesOf(drop).rails).toBeLessThanOrEqual(4096);
      expect(sizesOf(drop).wire).toBeGreaterThan(4096);
    }
    expect((await browser.get('/silent-drop')).body).toContain('before the button');
  });

  test('CookieOverflow is a 500 that names the exception and sets nothing', async () => {
    const before = await browser.get('/cookie-overflow');
    const overflow = await browser.post('/cookie-overflow');
    expect(overflow).toMatchObject({ status: 500, set: [] });
    expect(overflow.body).toContain('ActionDispatch::Cookies::CookieOverflow');
    expect(overflow.carried.get('_overflow_session')).toBe(before.set[0]?.value);
  });

  test('The page near the limit is near it, and kept', async () => {
    for (let n = 0; n < 10; n++) {
      const { wire } = sizesOf(await browser.get('/near-limit'));
      expect(wire).toBeGreaterThan(0.8 * 4096);
      expect(wire).toBeLessThan(4096);
    }
  });
});

describe('Flags', () => {
  test.each([
    ['/missing-httponly', ['path=/missing-httponly', 'samesite=lax'], 2, 'scripts read it'],
    ['/missing-secure', ['path=/missing-secure', 'httponly', 'samesite=lax'], 2, 'plain http'],
    ['/missing-samesite', ['path=/missing-samesite', 'httponly'], 2, 'the browser’s default counts'],
    ['/samesite-none-insecure', ['path=/samesite-none-insecure', 'httponly', 'samesite=none'], 1, 'refused, so every visit is the first'],
  ])('%s sends %j, and its second visit is number %i: %s', async (path, attributes, visits) => {
    expect((await browser.get(path)).set[0]?.attributes).toEqual(attributes);
    expect(sessionOf((await browser.get(path)).set[0])).toMatchObject({ visits });
  });

  test('A secure session on plain http is not sent at all, unless Rails believes in https', async () => {
    expect((await browser.post('/secure-on-http', { as: 'http' })).set).toEqual([]);
    const [line] = (await browser.post('/secure-on-http', { as: 'proxy' })).set;
    expect(line?.attributes).toEqual(['path=/secure-on-http', 'secure', 'httponly', 'samesite=lax']);
  });
});

describe('Contents', () => {
  test('The signed session is readable without any secret', async () => {
    const [line] = (await browser.get('/readable-session')).set;
    const { _rails } = JSON.parse(Buffer.from(decodeURIComponent(line?.value ?? '').split('--')[0] ?? '', 'base64').toString());
    expect(JSON.parse(Buffer.from(_rails.message, 'base64').toString())).toMatchObject({ user_id: 7, email: 'ana@demo.test' });
  });

  test('The record is in the session, and after the button in the flash, too', async () => {
    const record = { id: 7, email: 'ana@demo.test', created_at: expect.any(String), updated_at: expect.any(String) };
    expect(sessionOf((await browser.get('/record-snapshot')).set[0])).toMatchObject({ account: record });
    expect(sessionOf((await browser.post('/record-snapshot')).set[0])).toMatchObject({ flash: { flashes: { account: record } } });
    expect(sessionOf((await browser.get('/record-snapshot')).set[0])).not.toHaveProperty('flash');
  });

  test('The snapshot stays as it was when the record is renamed', async () => {
    const before = sessionOf((await browser.get('/stale-snapshot')).set[0]);
    await browser.post('/stale-snapshot');
    const after = await browser.get('/stale-snapshot');
    expect(sessionOf(after.set[0])?.account).toEqual(before?.account);
    expect(after.body).toContain('Ana Silva');
    expect(after.body).toContain('Ana Souza');
  });
});

describe('Keys, storage and timing', () => {
  test('A rotated session opens with the old secret first and with the new one from the next response on', async () => {
    const opensWith = (page: Page) => [OLD_DEMO_SECRET, DEMO_SECRET].map((secret) => sessionOf(page.set[0], { secret }) !== null);
    expect(opensWith(await browser.get('/old-secret'))).toEqual([true, false]);
    expect(opensWith(await browser.get('/old-secret'))).toEqual([false, true]);
    expect(opensWith(await browser.post('/old-secret'))).toEqual([true, false]);
  });

  test('The old-style cookie is CBC with SHA1 keys', async () => {
    const [line] = (await browser.get('/old-cipher')).set;
    expect(decodeURIComponent(line?.value ?? '')).toMatch(/^[A-Za-z0-9+/]+=*--[0-9a-f]{40}$/);
    expect(sessionOf(line)).toBeNull();
    expect(sessionOf(line, { secret: DEMO_SECRET, digest: 'sha1' })).toMatchObject({ user_id: 7 });
  });

  test('The server-side store sends an id, keeps it while it is known, and replaces it when it was evicted', async () => {
    const id = async () => (await browser.get('/server-store')).set[0]?.value;
    const first = await id();
    expect(first).toMatch(/^[0-9a-f]{32}$/);
    expect(await id()).toBe(first);
    await browser.post('/server-store');
    expect(await id()).not.toBe(first);
  });

  test('Of two requests at once, the one that lands last wins, and the other’s change is lost', async () => {
    await browser.get('/lost-update');
    const [item, locale] = await Promise.all([browser.post('/lost-update/item'), browser.post('/lost-update/locale')]);
    expect(item.carried).toEqual(locale.carried);
    expect(sessionOf(locale.set[0])).toMatchObject({ items: 0, locale: 'pt' });
    expect(sessionOf((await browser.get('/lost-update')).set[0])).toMatchObject({ items: 1, locale: 'en' });
  });
});

describe('The site', () => {
  test('The home page links every page and shows the secret', async () => {
    const { body } = await browser.get('/');
    for (const { path } of pages) expect(body).toContain(`href="${path}"`);
    expect(body).toContain(DEMO_SECRET);
  });

  test.each(['/', ...pages.map(({ path }) => path)])('%s needs nothing from elsewhere', async (path) => {
    const { body, status } = await browser.get(path);
    expect([200, 302]).toContain(status);
    expect(body).not.toMatch(/(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?\/\//);
  });

  test('A page that does not exist is a 404, and what a visitor sends is escaped', async () => {
    expect((await browser.get('/<script>')).status).toBe(404);
    const overflow = await browser.post('/cart?bytes=9999&x=%3Cscript%3E');
    expect(overflow.body).not.toContain('<script>');
  });

  test('Two demos find a port each', async () => {
    const [first, second] = [await startDemo(), await startDemo()];
    expect(new URL(first.url).port).not.toBe(new URL(second.url).port);
    await Promise.all([first.stop(), second.stop()]);
  });
});
