import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { findRails, startRails } from '../../scripts/rails.mjs';
import { enterSecret, openRow, shownRows, waitForRows } from './panel-actions.ts';
import { browserName, launchPanel, lookAround } from './target.ts';

const { rails } = findRails();
const secret = randomBytes(64).toString('hex');

type RunningRails = Awaited<ReturnType<typeof startRails>>;
type Settings = Record<string, string>;

/** What the cookie store writes: serializer and cipher, and how the panel must name them. A hybrid one writes JSON. */
const COOKIE_STORES: readonly (readonly [serializer: string, cipher: string, shown: RegExp])[] = [
  ['json', 'gcm', /current.*AES-256-GCM.*SHA1.*JSON/s],
  ['hybrid', 'gcm', /current.*AES-256-GCM.*SHA1.*JSON/s],
  ['marshal', 'gcm', /current.*AES-256-GCM.*SHA1.*Marshal/s],
  ['json', 'cbc', /current.*AES-256-CBC.*SHA1.*JSON/s],
  ['hybrid', 'cbc', /current.*AES-256-CBC.*SHA1.*JSON/s],
  ['marshal', 'cbc', /current.*AES-256-CBC.*SHA1.*Marshal/s],
];

/** Stores that put only an id into the cookie, and whether the session is there in the next request. */
const ID_STORES: readonly (readonly [store: string, keeps: boolean, reason: string])[] = [
  ['cache', true, 'the session is in the cache'],
  ['active_record', true, 'the session is in the table'],
  ['null', false, 'the cache keeps nothing, so every request gets a new id'],
];

interface Shop {
  readonly app: RunningRails;
  /** All are on one host, so that each has a cookie of its own name. */
  readonly cookie: string;
}

describe.runIf(rails || process.env.CI === 'true')(`real Rails ${rails?.version} by its settings, in ${browserName}`, () => {
  const shops = new Map<string, Promise<Shop>>();
  let driver: PanelDriver;

  /** One after another, beside the browser: while a test drives one application, the next is coming up. */
  function startAll(all: ReadonlyMap<string, Settings>): void {
    let before: Promise<unknown> = Promise.resolve();
    for (const [name, settings] of all) {
      const cookie = `_${name}_session`;
      const shop = before.then(async () => {
        return { app: await startRails({ SECRET_KEY_BASE: secret, SESSION_KEY: cookie, ...settings }), cookie };
      });
      before = shop.catch(() => {});
      shops.set(name, shop);
    }
  }

  async function shopOf(name: string): Promise<Shop> {
    const shop = await shops.get(name);
    if (shop === undefined) throw new Error(`${name} was not started`);
    return shop;
  }

  beforeAll(async () => {
    startAll(
      new Map<string, Settings>([
        ...COOKIE_STORES.map(([serializer, cipher]) => [`${serializer}_${cipher}`, { SERIALIZER: serializer, CIPHER: cipher }] as const),
        ...[...ID_STORES.map(([store]) => store), 'disabled'].map((store) => [store, { STORE: store }] as const),
      ]),
    );
    driver = await launchPanel();
    await driver.resizePanel(1200, 900);
    await enterSecret(driver, secret);
  });
  afterAll(async () => {
    await driver?.close();
    for (const shop of await Promise.allSettled(shops.values())) if (shop.status === 'fulfilled') await shop.value.app.stop();
  });

  /** The form sent, and the page behind it; waits for each response that sets the cookie, as a person would. Then opens the newest. */
  async function signIn({ app, cookie }: Shop, rows: number): Promise<void> {
    await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=details-close]')?.click());
    await driver.goto(`${app.url}/sign_in`);
    await waitForRows(driver, 1, cookie);
    await lookAround();
    await driver.page(() => document.querySelector<HTMLFormElement>('form')?.submit());
    await waitForRows(driver, rows, cookie);
    await driver.waitFor('no details', () => document.querySelector('[data-testid=details]') === null);
    await openRow(driver, cookie);
  }

  test.each(COOKIE_STORES)('a session of %s in AES-256-%s is opened, and named as what it is', async (serializer, cipher, shown) => {
    const shop = await shopOf(`${serializer}_${cipher}`);
    await signIn(shop, 3);
    await driver.waitFor('the opened session', () => document.querySelector('[data-testid=reading-state][data-state=opened]') !== null);
    expect(await driver.text('[data-testid=reading-key]')).toMatch(shown);
    const tree = await driver.text('[data-testid=tree]');
    expect(tree).toMatch(/user_id.*42/s);
    const { session } = (await shop.app.log()).findLast((response) => response.session !== null) ?? { session: null };
    expect(session).toMatchObject({ user_id: 42 });
    for (const key of Object.keys(session ?? {})) expect(tree).toContain(key);
  });

  test.each(ID_STORES)('the cookie of the %s store is shown as an id (the session is kept: %s), as %s', async (store, keeps) => {
    const shop = await shopOf(store);
    await signIn(shop, keeps ? 2 : 3);
    await driver.waitFor('the id', () => document.querySelector('[data-testid=reading-state][data-state=identifier]') !== null);
    await driver.goto(`${shop.app.url}/read`);
    const log = await shop.app.log();
    const { session } = log.findLast((response) => new URL(response.url).pathname === '/read') ?? { session: null };
    expect(session).toEqual(keeps ? expect.objectContaining({ user_id: 42 }) : {});
    const ids = log.flatMap((response) => response.set_cookie.map((line) => /=([0-9a-f]{32});/.exec(line)?.[1]));
    expect(ids).toHaveLength(keeps ? 2 : 4);
    expect(new Set(ids).size).toBe(ids.length);
    await waitForRows(driver, ids.length, shop.cookie);
    expect((await shownRows(driver)).filter((row) => row.cookie === shop.cookie)).toHaveLength(ids.length);
  });

  test('without a session store there is no cookie, and no row of one', async () => {
    const { app, cookie } = await shopOf('disabled');
    await driver.goto(`${app.url}/untouched`);
    await driver.goto(`${app.url}/sign_in`);
    expect((await app.log()).flatMap((response) => response.set_cookie)).toEqual([]);
    expect((await shownRows(driver)).filter((row) => row.cookie === cookie)).toEqual([]);
    expect(await driver.problems()).toEqual([]);
  });
});
