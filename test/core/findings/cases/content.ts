import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { sealGcm, sealSigned, wrap } from '../../readers/seal.ts';
import { type Cases, rackSealed, record, sealed, session, signed, withId } from './cases.ts';

/** A session's JSON with this many bytes. */
function content(bytes: number): string {
  const empty = JSON.stringify({ session_id: '', text: '' });
  return JSON.stringify({ session_id: '', text: 'x'.repeat(bytes - empty.length) });
}

export const contentCases = {
  'record-snapshot': {
    triggers: [
      ['warning', 'a record under a key of the session', session(withId({ account: record }))],
      ['warning', 'a record in the flash', session(withId({ flash: { discard: [], flashes: { user: record } } }))],
      ['warning', 'records in a list, once', session(withId({ items: [record, record, record] }))],
    ],
    quiet: [
      ['only an id', session(withId({ account_id: 7 }))],
      ['an id and one column', session(withId({ item: { id: 7, name: 'pen' } }))],
      ['columns without an id', session(withId({ user: { email: 'a', name: 'b', created_at: 'c' } }))],
      ['the session itself, with keys like a record’s', session(withId({ id: 1, user_id: 2, account_id: 3, email: 'a' }))],
      ['a record in a cookie that is no session', { setCookie: [`cart=${signed({ account: record })}; HttpOnly`] }],
    ],
  },
  'readable-session': {
    triggers: [
      ['error', 'a session that is signed alone', session(withId({ user_id: 42 }))],
      ['error', 'a session by name, whatever is in it', session(signed({ cart: [] }))],
      [
        'error',
        'a signed Marshal hash, as Rails 3 writes it',
        session(`${encodeURIComponent(btoa('\u0004\b{\u0006I"\u000fuser_id\u0006:\u0006ETi\u0002'))}--${'0'.repeat(40)}`),
      ],
      ['error', 'a session that Rack signs', { setCookie: [`rack.session=${withId({ user_id: 42 })}; HttpOnly`] }],
      ['error', 'a session that Rack does not even sign', { setCookie: ['rack.session=BAh7AA%3D%3D; HttpOnly'] }],
    ],
    quiet: [
      ['an encrypted session of Rack', { setCookie: [`rack.session=${rackSealed(300)}; Secure; HttpOnly; SameSite=Lax`] }],
      ['the sign-in cookie of Rails 8', { setCookie: [`session_id=${signed('41')}`] }],
      ['a remember-me cookie of Devise', { setCookie: [`remember_user_token=${signed([[1], 'salt', '1760000000.1'])}`] }],
      ['a signed scalar', { setCookie: [`user_id=${signed(42)}`] }],
      ['a signed hash that is no session', { setCookie: [`settings=${signed({ theme: 'dark' })}`] }],
      ['an encrypted session', session(sealed(300))],
    ],
  },
  'large-session': {
    triggers: [
      ['info', 'an opened session of 1,025 bytes', session(sealGcm(content(1025)))],
      ['info', 'the content counts, not its envelope', session(sealGcm(wrap(content(1025), { pur: 'cookie._app_session' })))],
      ['info', 'a signed session, which opens without a secret', session(sealSigned(content(1500), { secret: 'another' }))],
    ],
    quiet: [
      ['1,024 bytes', session(sealGcm(content(1024)))],
      ['1,024 bytes in an envelope', session(sealGcm(wrap(content(1024), { pur: 'cookie._app_session' })))],
      ['a session that does not open', session(sealed(3000))],
      ['a cookie that is no session', { setCookie: [`cart=${sealSigned(JSON.stringify({ text: 'x'.repeat(2000) }))}`] }],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
