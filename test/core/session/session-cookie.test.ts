import { describe, expect, test } from 'vitest';
import type { Layout, Recognition } from '../../../src/core/readers/reader.ts';
import { hasSessionName, isSessionCookie, type SessionEvidence } from '../../../src/core/session/session-cookie.ts';

describe('a session-like name', () => {
  test.each([
    '_app_session',
    'session',
    'rack.session',
    '_session_id',
    'connect.sid',
    'PHPSESSID',
    'JSESSIONID',
    'ASP.NET_SessionId',
    'sessionid',
    'shop sess',
    '__Host-session',
    'userSession',
  ])('is %s', (name) => expect(hasSessionName(name)).toBe(true));
  test.each(['theme', '_ga', 'possession', 'obsession_level', 'sidebar', 'user_id', 'XSRF-TOKEN', ''])('is not %j', (name) =>
    expect(hasSessionName(name)).toBe(false),
  );
});

describe('a session cookie, of what could not be opened', () => {
  const like = (layout: Layout | null): Recognition => ({ framework: 'rails', layout, malformed: false });
  const given: SessionEvidence = { name: 'x', httpOnly: null, thirdParty: false, recognition: null, reading: null };
  test.each<[reason: string, Partial<SessionEvidence>, boolean]>([
    ['an encrypted value under any name', { recognition: like('encrypted-gcm') }, true],
    ['a signed value under any name', { recognition: like('signed') }, false],
    ['a signed value under a session’s name', { name: '_app_session', recognition: like('signed') }, true],
    ['an id with HttpOnly', { httpOnly: true, recognition: like('store-id') }, true],
    ['an id without', { httpOnly: false, recognition: like('store-id') }, false],
    ['an id under a session’s name', { name: '_session_id', recognition: like('store-id') }, true],
    ['an id from another site', { httpOnly: true, thirdParty: true, recognition: like('store-id') }, false],
    ['anything under a session’s name', { name: '_app_session' }, true],
    ['the sign-in cookie of Rails 8', { name: '__Host-session_id', recognition: like('signed') }, true],
    ['anything else', {}, false],
  ])('%s', (_, evidence, expected) => {
    expect(isSessionCookie({ ...given, ...evidence })).toBe(expected);
  });
});
