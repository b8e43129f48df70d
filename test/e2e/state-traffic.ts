import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { until } from '../../scripts/browsers/wait.mjs';
import { type Story, storyById } from '../core/stories.ts';
import { servePage } from './page-server.ts';
import { shownRows, waitForRow } from './panel-actions.ts';
import { lookAround } from './target.ts';

const told: readonly Story[] = ['v8_1_3_1/silent-drop', 'v8_1_3_1/cleared'].map(storyById);

/** Opens every session of the traffic. */
export const STATE_SECRET = told[0]?.secrets[0] ?? '';

const SHOP = [
  '_shop_session=first-value; path=/; HttpOnly; SameSite=Lax',
  'theme=dark-value; path=/; Max-Age=315360000',
  '=1+1; path=/shop; Domain=app.test; Max-Age=1209600',
  'tracking=1; path=/; SameSite=None',
];

/** A page's server that answers as real Rails did in two stories: a version that the browser drops, then a session that is cleared. */
export async function serveStates() {
  let rest = told.flatMap(({ exchanges }) => exchanges);
  const server = await servePage((request, response) => {
    const path = new URL(request.url ?? '/', 'http://app.test').pathname;
    const answer = rest.find((one) => one.method === request.method && new URL(one.url).pathname === path);
    rest = rest.filter((one) => one !== answer);
    response.statusCode = answer?.status ?? 200;
    if (answer?.location !== undefined) response.setHeader('Location', '/shop');
    if (path === '/shop') response.setHeader('Set-Cookie', SHOP);
    if (answer?.set_cookie.length) response.setHeader('Set-Cookie', answer.set_cookie);
    response.setHeader('Content-Type', 'text/html');
    response.end(`<link rel="icon" href="data:,"><h1>${answer?.body ?? 'Shop'}</h1>`);
  });
  return {
    ...server,
    /** All of it, at a pace at which Firefox reports each response. The panel must show Responses, and be high enough for them all. */
    async play(driver: PanelDriver): Promise<void> {
      await driver.goto(`${server.url}/shop`);
      for (const { method, url, set_cookie } of rest.slice()) {
        const { pathname, search } = new URL(url);
        const rows = async () => (await shownRows(driver)).filter(({ path }) => path === pathname + search).length;
        const before = await rows();
        if (method === 'GET') await driver.goto(server.url + pathname + search);
        else {
          await driver.page((to) => fetch(to, { method: 'POST' }).then((answer) => answer.text()), pathname + search);
          await lookAround();
        }
        if (set_cookie.length > 0) await until(`a row of ${pathname}`, async () => (await rows()) > before);
      }
      await driver.goto(`${server.url}/shop`);
      await waitForRow(driver, '/shop');
      await driver.page(() => {
        // biome-ignore lint/suspicious/noDocumentCookie: plain http has no Cookie Store API.
        document.cookie = 'by_script=1; path=/';
      });
    },
  };
}
