import { sealSession } from '../../../demo/rails-session.mjs';
import type { Finding } from '../../../src/core/findings/finding.ts';
import type { Given } from '../recording.ts';

type Case = readonly [reason: string, ...exchanges: readonly Given[]];
interface Cases {
  readonly triggers: readonly (readonly [Finding['severity'], ...Case])[];
  readonly quiet: readonly Case[];
}

/** What the cases of encrypted sessions are sealed with. */
export const SESSION_SECRET = 'a secret of the cases about content, 0123456789abcdef';

const NAME = '_app_session';
const ANON = '0'.repeat(32);
const FRESH = 'f'.repeat(32);
const flags = 'path=/; Secure; HttpOnly; SameSite=Lax';

const encrypted = (content: object): string => sealSession(content as Record<string, unknown>, { secret: SESSION_SECRET, name: NAME });
const signedValue = (content: unknown): string => `${encodeURIComponent(btoa(JSON.stringify(content)))}--${'0'.repeat(40)}`;

/** One response that sets this session. */
const sets = (content: object): Given => ({ setCookie: [`${NAME}=${encrypted({ session_id: ANON, ...content })}; ${flags}`] });
const signed = (content: object): Given => ({ setCookie: [`${NAME}=${signedValue({ session_id: ANON, ...content })}; ${flags}`] });
/** A request that carries one session, and the response that sets another. */
const turns = (carried: object, set: object): Given => ({
  method: 'POST',
  cookie: `${NAME}=${encrypted(carried)}`,
  setCookie: [`${NAME}=${encrypted(set)}; ${flags}`],
});

const anonymous = { session_id: ANON, _csrf_token: 'a' };
const user = { ...anonymous, user_id: 42 };
const devise = (id: string) => ({ session_id: id, 'warden.user.user.key': [[7], '$2a$12$abcdefghijklmnopqrstuv'] });

type Kind = 'heavy-key' | 'authorization-in-session' | 'sensitive-in-session' | 'session-fixation' | 'partial-sign-out';

