import { sealSession } from '../../../demo/rails-session.mjs';
import type { Given } from '../recording.ts';
import type { Cases } from './cases/cases.ts';
import { SESSION_SECRET } from './session-cases.ts';

/** Another secret that is known: the old one of a rotation. */
export const OLD_SECRET = 'an old secret of the cases about history, 0123456789abcdef';

const NAME = '_app_session';
const ID = '0'.repeat(32);
const flags = 'path=/; Secure; HttpOnly; SameSite=Lax';
const POST = { method: 'POST' };

type Session = Record<string, unknown>;

/** The cookie with this session, sealed once: the same session is the same version wherever a case has it. */
function versionsOf(secret = SESSION_SECRET): (session: Session) => string {
  const sealed = new Map<string, string>();
  return (session) => {
    const key = JSON.stringify(session);
    const cookie = sealed.get(key) ?? `${NAME}=${sealSession({ session_id: ID, ...session }, { secret, name: NAME })}`;
    sealed.set(key, cookie);
    return cookie;
  };
}

const v = versionsOf();
const old = versionsOf(OLD_SECRET);
const set = (cookie: string): Pick<Given, 'setCookie'> => ({ setCookie: [`${cookie}; ${flags}`] });
const first = (session: Session): Given => ({ at: 0, ...set(v(session)) });
/** A request at a time in seconds that carries one session; its answer sets another, 20 ms later. */
const turn = (at: number, carried: Session, next: Session, more: Given = {}): Given => ({
  at,
  cookie: v(carried),
  ...set(v(next)),
  ...more,
});
const carry = (at: number, carried: Session, more: Given = {}): Given => ({ at, cookie: v(carried), ...more });
/** Each version is made of the one before it, a second apart. */
const chain = (...sessions: readonly Session[]): readonly Given[] =>
  sessions.map((session, index) => (index === 0 ? first(session) : turn(index, sessions[index - 1] ?? {}, session)));

const user = { user_id: 7 };
const flash = { flash: { discard: [], flashes: { notice: 'Saved' } } };
const account = (more: Session = {}) => ({ account: { id: 7, email: 'a', name: 'Ann', plan: 'free', ...more } });
const row = (updated_at: string) => account({ updated_at });
const upgrade = { ...POST, url: 'https://app.test/upgrade' };
const seen = (count: number) => ({ seen: Array.from({ length: count }, (_, index) => index) });
/** Two requests that carry an empty cart, 10 ms apart, and the next one. */
const race = (one: Session, other: Session, next: Session, before: Session = { cart: [] }): readonly Given[] => [
  first(before),
  turn(1, before, one),
  turn(1.01, before, other),
  carry(2, next),
];

type Kind =
  | 'lost-update'
  | 'stale-snapshot'
  | 'growing-session'
  | 'replayed-session'
  | 'flash-not-swept'
  | 'old-secret-in-use'
  | 'csrf-rejected'
  | 'rewritten-unchanged';

