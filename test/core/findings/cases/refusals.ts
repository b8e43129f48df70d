import type { RefusalReason } from '../../../../src/core/cookies/storage.ts';
import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { type Cases, KEPT, plain, refused, sealed, session } from './cases.ts';

const REASONS = [
  'insecure-origin',
  'prefix',
  'samesite-none-insecure',
  'domain-mismatch',
  'public-suffix',
  'control-character',
  'secure-overwrite',
  'partitioned-insecure',
  'third-party-blocked',
  'samesite-cross-site',
  'credentials-omitted',
  'empty',
  'malformed',
] as const satisfies readonly Exclude<RefusalReason, 'too-large'>[];

export const refusalCases = {
  'cookie-refused': {
    triggers: [
      ...REASONS.map((reason) => ['error', `a session: ${reason}`, { ...session(sealed(300)), stored: refused(reason) }] as const),
      ...REASONS.map((reason) => ['error', `another cookie: ${reason}`, { ...plain('Secure'), stored: refused(reason) }] as const),
      ['error', 'a cookie that is no session and too large', { setCookie: [`a=${'x'.repeat(5000)}`], stored: refused('too-large') }],
    ],
    quiet: [
      ['a session that is too large, which is a silent drop', { ...session(sealed(4200)), stored: refused('too-large') }],
      ['a cookie that was kept', { ...session(sealed(300)), stored: KEPT }],
      ['a deletion that found nothing', { ...session('', 'Max-Age=0'), stored: [{ outcome: 'ignored' }] }],
      ['a deletion that was refused', { ...session('', 'Max-Age=0'), stored: refused('domain-mismatch') }],
      ['nothing known of the browser', session(sealed(300))],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
