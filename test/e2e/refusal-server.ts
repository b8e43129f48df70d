import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

/** What is set at a path, on whatever host and scheme it is asked for. */
export interface Served {
  readonly lines: readonly string[];
  /** Whether a script of another origin may send credentials and read the answer; anyone may read it without. */
  readonly credentials?: boolean;
}

/** Serves pages over http and https, on free ports of 127.0.0.1 that all hosts under `.test` lead to. */
export async function startRefusalServer(pages: ReadonlyMap<string, Served>) {
  const answer: RequestListener = (request) => {
    request.socket.end(Buffer.from(responseTo(request, pages.get((request.url ?? '').split('?')[0] ?? '')), 'latin1'));
  };
  const plain = createServer(answer);
  const secure = createSecureServer(selfSigned(['safe.test', 'top.test', 'localhost']), answer);
  const ports = await Promise.all(
    [plain, secure].map(async (server) => {
      await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
      return (server.address() as AddressInfo).port;
    }),
  );
  return {
    /** `origin` without a port, such as `https://safe.test`. */
    url: (origin: string, path: string): string => `${origin}:${ports[origin.startsWith('https:') ? 1 : 0]}${path}`,
    stop: () => {
      for (const server of [plain, secure]) {
        server.close();
        server.closeAllConnections();
      }
    },
  };
}

/** Written by hand: Node's own response refuses the bytes that browsers are to refuse here. */
function responseTo(request: IncomingMessage, page: Served | undefined): string {
  const body = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>Cookies</title>';
  const { origin } = request.headers;
  const sharing = page?.credentials
    ? [`Access-Control-Allow-Origin: ${origin ?? '*'}`, 'Access-Control-Allow-Credentials: true']
    : ['Access-Control-Allow-Origin: *'];
  const lines = (page?.lines ?? []).map((line) => `Set-Cookie: ${line}`);
  const head = ['Content-Type: text/html', `Content-Length: ${body.length}`, 'Cache-Control: no-store', 'Connection: close'];
  return ['HTTP/1.1 200 OK', ...head, ...sharing, ...lines, '', body].join('\r\n');
}
