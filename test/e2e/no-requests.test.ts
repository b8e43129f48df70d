import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request as forward } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sealSession } from '../../demo/rails-session.mjs';
import { servePage } from './page-server.ts';
import { enterSecret, openRow } from './panel-actions.ts';
import { browserName, extension, launchPanel } from './target.ts';

const secret = randomBytes(64).toString('hex');

/** Hosts that the browsers ask by themselves, with no extension installed. */
const VENDOR = /(^|\.)(mozilla\.(org|com|net)|firefox\.com|google(apis)?\.com|gvt1\.com|gstatic\.com|googleusercontent\.com)$/;

test(`in ${browserName}, a proxy sees no request but the page's own`, async () => {
  expect(await requestsBesideThePage(extension)).toEqual([]);
});

test(`in ${browserName}, the proxy would have seen a request of the extension`, async () => {
  const planted = mkdtempSync(join(tmpdir(), 'sessionscope-planted-'));
  try {
    cpSync(extension, planted, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(planted, 'manifest.json'), 'utf8'));
    manifest.content_security_policy.extension_pages = "script-src 'self'; connect-src *";
    writeFileSync(join(planted, 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(planted, 'planted.js'), "fetch('http://planted.test/', { mode: 'no-cors' });");
    const panel = join(planted, 'src/panel/panel.html');
    writeFileSync(panel, `${readFileSync(panel, 'utf8')}<script src="/planted.js"></script>`);
    expect(await requestsBesideThePage(planted)).toContain('GET http://planted.test/');
  } finally {
    rmSync(planted, { recursive: true, force: true });
  }
});

/** Records a session, opens it and looks at every part of its details, behind a proxy; lists what the proxy saw beside the page's requests. */
async function requestsBesideThePage(folder: string): Promise<readonly string[]> {
  const page = await servePage((_request, response) => {
    const value = sealSession({ user_id: 1 }, { secret, name: '_quiet_session' });
    response.setHeader('Set-Cookie', `_quiet_session=${value}; path=/; httponly; samesite=lax`);
    response.setHeader('Content-Type', 'text/html');
    response.end('<link rel="icon" href="data:,"><h1>Quiet</h1>');
  });
  const proxy = await startProxy(page.port);
  const driver = await launchPanel({ extension: folder, proxy: `127.0.0.1:${proxy.port}` });
  try {
    await driver.goto(`${page.url}/first`);
    await enterSecret(driver, secret);
    await openRow(driver, '_quiet_session');
    for (const tab of ['session', 'cookie', 'raw', 'findings']) await driver.click(`[data-testid=tab-${tab}]`);
    await driver.goto(`${page.url}/second`);
    await driver.waitFor('the second row', () => document.querySelectorAll('[data-testid=row]').length >= 2);
    if (folder !== extension) await expect.poll(() => proxy.seen.some((line) => line.includes('planted.test'))).toBe(true);
    expect(proxy.seen, 'the proxy sees the page').toContain(`GET ${page.url}/second`);
  } finally {
    await driver.close();
    proxy.stop();
    page.stop();
  }
  const own = [`GET ${page.url}/first`, `GET ${page.url}/second`];
  return proxy.seen.filter((line) => !own.includes(line) && !VENDOR.test(hostOf(line)));
}

/** Forwards plain http to the page's server whatever the host; answers a tunnel for https with 502. Both are noted. */
async function startProxy(pagePort: number) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (!request.url?.startsWith('http://app.test:')) {
      response.writeHead(502).end();
      return;
    }
    const { pathname } = new URL(request.url);
    const options = { port: pagePort, host: '127.0.0.1', method: request.method, path: pathname, headers: request.headers };
    request.pipe(
      forward(options, (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      }),
    );
  });
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    seen,
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function hostOf(line: string): string {
  const target = line.slice(line.indexOf(' ') + 1);
  return URL.canParse(target) && target.startsWith('http') ? new URL(target).hostname : target.replace(/:\d+$/, '');
}
