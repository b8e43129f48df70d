import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, OTHER_SECRET, refused, SECRET, seal, sealMarshal, sealWithSalt } from './sessions.ts';

const BOTH = { secrets: [OTHER_SECRET, SECRET] };
const NEW = { secret: OTHER_SECRET };
const SHA1 = { digest: 'sha1' } as const;
const CBC = { cipher: 'cbc' } as const;
const SIGN_IN = 'https://shop.test/users/sign_in';
const marshalled = sealMarshal(member(2));

export const sealRecordings: readonly Recording[] = [
  ...record(
    'secret-changed',
    [
      'a deploy with another secret, and both are known',
      'secret-changed',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) })
          .turnedAway('/orders', { after: 600, sealing: NEW })
          .get('/users/sign_in', { after: 0.1, session: anonymous(9), sealing: NEW }),
      BOTH,
    ],
    [
      'the dead cookie goes on being sent until the first write, and only the old secret is known',
      'secret-changed',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { after: 600, status: 302, location: SIGN_IN })
          .get('/users/sign_in', { after: 0.1 })
          .get('/account', { status: 302, location: SIGN_IN })
          .get('/users/sign_in', { after: 0.1, session: anonymous(9), sealing: NEW }),
    ],
    [
      'a rotation reads the old secret and writes with the new',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { after: 600, session: member(2), sealing: NEW })
          .get('/orders', { session: member(2), sealing: NEW }),
      BOTH,
    ],
    [
      'a deploy in the middle, with a minute of 503',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { after: 60, status: 503 })
          .get('/account', { after: 20, status: 502 })
          .get('/account', { after: 40, session: member(2) }),
    ],
  ),
  ...record(
    'digest-changed',
    [
      'the defaults of Rails 7.0 without a rotation',
      'digest-changed',
      (visitor) =>
        visitor
          .arrive({ sealing: SHA1 })
          .signIn({ sealing: SHA1 }, { session: member(2), sealing: SHA1 })
          .turnedAway('/account', { after: 600 })
          .get('/users/sign_in', { session: anonymous(9) }),
    ],
    [
      'the salt changed, which nobody told Sessionscope',
      'secret-changed',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .turnedAway('/account', { after: 600, session: null, value: sealWithSalt(refused(9), 'a salt of our own') }),
    ],
    [
      'the defaults of Rails 7.0 with a rotation',
      null,
      (visitor) =>
        visitor
          .arrive({ sealing: SHA1 })
          .signIn({ sealing: SHA1 }, { session: member(2), sealing: SHA1 })
          .get('/account', { after: 600, session: member(2) })
          .get('/orders', { session: member(2) }),
    ],
    [
      'SHA1 all the way',
      null,
      (visitor) =>
        visitor
          .arrive({ sealing: SHA1 })
          .signIn({ sealing: SHA1 })
          .get('/account', { session: member(2), sealing: SHA1 }),
    ],
  ),
  ...record(
    'cipher-changed',
    [
      'GCM after CBC, with the old salts taken out',
      'cipher-changed',
      (visitor) =>
        visitor
          .arrive({ sealing: CBC })
          .signIn({ sealing: CBC }, { session: member(2), sealing: CBC })
          .turnedAway('/account', { after: 600 })
          .get('/users/sign_in', { session: anonymous(9) }),
    ],
    ['back to CBC', 'cipher-changed', (visitor) => visitor.arrive().signIn().turnedAway('/account', { after: 600, sealing: CBC })],
    [
      'Rails reads CBC and writes GCM',
      null,
      (visitor) =>
        visitor
          .arrive({ sealing: CBC })
          .signIn({ sealing: CBC }, { session: member(2), sealing: CBC })
          .get('/account', { after: 600, session: member(2) })
          .get('/orders', { session: member(2) }),
    ],
    [
      'CBC all the way',
      null,
      (visitor) =>
        visitor
          .arrive({ sealing: CBC })
          .signIn({ sealing: CBC })
          .get('/account', { session: member(2), sealing: CBC }),
    ],
  ),
  ...record(
    'mixed-fleet',
    [
      'one of two servers has another secret',
      'mixed-fleet',
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .turnedAway('/account', { sealing: NEW })
          .get('/users/sign_in', { after: 0.1, session: anonymous(11) })
          .post('/users/sign_in', { after: 9, session: member(12), location: 'https://shop.test/dashboard' })
          .turnedAway('/dashboard', { after: 0.1, session: refused(13), sealing: NEW })
          .get('/users/sign_in', { after: 0.1, session: anonymous(14) }),
      BOTH,
    ],
    [
      'one server has the new secret already, and both read both',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2), sealing: NEW })
          .get('/orders', { session: member(2) })
          .get('/account', { session: member(2), sealing: NEW })
          .get('/orders', { session: member(2) }),
      BOTH,
    ],
    [
      'two applications of one site, each with its name and its secret',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/blog', { name: '_blog_session', session: anonymous(4), sealing: NEW })
          .get('/account', { session: member(2) })
          .get('/blog', { name: '_blog_session', session: anonymous(4), sealing: NEW }),
      BOTH,
    ],
  ),
  ...record(
    'serializer-changed',
    [
      'JSON after Marshal, and the session starts over',
      'serializer-changed',
      (visitor) =>
        visitor
          .arrive({ session: null })
          .signIn({ value: marshalled }, { value: sealMarshal(member(2)) })
          .turnedAway('/account', { after: 600 })
          .get('/users/sign_in', { session: anonymous(9) }),
    ],
    [
      'the hybrid serializer reads Marshal and writes JSON',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null })
          .signIn({ value: marshalled })
          .get('/account', { after: 600, session: member(2) })
          .get('/orders', { session: member(2) }),
    ],
    [
      'Marshal all the way',
      null,
      (visitor) =>
        visitor
          .arrive({ session: null })
          .signIn({ value: marshalled })
          .get('/account', { value: sealMarshal(member(2)) }),
    ],
  ),
  ...record(
    'purpose-mismatch',
    [
      'the session was renamed, and a proxy carries its value over to the new name',
      'purpose-mismatch',
      (visitor) => {
        const old = seal(member(2), { name: '_old_session' });
        visitor
          .post('/users/sign_in', { lines: [`_old_session=${old}; path=/; secure; HttpOnly; SameSite=Lax`], location: '/dashboard' })
          .get('/dashboard', { after: 0.1 })
          .get('/dashboard', { after: 600, status: 302, location: '/dashboard', value: old })
          .turnedAway('/dashboard', { after: 0.1 });
      },
    ],
    [
      'without metadata no purpose is sealed in, and the value goes under any name',
      null,
      (visitor) => {
        const old = seal(member(2), { name: '_old_session', metadata: false });
        visitor
          .post('/users/sign_in', { lines: [`_old_session=${old}; path=/; secure; HttpOnly; SameSite=Lax`], location: '/dashboard' })
          .get('/dashboard', { after: 600, status: 302, location: '/dashboard', value: old })
          .get('/dashboard', { after: 0.1, session: member(2) });
      },
    ],
    [
      'each under its own name',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/blog', { name: '_blog_session', session: anonymous(4) }),
    ],
  ),
  ...record(
    'tampered',
    [
      'the value comes back cut short',
      'tampered',
      (visitor) => {
        visitor
          .arrive()
          .signIn()
          .get('/account', { session: member(2) });
        const { cookies } = visitor;
        visitor.turnedAway('/orders', { cookie: cookies.replace(/(_shop_session=[^;]{200})[^;]*/, '$1') });
      },
    ],
    [
      'the value comes back with a byte changed',
      'tampered',
      (visitor) => {
        visitor.arrive().signIn();
        const value = (step: string) =>
          step.replace(new RegExp(`(${NAME}=)(.)`), (_, name, first) => `${name}${first === 'A' ? 'B' : 'A'}`);
        visitor.turnedAway('/orders', { cookie: value(visitor.cookies) });
      },
    ],
    [
      'a script alters an analytics cookie',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .keep(['_ga=GA1.1.7.8'])
          .get('/account', { session: member(2) }),
    ],
    [
      'a session from before the recording opens',
      null,
      (visitor) =>
        visitor
          .keep([`${NAME}=${seal(member(2))}`])
          .get('/account', { session: member(2) })
          .get('/orders', { session: member(2) }),
    ],
  ),
  ...record(
    'envelope-expired',
    [
      'the browser has no expiry and the seal has one',
      'envelope-expired',
      (visitor) => {
        const sealing = { expiresAt: new Date('2026-01-01T10:30:00Z') };
        visitor
          .arrive({ sealing })
          .signIn({ sealing }, { session: member(2), sealing })
          .turnedAway('/account', { after: 2700, sealing: { expiresAt: new Date('2026-01-01T11:15:00Z') } });
      },
    ],
    [
      'the expiry moves on with every answer',
      null,
      (visitor) => {
        const sealing = { expiresAt: new Date('2026-01-01T10:30:00Z') };
        const later = { expiresAt: new Date('2026-01-01T10:55:00Z') };
        visitor
          .arrive({ sealing })
          .signIn({ sealing }, { session: member(2), sealing })
          .get('/account', { after: 1500, session: member(2), sealing: later })
          .get('/orders', { after: 1200, session: member(2), sealing: later });
      },
    ],
    [
      'no expiry at all, and a long pause',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('/account', { after: 2700, session: member(2) }),
    ],
  ),
];
