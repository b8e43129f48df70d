import { servePage } from '../../e2e/page-server.ts';

/** As many as a busy page has under way. */
const AT_A_TIME = 32;
/** Sealed as Rails does it, in three parts: about 500 bytes on the wire. */
const SEALED = [430, 16, 24].map((length, part) => Buffer.alloc(length * 0.72, `${part}sessionscope`).toString('base64')).join('--');

/** `none`: no answer sets a cookie; `session`: each sets another session of 500 bytes; `half`: every other one does. */
export type Sets = 'none' | 'session' | 'half';

/** A page and small answers to what it fetches: `/r7?sets=session`. */
export const serveTraffic = () =>
  servePage((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://app.test');
    const index = Number(/^\/r(\d+)$/.exec(pathname)?.[1] ?? -1);
    const sets = searchParams.get('sets');
    if (sets === 'session' || (sets === 'half' && index % 2 === 0)) {
      const digits = String(index).padStart(8, '0');
      response.setHeader('Set-Cookie', `_shop_session=${digits}${encodeURIComponent(SEALED).slice(8)}; path=/; HttpOnly; SameSite=Lax`);
    }
    response.setHeader('Content-Type', index < 0 ? 'text/html' : 'application/json');
    response.end(index < 0 ? '<!doctype html><title>Shop</title><h1>Shop</h1>' : '{"ok":true}');
  });

/** Runs in the page: so many fetches, some at a time. The milliseconds that they took. */
export async function fetchMany(first: number, count: number, sets: string, atATime: number): Promise<number> {
  let next = first;
  const work = async (): Promise<void> => {
    while (next < first + count) {
      const response = await fetch(`/r${next++}?sets=${sets}`);
      await response.text();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atATime }, work));
  return performance.now() - start;
}

/** Numbers no answer twice, so that each sets another value. */
export class Fetches {
  #next = 0;

  /** What `fetchMany` is called with. */
  args(count: number, sets: Sets): readonly [number, number, string, number] {
    const first = this.#next;
    this.#next += count;
    return [first, count, sets, AT_A_TIME];
  }
}
