import { type MessageKey, message } from '../message.ts';
import type { Application } from '../readers/application.ts';
import { deciding, type RailsSign } from '../readers/rails/rails-version.ts';
import type { Remedy } from './remedy.ts';

/** For which version the lines of a remedy are, and what in the traffic says so; null where nothing does. */
export function applicationText({ framework, rails, rackSession }: Application): string | null {
  if (framework === 'rack' && rackSession !== null) return message(RACK[rackSession]);
  const { oldest, below } = deciding(rails);
  const since = oldest === null ? null : ([rails.atLeast ?? '', message(SIGNS[oldest])] as const);
  const before = below === null ? null : ([rails.below ?? '', message(SIGNS[below])] as const);
  if (since !== null && before !== null) return message('remedyForRailsBetween', ...since, ...before);
  if (since !== null) return message('remedyForRailsFrom', ...since);
  return before === null ? null : message('remedyForRailsBefore', ...before);
}

/** The same for the lines of a remedy: what is not the application's own code is for any version. */
export const versionText = ({ snippets }: Remedy, application: Application): string | null =>
  snippets.some(({ language }) => language === 'ruby') ? applicationText(application) : null;

const RACK = { signed: 'remedyForRackSigned', encrypted: 'remedyForRackEncrypted' } as const;

const SIGNS: Readonly<Record<RailsSign, MessageKey>> = {
  'signed-session': 'remedyForSignSigned',
  encrypted: 'remedyForSignEncrypted',
  gcm: 'remedyForSignGcm',
  'sealed-expiry': 'remedyForSignExpiry',
  'sealed-purpose': 'remedyForSignPurpose',
  'url-safe-token': 'remedyForSignUrlSafeToken',
  sha256: 'remedyForSignSha256',
  'message-pack': 'remedyForSignMessagePack',
  'generated-sign-in': 'remedyForSignRails8',
  'rack-3': 'remedyForSignRack3',
  'rack-1': 'remedyForSignRack1',
};
