import { identityOf } from '../cookies/cookie-shelves.ts';
import type { CookieStore } from '../cookies/cookie-store.ts';
import type { RequestContext } from '../cookies/request-context.ts';
import type { LinePlace, StorageOutcome, StoredCookie } from '../cookies/storage.ts';
import type { CarriedPair } from './match-carried.ts';

/** What a request says of a line before it. */
export interface Judged {
  readonly place: LinePlace;
  readonly cookie: StoredCookie;
  readonly carried: boolean;
}

interface Pending {
  readonly place: LinePlace;
  /** Of a deletion: what it deletes. */
  readonly cookie: StoredCookie;
  readonly effect: 'kept' | 'deleted' | 'refused';
  readonly landedAt: number;
}

interface Request {
  readonly context: RequestContext;
  readonly carried: readonly CarriedPair[];
  /** What the model expects it to carry. */
  readonly sent: readonly StoredCookie[];
  readonly store: CookieStore;
}

/** In milliseconds: a request that starts so soon after a response may have taken its cookies before that landed. Not a navigation, which waits. */
const IN_FLIGHT = 20;

/** Lines that nothing tells of for long are forgotten: cookies of paths that nobody visits again. */
const AT_MOST = 300;

/** The lines that no request has told of yet: whether the browser kept them shows on the next one in scope. */
export class PendingLines {
  #lines = new Map<string, Pending>();

  copy(): PendingLines {
    const copy = new PendingLines();
    copy.#lines = new Map(this.#lines);
    return copy;
  }

  landed(place: LinePlace, cookie: StoredCookie, stored: StorageOutcome, landedAt: number): void {
    const effect = effectOf(stored);
    if (effect === null) return;
    // What comes after it cannot tell of it any more.
    if (effect !== 'refused')
      for (const [key, { cookie: other }] of this.#lines) if (identityOf(other) === identityOf(cookie)) this.#lines.delete(key);
    this.#lines.set(`${place.exchangeId}#${place.line}`, { place, cookie, effect, landedAt });
    const [oldest] = this.#lines.keys();
    if (this.#lines.size > AT_MOST && oldest !== undefined) this.#lines.delete(oldest);
  }

  /** What the request tells of; they are pending no longer. */
  judge(request: Request): readonly Judged[] {
    const judged: Judged[] = [];
    for (const [key, line] of this.#lines) {
      const carried = isCarried(line, request);
      if (carried === null || (!carried && isTooSoon(line, request.context))) continue;
      this.#lines.delete(key);
      judged.push({ place: line.place, cookie: line.cookie, carried });
    }
    return judged;
  }

  /** Whether the cookie with this identity landed just now. */
  isInFlight(identity: string, context: RequestContext): boolean {
    return [...this.#lines.values()].some((line) => identityOf(line.cookie) === identity && isTooSoon(line, context));
  }
}

function effectOf({ outcome }: StorageOutcome): Pending['effect'] | null {
  switch (outcome) {
    case 'created':
    case 'replaced':
      return 'kept';
    case 'deleted':
      return 'deleted';
    case 'refused':
      return 'refused';
    case 'ignored':
      return null;
  }
}

/** Null when the request says nothing of it. */
function isCarried({ cookie, effect }: Pending, { context, carried, sent, store }: Request): boolean | null {
  const isThere = carried.some(({ name, value }) => name === cookie.name && value === cookie.value);
  if (effect === 'kept') return isThere ? true : sent.some((other) => identityOf(other) === identityOf(cookie)) ? false : null;
  // The same value may be kept under another identity, or from before.
  if (sent.some(({ name, value }) => name === cookie.name && value === cookie.value)) return null;
  if (isThere) return true;
  return store.withholds(cookie, context) === null ? false : null;
}

function isTooSoon({ landedAt }: Pending, context: RequestContext): boolean {
  return !context.topLevel && context.at - landedAt < IN_FLIGHT;
}
