import type { Application } from '../readers/application.ts';
import { deciding, type RailsSign } from '../readers/rails/rails-version.ts';

/** For which version the lines of a remedy are, and what in the traffic says so; null where nothing does. */
export function applicationText({ framework, rails, rackSession }: Application): string | null {
  if (framework === 'rack' && rackSession !== null) return `The lines are for ${RACK[rackSession]}.`;
  const { oldest, below } = deciding(rails);
  if (oldest === null && below === null) return null;
  const versions = [
    ...(oldest === null ? [] : [`Rails ${rails.atLeast} or newer (${SIGNS[oldest]})`]),
    ...(below === null ? [] : [`${oldest === null ? 'Rails ' : ''}before ${rails.below} (${SIGNS[below]})`]),
  ];
  return `The lines are for ${versions.join(' and ')}.`;
}

const RACK = {
  signed: 'Rack before rack-session 2 (the session is signed, not encrypted)',
  encrypted: 'rack-session 2 (the session is encrypted)',
} as const;

const SIGNS: Readonly<Record<RailsSign, string>> = {
  'signed-session': 'the session is signed, not encrypted',
  encrypted: 'the session is encrypted',
  gcm: 'sealed with AES-GCM',
  'sealed-expiry': 'an expiry is sealed in',
  'sealed-purpose': 'the cookie’s name is sealed in',
  'url-safe-token': 'its CSRF token is url-safe',
  sha256: 'its key is derived with SHA256',
  'message-pack': 'written with MessagePack',
  'generated-sign-in': 'the sign-in is the one that Rails 8 generates',
  'rack-3': 'attributes in lower case, as Rack 3 writes them',
  'rack-1': 'dates that end in -0000, as Rack 1 writes them',
};