/** The cases of findings that look at what a session holds. */
export const sessionCases: { readonly [K in Kind]: Cases } = {
  'heavy-key': {
    triggers: [
      ['warning', 'a return address of 600 bytes, which encryption and base64 make 1,100', sets({ return_to: 'x'.repeat(600) })],
      ['warning', 'in a signed session, where only base64 is added', signed({ return_to: 'x'.repeat(790) })],
    ],
    quiet: [
      ['500 bytes', sets({ return_to: 'x'.repeat(500) })],
      [
        'many keys that are heavy together alone',
        sets(Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`k${index}`, 'x'.repeat(150)]))),
      ],
      ['a session that cannot be opened', { setCookie: [`${NAME}=${'a'.repeat(3000)}--${'b'.repeat(16)}--${'c'.repeat(22)}==; ${flags}`] }],
      ['a heavy key of a cookie that is no session', { setCookie: [`cart=${signedValue({ items: 'x'.repeat(1500) })}; HttpOnly`] }],
    ],
  },
  'authorization-in-session': {
    triggers: [
      ['warning', 'a role', sets({ user_id: 42, role: 'editor' })],
      ['warning', 'a flag, also a false one', sets({ is_admin: false })],
      ['warning', 'permissions further down, as one', sets({ account: { permissions: ['read', 'write'] } })],
      ['warning', 'plan and feature flags', sets({ plan_name: 'pro', featureFlags: { beta: true } })],
    ],
    quiet: [
      ['the id of an administrator', sets({ admin_user_id: 7, admin_id: 7, plan_id: 3, subscription_id: 'sub_1' })],
      ['words that only contain one', sets({ planet: 'Mars', controller: 'x', administration_hint: true, roleplay: 1 })],
      ['Warden’s keys', sets({ 'warden.user.admin.key': [[1], 'x'], 'warden.user.admin.session': { role: 'x' } })],
      ['where administrators were', sets({ admin_return_to: '/admin', admin: { filters: { q: 'x' } } })],
      ['a flash message named so', sets({ flash: { discard: [], flashes: { admin: 'Hello' } } })],
      ['nothing under the key', sets({ role: null, permissions: [] })],
      ['a cookie that is no session', { setCookie: [`settings=${signedValue({ role: 'editor' })}; HttpOnly`] }],
    ],
  },
  'sensitive-in-session': {
    triggers: [
      ['warning', 'a password', sets({ sign_up: { password: 'correct horse' } })],
      ['error', 'an e-mail address that everyone can read', signed({ email: 'ann@example.test' })],
      ['warning', 'an access token of another service', sets({ github_access_token: 'x'.repeat(40) })],
      ['warning', 'a token known by its shape, under any key', sets({ value: `ghp_${'a'.repeat(36)}` })],
      ['warning', 'a card number, with blanks', sets({ payment: '4242 4242 4242 4242' })],
      ['warning', 'a card number as an integer', sets({ card_number: 4242424242424242 })],
      ['warning', 'an API key', sets({ apiKey: 'abcdefgh12345678' })],
    ],
    quiet: [
      [
        'what a session is for',
        sets({ _csrf_token: 'x'.repeat(43), session_token: 'x'.repeat(40), user_token: 'x'.repeat(40), 'omniauth.state': 'x'.repeat(48) }),
      ],
      ['Warden’s key with its salt', sets(devise(ANON))],
      [
        'where a password is concerned and none is there',
        sets({ password_changed_at: '2026-01-01', password_reset: true, password_reset_path: '/p' }),
      ],
      ['a long number that is no card', sets({ order: '1234567890123456', snowflake: 1234567890123456 })],
      ['digits that are right by chance, under another key and of no issuer', sets({ order: '9000000000000001' })],
      ['a sentence with an address', sets({ flash: { discard: [], flashes: { notice: 'We wrote to ann@example.test.' } } })],
      ['a page token', sets({ next_page_token: 'x'.repeat(40) })],
      ['a cookie that is no session', { setCookie: [`prefs=${signedValue({ email: 'ann@example.test' })}; HttpOnly`] }],
    ],
  },
  'session-fixation': {
    triggers: [
      ['warning', 'identity appeared, and the id stayed', turns(anonymous, user)],
      ['warning', 'the same with Warden', turns(anonymous, devise(ANON))],
    ],
    quiet: [
      ['a new id at sign-in', turns(anonymous, devise(FRESH))],
      ['somebody who was signed in already', turns(user, { ...user, cart: [1] })],
      ['an anonymous session that goes on', turns(anonymous, { ...anonymous, cart: [1] })],
      ['nothing was carried', sets({ user_id: 42 })],
      [
        'what was carried had been sealed for another cookie',
        {
          cookie: `${NAME}=${sealSession(anonymous, { secret: SESSION_SECRET, name: '_other_session' })}`,
          setCookie: [`${NAME}=${encrypted(user)}; ${flags}`],
        },
      ],
      ['a sign-out', turns(user, anonymous)],
    ],
  },
  'partial-sign-out': {
    triggers: [
      ['warning', 'the id and the CSRF token stayed', turns(user, anonymous)],
      ['warning', 'a key of the user stayed in a session with a new id', turns({ ...user, cart: [7] }, { session_id: FRESH, cart: [7] })],
    ],
    quiet: [
      [
        'a new session with a flash and the language',
        turns({ ...user, locale: 'de' }, { session_id: FRESH, locale: 'de', flash: { discard: [], flashes: { notice: 'Bye' } } }),
      ],
      ['the whole cookie is deleted', { cookie: `${NAME}=${encrypted(user)}`, setCookie: [`${NAME}=; max-age=0; path=/`] }],
      ['another key with another value', turns({ ...user, visits: 1 }, { session_id: FRESH, visits: 2 })],
      ['one of two scopes', turns({ ...user, admin_user_id: 1 }, user)],
      ['a sign-in', turns(anonymous, user)],
      ['another person', turns(user, { ...user, user_id: 43 })],
    ],
  },
};
