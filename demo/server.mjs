/**
 * The demo behind `npm start`: a small shop that seals its sessions exactly as Rails does, with a page for each way a session can fail.
 * `node demo/server.mjs [--port 3939] [--host 127.0.0.1]`
 */
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { html } from './html.mjs';
import { layout, secretCard } from './layout.mjs';
import { listenOnFirst } from './listen.mjs';
import { accountPages, demoStore, home } from './pages/account.mjs';
import { contentPages } from './pages/contents.mjs';
import { elsewherePages } from './pages/elsewhere.mjs';
import { flagPages } from './pages/flags.mjs';
import { keyPages } from './pages/keys.mjs';
import { browserPages } from './pages/refused.mjs';
import { sizePages } from './pages/size.mjs';
import { deleteCookieLine } from './rack-cookie.mjs';
import { DEMO_SECRET } from './secrets.mjs';
import { CookieOverflow } from './session-store.mjs';
import { Visit } from './visit.mjs';

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 * @typedef {import('./visit.mjs').Answer} Answer
 */

const PREFERRED_PORT = 3939;
const PORTS_TO_TRY = 20;
const MAX_BODY = 64 * 1024;
/** A page's own cookies and the cart together may pass Node's usual 16 kB. */
const MAX_HEADERS = 64 * 1024;

/** Every page but the home page, in the order in which that lists them. */
export const pages = [...accountPages, ...sizePages, ...flagPages, ...browserPages, ...contentPages, ...keyPages, ...elsewherePages];

/**
 * Starts the demo. Without `port` it takes the first free one from 3939 on; port 0 takes any.
 * @param {{ port?: number, host?: string }} [options]
 * @returns {Promise<{ url: string, secret: string, stop: () => Promise<void> }>}  `url` has no slash at the end
 */
export async function startDemo({ port, host = '127.0.0.1' } = {}) {
  const database = newDatabase();
  const server = createServer({ maxHeaderSize: MAX_HEADERS }, (request, response) => {
    answer(request, response, database).catch((error) => {
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'text/plain' });
      response.end(`${error instanceof Error ? error.message : error}\n`);
    });
  });
  const ports = port === undefined ? [...Array.from({ length: PORTS_TO_TRY }, (_, n) => PREFERRED_PORT + n), 0] : [port];
  const taken = await listenOnFirst(server, ports, host);
  return {
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${taken}`,
    secret: DEMO_SECRET,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** @param {Request} request @param {Response} response @param {import('./visit.mjs').Database} database */
async function answer(request, response, database) {
  const url = new URL(request.url ?? '/', 'http://demo');
  const form = new URLSearchParams(await readBody(request));
  const params = new URLSearchParams([...url.searchParams, ...form]);
  const override = request.method === 'POST' ? form.get('_method')?.toUpperCase() : undefined;
  const visit = new Visit({
    method: override ?? request.method ?? 'GET',
    path: url.pathname,
    params,
    cookieHeader: request.headers.cookie,
    now: new Date(),
    database,
  });
  try {
    send(response, visit, await handle(visit), visit.commit());
  } catch (error) {
    if (!(error instanceof CookieOverflow)) throw error;
    // The exception passes the cookie middleware: no Set-Cookie, neither the session's nor any other.
    send(response, visit, overflowPage(visit, error), []);
  }
}

/** @param {Visit} visit @returns {Answer | Promise<Answer>} */
function handle(visit) {
  if (visit.path === '/') return home(visit, pages, secretCard());
  if (visit.path === '/forget' && visit.unsafe) return forget(visit);
  const page = pages.find(({ path, also = [] }) => path === visit.path || also.includes(visit.path));
  return page ? page.handle(visit) : { title: 'No such page', status: 404, body: html`<p><a href="/">All pages</a></p>` };
}

/** Deletes every cookie that any page may have set, each under its own path. @param {Visit} visit @returns {Answer} */
function forget(visit) {
  visit.send(deleteCookieLine(demoStore.name, demoStore.path));
  for (const { path, cookies = [] } of pages) for (const name of cookies) visit.send(deleteCookieLine(name, path));
  return { redirect: '/' };
}

/** @param {Response} response @param {Visit} visit @param {Answer} answer @param {string[]} lines */
function send(response, visit, answer, lines) {
  if (lines.length > 0) response.setHeader('Set-Cookie', lines);
  response.setHeader('Cache-Control', 'max-age=0, private, must-revalidate');
  if ('redirect' in answer) return response.writeHead(302, { Location: answer.redirect }).end();
  if ('json' in answer) return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer.json));
  const text = layout({ ...answer, carried: visit.cookies, lines });
  return response.writeHead(answer.status ?? 200, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
}

/** What Rails' error page says in development. @param {Visit} visit @param {CookieOverflow} error @returns {Answer} */
function overflowPage(visit, error) {
  return {
    title: 'ActionDispatch::Cookies::CookieOverflow',
    status: 500,
    body: html`<section><h2>Action Controller: Exception caught</h2>
      <p class="bad">ActionDispatch::Cookies::CookieOverflow in ${visit.method} ${visit.path}</p><pre>${error.message}</pre></section>
      <p>The browser keeps the session from before. <a href="${visit.path}">Back</a></p>`,
  };
}

/** @param {Request} request */
async function readBody(request) {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > MAX_BODY) throw new Error('The form is too large');
  }
  return body;
}

/** @returns {import('./visit.mjs').Database} */
function newDatabase() {
  const created = '2026-01-15T12:00:00.000Z';
  return {
    account: { id: 7, email: 'ana@demo.test', name: 'Ana Silva', company_id: 3, created_at: created, updated_at: created },
    stored: new Map(),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  const demo = await startDemo({ ...(values.port && { port: Number(values.port) }), ...(values.host && { host: values.host }) });
  console.log(`The demo is on ${demo.url}\nIts secret_key_base, to enter in the Sessionscope panel:\n${demo.secret}`);
}
