import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { servePage } from './page-server.ts';
import { enterSecret, openRow, shownRows, waitForRow } from './panel-actions.ts';
import { browserName, launchPanel, savePicture } from './target.ts';

/** What Rails 8.1 answered, printed by it (test/fixtures/vectors/stories.json): Debian's Rails 6.1 has other keys and another limit. */
interface Story {
  readonly id: string;
  readonly rails_version: string;
  readonly secrets: readonly string[];
  readonly cookie_name: string;
  readonly exchanges: readonly {
    readonly n: number;
    readonly status: number;
    readonly set_cookie: readonly string[];
    readonly exception?: { readonly class: string; readonly message: string };
  }[];
}
const { stories } = JSON.parse(readFileSync('test/fixtures/vectors/stories.json', 'utf8')) as { stories: readonly Story[] };
const told = (id: string): Story => {
  const story = stories.find((one) => one.id === id);
  if (!story) throw new Error(`no story ${id}`);
  return story;
};

let story: Story;
let server: Awaited<ReturnType<typeof servePage>>;
let driver: PanelDriver;

beforeAll(async () => {
  server = await servePage((request, response) => {
    const exchange = story.exchanges.find((one) => request.url === `/${one.n}`);
    response.statusCode = exchange?.status ?? 200;
    // The recorded redirects would leave this server.
    if (response.statusCode >= 300 && response.statusCode < 400) response.statusCode = 200;
    if (exchange?.set_cookie.length) response.setHeader('Set-Cookie', exchange.set_cookie);
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<link rel="icon" href="data:,"><h1>${exchange?.exception ? `${exchange.exception.class}: ${exchange.exception.message}` : 'Replayed'}</h1>`,
    );
  });
  driver = await launchPanel();
  await driver.resizePanel(1200, 700);
});
afterAll(async () => {
  await driver.close();
  server.stop();
});

/** At the pace of a person: Firefox reports nothing of a response that is followed by a navigation within a fifth of a second. */
async function replay(id: string): Promise<void> {
  story = told(id);
  for (const { n, status, set_cookie } of story.exchanges) {
    await driver.goto(`${server.url}/${n}`);
    if (set_cookie.length > 0 || status === 500) await waitForRow(driver, `/${n}`);
  }
}

test(`in ${browserName}, a replayed Rails 8.1 session that the browser drops in silence is shown as refused`, async () => {
  await replay('v8_1_3_1/silent-drop');
  await enterSecret(driver, story.secrets[0] ?? '');
  await openRow(driver, story.cookie_name);
  await driver.waitFor(
    'the opened session',
    () => document.querySelector<HTMLElement>('[data-testid=reading-state]')?.dataset.state === 'opened',
  );
  expect(await driver.text('[data-testid=reading-key]')).toMatch(/SHA256/);
  const dropped = (await shownRows(driver)).filter((row) => row.wire !== null && row.wire > 4096);
  expect(dropped).toHaveLength(1);
  expect(dropped[0]).toMatchObject({
    path: '/4',
    finding: expect.stringContaining('silent-drop'),
    session: expect.stringContaining('refused'),
  });
  // The browser agrees: the next request carried the version before.
  const last = story.exchanges.at(-1)?.n;
  expect((await shownRows(driver)).find((row) => row.path === `/${last}`)?.notes).toEqual([]);
  await savePicture(driver, 'silent-drop');
});

test(`in ${browserName}, a replayed Rails 8.1 overflow is shown on the response that raised it`, async () => {
  await driver.click('[data-testid=clear]');
  await replay('v8_1_3_1/overflow-500');
  const raised = (await shownRows(driver)).find((row) => row.status === 500);
  expect(raised).toMatchObject({ path: '/4', finding: expect.stringContaining('cookie-overflow') });
});
