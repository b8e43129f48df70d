import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { sealCbc, sealGcm, sealSigned, sign } from '../../readers/seal.ts';
import { type Cases, rackSealed, sealed, session } from './cases.ts';

/** `{}` and `{"a" => 1}`, as Marshal writes them. */
const EMPTY = '\u0004\b{\u0000';
const HASH = '\u0004\b{\u0006"\u0006ai\u0006';

export const sealCases = {
  'marshal-serializer': {
    triggers: [
      ['warning', 'an encrypted session', session(sealGcm(HASH))],
      ['warning', 'a session in CBC', session(sealCbc(HASH))],
      ['warning', 'a signed cookie, which shows it without a secret', { setCookie: [`prefs=${sealSigned(HASH, { secret: 'another' })}`] }],
      ['warning', 'a session that Rack signs', { setCookie: [`rack.session=${sign(btoa(HASH), 'secret')}`] }],
      ['warning', 'a session of Rack without a secret', { setCookie: [`rack.session=${encodeURIComponent(btoa(EMPTY))}`] }],
    ],
    quiet: [
      ['JSON', session(sealGcm('{"a":1}'))],
      ['a session that does not open', session(sealed(300))],
      ['JSON that starts like Marshal’s base64', session(sealSigned('"BAh"'))],
      ['a cookie being deleted', session(sealGcm(HASH), 'Max-Age=0')],
    ],
  },
  'outdated-cipher': {
    triggers: [
      ['info', 'AES-256-CBC with HMAC', session(sealCbc('{}'))],
      ['info', 'CBC that no secret opens', session(sealCbc('{}', { secret: 'another' }))],
      ['info', 'AES-256-GCM under a key derived with SHA1', session(sealGcm('{}', { digest: 'sha1' }))],
      ['info', 'a signed cookie under such a key', { setCookie: [`user_id=${sealSigned('42', { digest: 'sha1' })}`] }],
      ['info', 'both are one finding', session(sealCbc('{}', { digest: 'sha1' }))],
    ],
    quiet: [
      ['AES-256-GCM under a key derived with SHA256', session(sealGcm('{}'))],
      ['a signature with SHA1, which is HMAC’s and not the key’s', session(sealSigned('{}', { hmac: 'sha1' }))],
      ['an encrypted session that does not open', session(sealed(300))],
      ['Rack’s own encryption', { setCookie: [`rack.session=${rackSealed(300)}`] }],
      ['a cookie being deleted', session(sealCbc('{}'), 'Max-Age=0')],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