/** The cases of findings that take several responses to see. */
export const historyCases: { readonly [K in Kind]: Cases } = {
  'lost-update': {
    triggers: [
      ['error', 'both put an item into the cart', ...race({ cart: ['apple'] }, { cart: ['pear'] }, { cart: ['pear'] })],
      ['error', 'the later answer only read the session', ...race({ cart: ['apple'] }, { cart: [], read: 1 }, { cart: [], read: 1 })],
      [
        'error',
        'a key that the first took away is back',
        ...race({ cart: [] }, { cart: [], step: 1, b: 1 }, { cart: [], step: 1, b: 1 }, { cart: [], step: 1 }),
      ],
      [
        'error',
        'another host has a session of its own under the name',
        ...race({ cart: ['apple'] }, { cart: ['pear'] }, { cart: ['pear'] }),
        { at: 1.5, url: 'https://other.app.test/', cookie: `${NAME}=x` },
      ],
      ['error', 'a sign-in that did not hold', ...race({ ...user, session_id: 'f'.repeat(32) }, { b: 1 }, { b: 1 }, { a: 1 })],
      [
        'error',
        'the first had landed by the clock, and the second does not carry it',
        first({ cart: [] }),
        turn(1, { cart: [] }, { cart: ['apple'] }),
        turn(4, { cart: [] }, { cart: ['pear'] }),
        carry(6, { cart: ['pear'] }),
      ],
    ],
    quiet: [
      [
        'one after the other',
        ...chain({ cart: [] }, { cart: ['apple'] }, { cart: ['apple', 'pear'] }),
        carry(4, { cart: ['apple', 'pear'] }),
      ],
      ['the later answer has the change too', ...race({ a: 1 }, { a: 1, b: 1 }, { a: 1, b: 1 })],
      ['both made it equally', ...race({ cart: ['apple'] }, { cart: ['apple'], b: 1 }, { cart: ['apple'], b: 1 })],
      ['in another place of the list', ...race({ cart: ['apple'] }, { cart: ['pear', 'apple'] }, { cart: ['pear', 'apple'] })],
      ['the flash alone', ...race({ cart: [], ...flash }, { cart: [], b: 1 }, { cart: [], b: 1 })],
      [
        'the time of the request alone, as Devise keeps it',
        ...race(
          { 'warden.user.user.session': { last_request_at: 2 } },
          { 'warden.user.user.session': { last_request_at: 3 } },
          { 'warden.user.user.session': { last_request_at: 3 } },
          { 'warden.user.user.session': { last_request_at: 1 } },
        ),
      ],
      ['the first only read', ...race({ cart: [], ...flash }, { cart: ['pear'] }, { cart: ['pear'] }, { cart: [], ...flash })],
      ['the next request carries the first one’s answer', ...race({ cart: ['apple'] }, { cart: ['pear'] }, { cart: ['apple'] })],
      ['nothing is carried afterwards', ...race({ cart: ['apple'] }, { cart: ['pear'] }, { cart: ['pear'] }).slice(0, 3)],
      ['the later answer was dropped', ...race({ cart: ['apple'] }, { cart: ['p'.repeat(4000)] }, { cart: ['apple'] })],
      [
        'the later answer began a new session, which would have dropped it anyway',
        ...race({ cart: ['apple'] }, { session_id: 'f'.repeat(32) }, { session_id: 'f'.repeat(32) }),
      ],
      [
        'an old cookie comes back long after the answer had been carried',
        first({ cart: [] }),
        turn(1, { cart: [] }, { cart: ['apple'] }),
        carry(2, { cart: ['apple'] }),
        turn(3, { cart: [] }, { cart: ['pear'] }),
        carry(4, { cart: ['pear'] }),
      ],
    ],
  },
  'stale-snapshot': {
    triggers: [
      ['warning', 'past a successful POST', first(account()), carry(1, account(), upgrade), carry(2, account())],
      [
        'warning',
        'past a form’s redirect, set once more',
        first(account()),
        carry(1, account(), { ...upgrade, status: 302 }),
        turn(2, account(), { ...account(), b: 1 }),
      ],
      ['warning', 'for five minutes', first(account()), carry(1, account()), carry(301, account())],
      [
        'error',
        'another copy with a newer updated_at',
        first({ ...row('2026-01-01'), current_account: row('2026-01-02').account }),
        carry(1, { ...row('2026-01-01'), current_account: row('2026-01-02').account }),
      ],
      [
        'error',
        'a later copy elsewhere in the session',
        ...chain(account(), { ...account(), current_account: account({ plan: 'pro' }).account }),
        carry(3, { ...account(), current_account: account({ plan: 'pro' }).account }),
      ],
      [
        'error',
        'an old version comes back after the copy was renewed',
        ...chain(row('2026-01-01'), row('2026-01-02')),
        carry(3, row('2026-01-02')),
        carry(4, row('2026-01-01')),
      ],
    ],
    quiet: [
      ['carried for less', first(account()), carry(1, account()), carry(299, account())],
      ['a POST that failed', first(account()), carry(1, account(), { ...upgrade, status: 422 }), carry(2, account())],
      [
        'the POST renewed it',
        first(row('2026-01-01')),
        turn(1, row('2026-01-01'), row('2026-01-02'), upgrade),
        carry(2, row('2026-01-02')),
      ],
      ['the POST put it there', turn(1, {}, account(), upgrade), carry(2, account())],
      ['only an id', first({ account_id: 7 }), carry(1, { account_id: 7 }, upgrade), carry(400, { account_id: 7 })],
      [
        'a copy of another row',
        first({ ...account(), other: { id: 8, email: 'b', name: 'c' } }),
        carry(1, { ...account(), other: { id: 8, email: 'b', name: 'c' } }),
      ],
    ],
  },
  'growing-session': {
    triggers: [
      ['warning', 'five times in a row', ...chain(...[0, 1, 2, 3, 4, 5].map(seen))],
      [
        'warning',
        'also where it was sealed unchanged in between',
        ...chain(seen(0), seen(1), seen(2), seen(3), seen(4)),
        {
          at: 5,
          cookie: v(seen(4)),
          setCookie: [`${NAME}=${sealSession({ session_id: ID, ...seen(4) }, { secret: SESSION_SECRET, name: NAME })}`],
        },
        turn(6, seen(4), seen(5)),
      ],
    ],
    quiet: [
      ['four times', ...chain(...[0, 1, 2, 3, 4].map(seen))],
      ['it shrank in between', ...chain(...[0, 1, 2, 1, 2, 3, 4].map(seen))],
      [
        'a change that is as long breaks the row',
        ...chain(seen(0), seen(1), seen(2), { seen: [0, 9] }, { seen: [0, 9, 1] }, { seen: [0, 9, 1, 2] }, { seen: [0, 9, 1, 2, 3] }),
      ],
      [
        'a new session',
        ...chain(
          seen(0),
          seen(1),
          seen(2),
          { session_id: 'f'.repeat(32), ...seen(30) },
          { session_id: 'f'.repeat(32), ...seen(31) },
          { session_id: 'f'.repeat(32), ...seen(32) },
        ),
      ],
    ],
  },
  'replayed-session': {
    triggers: [
      ['warning', 'after a sign-out', ...chain(user, { session_id: 'b' }), carry(3, { session_id: 'b' }), turn(4, user, { ...user, b: 1 })],
      [
        'warning',
        'after a session was renewed',
        ...chain(user, { session_id: 'b', ...user }),
        carry(3, { session_id: 'b', ...user }),
        turn(4, user, { ...user, b: 1 }),
      ],
      [
        'warning',
        'after the cookie was deleted',
        first(user),
        { at: 1, cookie: v(user), setCookie: [`${NAME}=; max-age=0; path=/`] },
        { at: 2, ...set(v({ session_id: 'b' })) },
        carry(3, { session_id: 'b' }),
        turn(4, user, { ...user, b: 1 }),
      ],
    ],
    quiet: [
      ['the server starts over', ...chain(user, { session_id: 'b' }), carry(3, { session_id: 'b' }), turn(4, user, { session_id: 'c' })],
      [
        'it was on its way when the sign-out landed',
        first(user),
        turn(1, user, { session_id: 'b' }, POST),
        turn(1.01, user, { ...user, b: 1 }),
      ],
      ['the browser had not carried what followed', ...chain(user, { session_id: 'b' }), turn(4, user, { ...user, b: 1 })],
      [
        'the anonymous session from before a sign-in',
        ...chain({ a: 1 }, { session_id: 'b', ...user }),
        carry(3, { session_id: 'b', ...user }),
        turn(4, { a: 1 }, { a: 2 }),
      ],
      [
        'an older version of the same session, which a race brings back',
        ...chain(user, { ...user, a: 1 }, { ...user, a: 2 }),
        turn(5, user, { ...user, b: 1 }),
      ],
    ],
  },
  'flash-not-swept': {
    triggers: [['warning', 'three versions hold it', ...chain({ ...flash, n: 1 }, { ...flash, n: 2 }, { ...flash, n: 3 })]],
    quiet: [
      ['kept for one redirect', ...chain({ ...flash, n: 1 }, { ...flash, n: 2 }, { n: 3 })],
      ['one version that many requests carry', first(flash), carry(1, flash), carry(2, flash), carry(3, flash)],
      ['another message each time', ...chain(...['a', 'b', 'c', 'd'].map((notice) => ({ flash: { discard: [], flashes: { notice } } })))],
      [
        'shown, and still to be swept',
        ...chain(...[1, 2, 3].map((n) => ({ n, flash: { discard: ['notice'], flashes: { notice: 'x' } } }))),
      ],
    ],
  },
  'old-secret-in-use': {
    triggers: [['warning', 'the session goes on under the new secret', { at: 1, cookie: old(user), ...set(v(user)) }]],
    quiet: [
      ['the server starts over', { at: 1, cookie: old(user), ...set(v({ session_id: 'b' })) }],
      ['one secret', turn(1, user, { ...user, a: 1 })],
      ['nothing is set', { at: 1, cookie: old(user) }],
    ],
  },
  'csrf-rejected': {
    triggers: [
      ['warning', 'a 422 whose page names it', { ...POST, status: 422, errorPage: 'InvalidAuthenticityToken', cookie: v(user) }],
      ['warning', 'a 400, as of Rails 3 and behind some applications', { ...POST, status: 400, errorPage: 'InvalidAuthenticityToken' }],
      [
        'warning',
        'somebody who is signed in is asked to sign in, and is known again afterwards',
        first(user),
        carry(1, user, { url: 'https://app.test/posts/1' }),
        carry(2, user, {
          ...POST,
          url: 'https://app.test/posts',
          status: 302,
          responseHeaders: { Location: 'https://app.test/users/sign_in' },
        }),
        turn(3, user, { ...user, a: 1 }),
      ],
    ],
    quiet: [
      ['a 422 alone, which Turbo wants for a form with faults', { ...POST, status: 422, cookie: v(user) }],
      ['another page that names it', { ...POST, status: 500, errorPage: 'InvalidAuthenticityToken' }],
      [
        'the server does not know the session afterwards either',
        first(user),
        carry(1, user, { url: 'https://app.test/posts/1' }),
        carry(2, user, { ...POST, url: 'https://app.test/posts', status: 302, responseHeaders: { Location: '/login' } }),
        turn(3, user, { session_id: 'b' }),
      ],
      [
        'a 401 of an API that wants a token of its own',
        first(user),
        carry(2, user, { ...POST, url: 'https://app.test/api/v1/events', status: 401, headers: { Authorization: 'Bearer' } }),
        turn(3, user, { ...user, a: 1 }),
      ],
      [
        'a 401 of what nobody was shown',
        first(user),
        carry(2, user, { ...POST, url: 'https://app.test/api/v1/events', status: 401 }),
        turn(3, user, { ...user, a: 1 }),
      ],
      [
        'a wrong password at the sign-in',
        first(user),
        carry(1, user, { url: 'https://app.test/users/1' }),
        carry(2, user, { ...POST, url: 'https://app.test/users/sign_in', status: 401 }),
        turn(3, user, { ...user, a: 1 }),
      ],
    ],
  },
  'rewritten-unchanged': {
    triggers: [
      ['info', 'sealed anew', { cookie: v(user), ...set(versionsOf()(user)) }],
      ['info', 'by another secret', { cookie: old(user), ...set(v(user)) }],
    ],
    quiet: [
      ['a change', turn(1, user, { ...user, a: 1 })],
      ['nothing was carried', first(user)],
      ['the id of a session on the server', { cookie: `${NAME}=${'0a'.repeat(16)}`, setCookie: [`${NAME}=${'0a'.repeat(16)}; ${flags}`] }],
      ['the sign-in cookie of Rails 8', { cookie: 'session_id=IjQxIg%3D%3D--abc', setCookie: ['session_id=IjQxIg%3D%3D--abc; Secure'] }],
    ],
  },
};
