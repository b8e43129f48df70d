import { type Recording, record } from './recording.ts';
import { anonymous, member, NAME, seal, sealMarshal } from './sessions.ts';

const marshalled = sealMarshal(member(2));

export const contentRecordings: readonly Recording[] = [
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
