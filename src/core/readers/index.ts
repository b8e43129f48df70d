import { rack } from './rack/index.ts';
import { rails } from './rails/index.ts';
import { type CookieReader, type Keyring, type Reading, type Recognition, type SealedCookie, UNREAD } from './reader.ts';

/**
 * Every reader there is. Where two recognise a value, one that finds it sound goes before one that finds it malformed, then the one
 * whose own the name is (`rack.session`), then the order here.
 */
export const READERS: readonly CookieReader[] = [rails, rack];

/** Tells without a key what a cookie is. Null for a plain cookie. */
export function recogniseCookie(cookie: SealedCookie): Recognition | null {
  return chooseReader(cookie)?.recognition ?? null;
}

/**
 * Opens a cookie with the first secret that fits; never throws on any value. Null for a plain cookie.
 * `now` in milliseconds since the epoch, by the clock of the traffic.
 */
export function openCookie(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading | null> {
  const chosen = chooseReader(cookie);
  return chosen === null ? Promise.resolve(null) : chosen.reader.open(cookie, keyring, now);
}

/** What is said of a recognised cookie before it has been opened. */
export function unreadCookie(cookie: SealedCookie, { framework, layout }: Recognition): Reading {
  const role = READERS.find((reader) => reader.id === framework)?.roleOf(cookie.name, layout, null) ?? 'session';
  return { ...UNREAD, framework, role, layout };
}

/** Whether there is a secret that opens or verifies such a value: not for an id, and not for what is damaged or was never protected. */
export function takesSecret({ layout, failure }: Reading): boolean {
  return layout !== null && layout !== 'store-id' && layout !== 'rack-plain' && failure !== 'malformed';
}

function chooseReader(cookie: SealedCookie): { reader: CookieReader; recognition: Recognition } | null {
  let malformed: { reader: CookieReader; recognition: Recognition } | null = null;
  const owners = READERS.filter((reader) => reader.ownsName(cookie.name));
  for (const reader of new Set([...owners, ...READERS])) {
    const recognition = reader.recognise(cookie);
    if (recognition === null) continue;
    if (!recognition.malformed) return { reader, recognition };
    malformed ??= { reader, recognition };
  }
  return malformed;
}
