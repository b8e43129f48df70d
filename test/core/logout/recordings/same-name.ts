import { type Recording, record, type Told } from './recording.ts';
import { anonymous, member, NAME, OTHER_SECRET, SECRET, seal, storeId } from './sessions.ts';
import { TYPED } from './visitor.ts';

const LOCAL = { origin: 'http://localhost:3000' };

/** The dead twin, that an earlier release set with a Domain, and the session. */
const twin = seal(anonymous(5));
const session = seal(member(2));

export const sameNameRecordings: readonly Recording[] = [
  ...record(
    'shadowed',
    [
      'a twin with a Domain comes first, and the server reads that',
      'shadowed',
      (visitor) =>
        visitor
          .arrive({ session: null, lines: [`${NAME}=${twin}; domain=shop.test; path=/; secure; HttpOnly; SameSite=Lax`] })
          .post('/users/sign_in', { value: session, location: '/dashboard', dropped: true })
          .turnedAway('/dashboard', { after: 0.1, cookie: `${NAME}=${twin}; ${NAME}=${session}`, session: null })
          .get('/users/sign_in', { cookie: `${NAME}=${twin}; ${NAME}=${session}` }),
    ],
    [
      'the twin of a subdomain is younger, so it comes last',
      null,
      (visitor) =>
        visitor
          .post('/users/sign_in', { value: session, location: '/dashboard' })
          .get('/dashboard')
          .get('https://help.shop.test/', {
            cookie: null,
            headers: { 'Sec-Fetch-Site': 'same-site' },
            lines: [`${NAME}=${twin}; domain=shop.test; path=/; secure; HttpOnly; SameSite=Lax`],
            dropped: true,
          })
          .get('/account', { cookie: `${NAME}=${session}; ${NAME}=${twin}` })
          .get('/orders', { cookie: `${NAME}=${session}; ${NAME}=${twin}` }),
    ],
    [
      'an analytics cookie is there twice',
      null,
      (visitor) =>
        visitor
          .post('/users/sign_in', { value: session, location: '/dashboard' })
          .get('/dashboard', { cookie: `_ga=GA1.1.1; _ga=GA1.2.2; ${NAME}=${session}`, session: member(2) }),
    ],
  ),
  ...record(
    'foreign-app',
    ...[[SECRET], [SECRET, OTHER_SECRET]].map(
      (secrets): Told => [
        `an application on another port writes the same name; ${secrets.length} of the secrets known`,
        'foreign-app',
        (visitor) =>
          visitor
            .arrive()
            .signIn()
            .get('http://localhost:3001/', { session: anonymous(4), sealing: { secret: OTHER_SECRET }, headers: TYPED })
            .turnedAway('/dashboard', { after: 5 }),
        { ...LOCAL, secrets },
      ],
    ),
    [
      'it has a name of its own',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('http://localhost:3001/', {
            name: '_admin_session',
            session: anonymous(4),
            sealing: { secret: OTHER_SECRET },
            headers: TYPED,
          })
          .get('/dashboard', { session: member(2) }),
      LOCAL,
    ],
    [
      'a mail catcher on another port gets the session and sets nothing',
      null,
      (visitor) =>
        visitor
          .arrive()
          .signIn()
          .get('http://localhost:1080/', { headers: TYPED, lines: [`mailcatcher=${storeId(3)}; path=/`] })
          .get('/dashboard', { session: member(2) }),
      LOCAL,
    ],
  ),
];
