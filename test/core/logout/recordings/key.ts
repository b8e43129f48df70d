import { type Recording, record } from './recording.ts';
import { anonymous, member, OTHER_SECRET, refused, SECRET, sealWithSalt } from './sessions.ts';

const BOTH = { secrets: [OTHER_SECRET, SECRET] };
const NEW = { secret: OTHER_SECRET };
const SHA1 = { digest: 'sha1' } as const;
const CBC = { cipher: 'cbc' } as const;
const SIGN_IN = 'https://shop.test/users/sign_in';

export const keyRecordings: readonly Recording[] = [
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
];
