import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Tells the application that the browser came by https, as proxies do that are set up wrongly: Rails sends no Secure cookie otherwise.
 * Where the application redirects to https, the browser is kept on plain http (nginx: `proxy_redirect https:// http://`).
 */
export async function startTlsProxy(target: string) {
  const server = createServer((incoming, response) => {
    const headers = { ...incoming.headers, 'x-forwarded-proto': 'https' };
    const onward = request(target + (incoming.url ?? '/'), { method: incoming.method, headers }, (answer) => {
      const sent = answer.rawHeaders.map((text, index) => (index % 2 === 1 ? text.replace(/^https:/, 'http:') : text));
      response.writeHead(answer.statusCode ?? 502, sent);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
