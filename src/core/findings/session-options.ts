import { isSince, type RailsRange } from '../readers/rails/rails-version.ts';
import type { Snippet } from './remedy.ts';

interface KnownOptions {
  /** Empty where nothing is left. */
  readonly kept: string;
  /** What a proxy must add in their place. */
  readonly proxy: readonly Snippet[];
}

/**
 * Leaves out what the application's Rails certainly ignores. Rack writes SameSite from 2.0 on, which Rails takes from 5.0 on, and
 * Partitioned from 3.1 on, which Rails takes from 7.1 on.
 */
export function withoutUnknownOptions(options: string, cookie: string | null, rails: RailsRange): KnownOptions {
  let kept = options;
  if (isSince(rails, '7.1') === false) kept = kept.replace(/(?:, )?partitioned: true/, '');
  const sameSite = /(?:, )?same_site: :(\w+)/.exec(kept);
  if (sameSite === null || isSince(rails, '5.0') !== false) return { kept, proxy: [] };
  kept = kept.replace(sameSite[0], '').replace(/^, /, '');
  const secure = /secure: true/.test(kept) ? ' secure' : '';
  // In nginx's own syntax a name stands without quotes.
  const name = cookie !== null && /^[\w.-]+$/.test(cookie) ? cookie : '~session';
  const line = `proxy_cookie_flags ${name} samesite=${sameSite[1]}${secure}; # nginx 1.19.3 and up: Rails before 5.0 writes no SameSite`;
  return { kept, proxy: [{ language: 'nginx', lines: [line] }] };
}

/** What versions that the traffic does not rule out make of the options. */
export function optionNotes(options: string, rails: RailsRange): readonly string[] {
  const notes: string[] = [];
  if (options.includes('same_site:') && isSince(rails, '5.0') !== true)
    notes.push('Rails before 5.0 ignores same_site: there a proxy has to add SameSite');
  if (options.includes('same_site: :none') && isSince(rails, '7.0') !== true) notes.push('before Rails 7.0, :none takes Rack 2.1 or newer');
  if (options.includes('partitioned:'))
    notes.push(`partitioned takes Rack 3.1 or newer${isSince(rails, '7.1') === true ? '' : ', which Rails takes from 7.1 on'}`);
  return notes;
}
