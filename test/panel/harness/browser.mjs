import { spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

const TYPES = /** @type {Record<string, string>} */ ({ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' });
/** As the extension ships it. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; worker-src 'self'";

/**
 * Serves the built harness under the extension's content security policy.
 * @param {string} folder
 * @returns {Promise<{ url: string, close(): void }>}
 */
export async function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    if (!existsSync(file)) return void response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

/**
 * A headless Chromium with one page, spoken to by the DevTools protocol over pipes.
 * @param {string} executable
 */
export async function openBrowser(executable) {
  const profile = await mkdtemp(join(tmpdir(), 'panel-harness-'));
  const child = spawn(
    executable,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const out = /** @type {import('node:stream').Writable} */ (child.stdio[3]);
  const inp = /** @type {import('node:stream').Readable} */ (child.stdio[4]);
  /** @type {Map<number, { resolve(value: any): void, reject(error: Error): void }>} */
  const waiting = new Map();
  /** @type {string[]} */
  const console = [];
  let sequence = 0;
  let rest = '';
  inp.on('data', (data) => {
    const texts = (rest + data.toString('utf8')).split('\0');
    rest = texts.pop() ?? '';
    for (const text of texts) {
      const message = JSON.parse(text);
      if (message.method === 'Runtime.exceptionThrown') console.push(message.params.exceptionDetails.exception?.description ?? 'exception');
      if (message.method === 'Log.entryAdded') console.push(message.params.entry.text);
      const waiter = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) waiter?.reject(new Error(message.error.message));
      else waiter?.resolve(message.result);
    }
  });
  /** @type {(method: string, params?: object, sessionId?: string) => Promise<any>} */
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++sequence, { resolve, reject });
      out.write(`${JSON.stringify({ id: sequence, method, params, sessionId })}\0`);
    });
  const { targetInfos } = await send('Target.getTargets');
  const target = targetInfos.find((/** @type {{ type: string }} */ info) => info.type === 'page');
  const { sessionId } = await send('Target.attachToTarget', { targetId: target.targetId, flatten: true });
  /** @type {(method: string, params?: object) => Promise<any>} */
  const page = (method, params) => send(method, params, sessionId);
  await Promise.all([page('Page.enable'), page('Runtime.enable'), page('Log.enable')]);
  return {
    console,
    page,
    /** @param {string} expression */
    async run(expression) {
      const { result, exceptionDetails } = await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    async close() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      await send('Browser.close').catch(() => {});
      await gone;
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
