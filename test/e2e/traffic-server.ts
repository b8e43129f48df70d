import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';
import { type Kind, TrafficLog } from './traffic-log.ts';
import { STEPS, stepPage, WORKER } from './traffic-pages.ts';

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

export interface TrafficServer {
  readonly log: TrafficLog;
  /** Open this in the browser; everything else follows by itself. */
  readonly startUrl: string;
  /** Settles when the last page has been served. */
  readonly done: Promise<void>;
  close(): Promise<void>;
}

const PIXEL = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAA=', 'base64');

/**
 * Serves the same steps over HTTP/1.1 (http://app.test) and HTTP/2 (https://secure.test), round by round in turn, until it has
 * answered `requests` of them, and logs each Set-Cookie line that it writes.
 */
export async function startTrafficServer(requests: number): Promise<TrafficServer> {
  const log = new TrafficLog();
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let step = -1;
  const { key, cert } = selfSigned(['secure.test', 'other.test', 'localhost']);
  const plain = createServer((request, response) => answer(request, response, 'http'));
  const secure = createSecureServer({ key, cert, allowHTTP1: true }, (request, response) => answer(request, response, 'https'));
  const origins = await Promise.all(
    [plain, secure].map(async (server, index) => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      return index === 0 ? `http://app.test:${port}` : `https://secure.test:${port}`;
    }),
  );
  const [plainOrigin = '', secureOrigin = ''] = origins;
  const foreign = secureOrigin.replace('secure.test', 'other.test');

  function answer(request: Request, response: Response, scheme: 'http' | 'https'): void {
    const host = 'authority' in request ? (request.authority ?? request.headers.host) : request.headers.host;
    const url = new URL(request.url ?? '/', `${scheme}://${host}`);
    const first = url.pathname.split('/')[1];
    if (url.pathname === '/worker.js') send(request, response, { type: 'text/javascript', body: WORKER });
    else if (url.pathname === '/favicon.ico') send(request, response, { status: 404 });
    else send(request, response, replyTo(request, url, (first === 'next' ? 'step' : first) as Kind));
  }

  function replyTo(request: Request, url: URL, kind: Kind): Reply {
    const logged = log.request(kind, request.method ?? '', url.href, request.headers);
    const attributes = kind === 'foreign-frame' ? 'Path=/; Secure; SameSite=None' : 'Path=/; HttpOnly';
    const cookies = (count: number) => log.setCookies(logged, count, attributes);
    switch (kind) {
      case 'step':
        return next(url.protocol === 'http:' ? 'http' : 'https', cookies);
      case 'sign-in': {
        const location = { '/sign-in/start': '/sign-in/hop', '/sign-in/hop': '/sign-in/home' }[url.pathname] ?? '/next';
        return { status: 302, cookies: cookies(2), headers: { location } };
      }
      case 'redirected': {
        const hops = Number(url.searchParams.get('hops'));
        const location = `${url.pathname}-${hops}?hops=${hops - 1}`;
        return hops > 0 ? { status: 302, cookies: cookies(1), headers: { location } } : { cookies: cookies(1), body: 'ok' };
      }
      case 'not-modified': {
        const headers = { etag: '"1"', 'cache-control': 'no-cache' };
        const known = request.headers['if-none-match'] === '"1"';
        return { status: known ? 304 : 200, cookies: cookies(1), headers, body: known ? '' : 'ok' };
      }
      case 'no-content':
        return { status: 204, cookies: cookies(1) };
      case 'image':
        return { type: 'image/gif', cookies: cookies(1), headers: { 'cache-control': 'no-store' }, body: PIXEL };
      case 'frame':
      case 'foreign-frame':
        return { type: 'text/html', cookies: cookies(3), body: '<p>frame' };
      case 'error-page': {
        const status = Number(url.searchParams.get('status'));
        return { status, type: 'text/html', cookies: cookies(1), body: '<h1>ActionDispatch::Cookies::CookieOverflow</h1>' };
      }
      case 'reset':
        return url.searchParams.get('after') === 'headers' ? { breaksOff: 'midway', cookies: cookies(1) } : { breaksOff: 'at-once' };
      default:
        return { cookies: cookies(1 + (logged.number % 5)), body: 'ok' };
    }
  }

  /** The page of the next step; after a whole round the other origin, and in the end a page that shows what the jar holds. */
  function next(scheme: 'http' | 'https', cookies: (count: number) => string[]): Reply {
    const current = STEPS[(step + 1) % STEPS.length];
    const wanted = Math.floor((step + 1) / STEPS.length) % 2 === 0 ? 'http' : 'https';
    if (log.requests.length >= requests || !current) {
      finish();
      return { type: 'text/html', cookies: cookies(1), body: '<title>end</title><link rel="icon" href="data:,">' };
    }
    if (scheme !== wanted) {
      return { status: 302, cookies: cookies(1), headers: { location: `${wanted === 'http' ? plainOrigin : secureOrigin}/next` } };
    }
    step++;
    return { type: 'text/html', cookies: cookies(2), body: stepPage(current, `${step}`, foreign) };
  }

  return {
    log,
    startUrl: `${plainOrigin}/next`,
    done,
    async close() {
      plain.closeAllConnections();
      await Promise.all([plain, secure].map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

interface Reply {
  readonly status?: number;
  readonly type?: string;
  readonly cookies?: string[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** After the headers and a part of the body, or before anything is sent. */
  readonly breaksOff?: 'midway' | 'at-once';
}

function send(request: Request, response: Response, reply: Reply): void {
  const breakOff = () => {
    if ('stream' in response) response.stream.close(2);
    else request.socket.destroy();
  };
  if (reply.breaksOff === 'at-once') {
    breakOff();
    return;
  }
  response.writeHead(reply.status ?? 200, {
    'content-type': reply.type ?? 'text/plain',
    ...(reply.cookies ? { 'set-cookie': reply.cookies } : {}),
    ...(reply.breaksOff ? { 'content-length': '1000' } : {}),
    ...reply.headers,
  });
  // HTTP/2's response has the same methods with other overloads.
  const body = response as ServerResponse;
  if (reply.breaksOff) body.write('part', () => setTimeout(breakOff, 30));
  else body.end(reply.body);
}
