import { bareName } from '../cookie-names.ts';

/**
 * `Rack::Session::Cookie#write_session`: a value of more bytes than this, before percent-encoding, is dropped with a line in the error
 * log, without an exception and without a cookie.
 */
export function longestRackValue(cookieName: string): number {
  return 4096 - cookieName.length;
}

/** Sessions of Roda's own plugin, which is no `Rack::Session::Cookie`. */
const FOREIGN = 'roda.session';

/** `rack.session`, which is Rack's default, and names made like it: `blog.rack.session`, `rack_session`, `bookshelf.session`. */
export function isRackName(name: string): boolean {
  const bare = bareName(name);
  return /^(?:[\w.-]+[._-])?rack[._-]session$|^[\w-]+\.session$/.test(bare) && bare !== FOREIGN;
}
