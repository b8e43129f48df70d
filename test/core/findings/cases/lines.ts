import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { type Cases, plain, sealed, session } from './cases.ts';

export const lineCases = {
  'attribute-malformed': {
    triggers: [
      ['warning', 'a Max-Age that is no number', plain('Max-Age=1.hour')],
      ['warning', 'an Expires that is no date', plain('Expires=tomorrow')],
      ['warning', 'a date of the kind that many send for “never”', plain('Expires=0')],
      ['warning', 'a Path without a slash', { setCookie: ['theme=dark; Path=app'] }],
      ['warning', 'an attribute over 1,024 bytes', { setCookie: [`theme=dark; Path=/${'x'.repeat(1024)}`] }],
      ['warning', 'an attribute twice with another value', plain('SameSite=Lax; SameSite=Strict')],
      ['warning', 'a Domain twice', plain('Domain=app.test; Domain=www.app.test')],
      ['warning', 'an unknown attribute', plain('SameParty')],
      ['warning', 'the rest of a value with a semicolon in it', { setCookie: ['prefs={"a":1;"b":2}'] }],
      ['warning', 'several in one line are one finding', session(sealed(300), 'Max-Age=x; Expires=y; Foo; Bar=1')],
    ],
    quiet: [
      ['Max-Age and Expires, of which one is for old browsers', plain('Max-Age=60; Expires=Thu, 01 Jan 2026 10:01:00 GMT')],
      ['Priority', plain('Priority=High')],
      ['an attribute twice with the same value', plain('HttpOnly; HttpOnly; SameSite=Lax; samesite=lax; Path=/')],
      ['a flag with a value', plain('Secure=true; Secure')],
      ['an empty attribute', plain('; ;')],
      ['an empty Domain', plain('Domain=')],
      ['an unknown SameSite, which is a finding of its own', plain('SameSite=Foo')],
      ['a cookie being deleted', plain('Max-Age=0; Foo')],
    ],
  },
  'duplicate-set-cookie': {
    triggers: [
      ['warning', 'other values', { setCookie: ['a=1; Path=/', 'a=2; Path=/'] }],
      ['warning', 'the same value', { setCookie: ['a=1; Path=/', 'a=1; Path=/'] }],
      ['warning', 'the Path left out where it is the default', { setCookie: ['a=1; Path=/', 'a=2'] }],
      ['warning', 'three times is one finding', { setCookie: ['a=1', 'b=1', 'a=2', 'a=3'] }],
      ['warning', 'the Domain in another letter case', { setCookie: ['a=1; Domain=APP.test', 'a=1; Domain=.app.test'] }],
    ],
    quiet: [
      ['another Path', { setCookie: ['a=1; Path=/', 'a=2; Path=/app'] }],
      ['another Domain', { url: 'https://www.app.test/', setCookie: ['a=1; Domain=app.test', 'a=2; Domain=www.app.test'] }],
      ['one for the host alone and one with Domain', { setCookie: ['a=1', 'a=2; Domain=app.test'] }],
      ['another letter case of the name', { setCookie: ['a=1', 'A=2'] }],
      ['one that is partitioned', { setCookie: ['a=1; Secure', 'a=2; Secure; Partitioned'] }],
      ['deleted and set', { setCookie: ['a=; Max-Age=0', 'a=1'] }],
      ['set and deleted', { setCookie: ['a=1', 'a=; Max-Age=0'] }],
      ['two responses', { at: 1, setCookie: ['a=1'] }, { at: 2, setCookie: ['a=2'] }],
    ],
  },
  'shadowed-cookie': {
    triggers: [
      ['error', 'a session with two values', { cookie: `_app_session=${sealed(300)}; _app_session=${sealed(400)}` }],
      ['error', 'any other cookie', { cookie: 'a=1; b=1; a=2' }],
      ['error', 'the same value', { cookie: 'a=1; a=1' }],
      ['error', 'three times is one finding', { cookie: 'a=1; a=2; a=3' }],
      ['error', 'a response that sets cookies', { cookie: 'a=1; a=2', setCookie: ['b=1'] }],
    ],
    quiet: [
      ['each name once', { cookie: 'a=1; b=1' }],
      ['another letter case, which is another cookie', { cookie: 'a=1; A=1' }],
      ['nameless cookies', { cookie: 'one; two' }],
      ['two requests', { at: 1, cookie: 'a=1' }, { at: 2, cookie: 'a=2' }],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
