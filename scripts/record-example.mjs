// Records the example that the panel brings with it: `node scripts/record-example.mjs && npm run format`. The responses are those of the real Rails application
// in `test/apps/rails`; what a browser would keep of their cookies is decided here, by the one rule that matters: 4,096 bytes.
import { writeFileSync } from 'node:fs';
import { request as ask } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { findRails, startRails } from './rails.mjs';

const TARGET = 'src/worker/example/example.har.json';
const SITE = 'https://shop.example';
/** Of no use to anybody: it sealed nothing but this example. */
const SECRET = 'example'.repeat(18);
/** Chromium's limit of name and value. */
const LIMIT = 4096;
/** The headers that say something of a session. */
const KEPT = ['set-cookie', 'location', 'content-type', 'cache-control'];

const app = await startRails({ SECRET_KEY_BASE: SECRET, SESSION_KEY: '_shop_session', COOKIES: 'plain,permanent' });
const version = findRails().rails?.version;
/** @type {{ startedDateTime: string, [part: string]: unknown }[]} */
const entries = [];
/** @type {Map<string, string>} */
const jar = new Map();

/**
 * Sends a request and records it.
 * @param {string} method
 * @param {string} path  with its query
 * @param {{ form?: Record<string, string>, pause?: number }} [options]  `pause` in milliseconds before it
 * @returns {Promise<import('node:http').IncomingMessage>}
 */
async function send(method, path, { form = {}, pause = 400 } = {}) {
  await sleep(pause);
  const body = method === 'GET' ? '' : new URLSearchParams(form).toString();
  const sent = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const type = body === '' ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': body.length };
  const headers = { host: 'shop.example', 'x-forwarded-proto': 'https', ...(sent === '' ? {} : { cookie: sent }), ...type };
  const started = Date.now();
  /** @type {{ response: import('node:http').IncomingMessage, text: string }} */
  const { response, text } = await new Promise((resolve, reject) => {
    const asked = ask(app.url + path, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => (text += part));
      response.on('end', () => resolve({ response, text }));
    });
    asked.on('error', reject).end(body);
  });
  const time = Date.now() - started;
  for (const line of response.headers['set-cookie'] ?? []) keep(line);
  entries.push({
    startedDateTime: new Date(started).toISOString(),
    time,
    _resourceType: path.startsWith('/write') ? 'fetch' : 'document',
    request: {
      method,
      url: SITE + path,
      headers: [...(sent === '' ? [] : [{ name: 'Cookie', value: sent }])],
      ...(body === '' ? {} : { postData: { mimeType: 'application/x-www-form-urlencoded', text: body } }),
    },
    response: {
      status: response.statusCode,
      headers: fieldsOf(response.rawHeaders).filter(({ name }) => KEPT.includes(name.toLowerCase())),
      content: (response.statusCode ?? 0) < 400 ? {} : { mimeType: 'text/html', text: /<h1>[\s\S]*?<\/h2>/.exec(text)?.[0] ?? '' },
    },
    timings: { send: 0, wait: time, receive: 0 },
  });
  return response;
}

/** @param {readonly string[]} raw  names and values in turn */
function fieldsOf(raw) {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [{ name, value: raw[index + 1] ?? '' }] : []));
}

/** What Chromium does with a line of this application. @param {string} line */
function keep(line) {
  const [pair = ''] = line.split(';', 1);
  const name = pair.slice(0, pair.indexOf('='));
  const value = pair.slice(pair.indexOf('=') + 1);
  if (/max-age=0|expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
  else if (pair.length - 1 <= LIMIT) jar.set(name, value);
}

/** A page, and where its redirects lead: as `send`. @type {typeof send} */
async function visit(method, path, options) {
  let response = await send(method, path, options);
  while (response.statusCode === 302) {
    const { pathname, search } = new URL(response.headers.location ?? '/', SITE);
    response = await send('GET', pathname + search, { pause: 30 });
  }
  return response;
}

/** So much in the basket that Rails sends the session and the browser drops it: base64 twice over, so 16/9 of a byte. */
async function bytesToDrop() {
  await fetch(`${app.url}/sign_in?bytes=1500`, { method: 'POST', redirect: 'manual' });
  const raw = (await app.log()).at(-1)?.cookies.find(({ name }) => name === '_shop_session')?.raw_value ?? 0;
  return 1500 + Math.floor(((4085 - raw) * 9) / 16);
}

const tooMuch = await bytesToDrop();
await visit('GET', '/sign_in');
await visit('POST', '/sign_in', { form: { email: 'ana@shop.example' } });
for (const bytes of ['180', '200', '220']) await visit('POST', '/cart', { form: { bytes } });
await visit('POST', '/snapshot');
await visit('POST', '/profile', { form: { name: 'Ana Souza' } });
await Promise.all([
  send('POST', '/write?key=theme&value=dark&delay=300'),
  send('POST', '/write?key=language&value=pt&delay=700', { pause: 420 }),
]);
await visit('GET', '/untouched');
await visit('POST', '/cart', { form: { bytes: '400' } });
await visit('POST', '/cart', { form: { bytes: '3000' } });
await visit('GET', '/account');
await visit('POST', '/sign_out', { form: { _method: 'delete' } });
await visit('POST', `/sign_in?bytes=${tooMuch}`, { form: { email: 'ana@shop.example' } });
await visit('GET', '/account');
await app.stop();

entries.sort((a, b) => (a.startedDateTime < b.startedDateTime ? -1 : 1));
const log = {
  version: '1.2',
  creator: { name: `Rails ${version}`, version: '' },
  comment: `Every response was printed by Rails ${version} (test/apps/rails), asked by scripts/record-example.mjs, which kept of the cookies what Chromium keeps. Sealed with the public secret_key_base "${SECRET}".`,
  entries,
};
writeFileSync(TARGET, `${JSON.stringify({ log }, null, 1)}\n`);
console.log(`${entries.length} exchanges in ${TARGET}`);
