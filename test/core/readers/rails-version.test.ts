import { describe, expect, test } from 'vitest';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { isSince, type RailsSign, railsRange, signsOfLine } from '../../../src/core/readers/rails/rails-version.ts';
import { analyse, exchange } from '../recording.ts';
import { SECRET, sealGcm } from './seal.ts';

describe('the version of Rails', () => {
  test.each<[reason: string, signs: readonly RailsSign[], atLeast: string, below: string | null]>([
    ['nothing is known', [], '3.0', null],
    ['signed sessions went with secret_token', ['signed-session'], '3.0', '6.0'],
    ['GCM came in 5.2', ['gcm'], '5.2', null],
    ['the newest sign counts', ['encrypted', 'sha256', 'gcm'], '7.0', null],
    ['two bounds make a range', ['encrypted', 'rack-1'], '4.0', '5.0'],
    ['after an upgrade in the recording the newer version counts', ['signed-session', 'sha256'], '7.0', null],
  ])('%s', (_, signs, atLeast, below) => {
    expect(railsRange(signs)).toMatchObject({ atLeast, below });
    expect(railsRange(signs.toReversed())).toEqual(railsRange(signs));
  });

  test('is older, newer, or may be either', () => {
    const range = railsRange(['encrypted', 'signed-session']);
    expect([isSince(range, '4.0'), isSince(range, '5.2'), isSince(range, '6.0'), isSince(range, '7.1')]).toEqual([
      true,
      null,
      false,
      false,
    ]);
  });

  test.each<[line: string, signs: readonly RailsSign[]]>([
    ['a=1; path=/; HttpOnly; SameSite=Lax', []],
    ['a=1; path=/; httponly; samesite=lax', ['rack-3', 'rack-3']],
    ['a=1; path=/; expires=Thu, 15 Jan 2026 13:00:00 -0000; HttpOnly', ['rack-1']],
    ['a=1; path=/; expires=Thu, 15 Jan 2026 13:00:00 GMT; HttpOnly', []],
  ])('%s', (line, signs) => {
    expect(signsOfLine(parseSetCookie(line))).toEqual(signs);
  });
});

describe('the application behind a cookie', () => {
  test('is known by all of its values and lines, by its layout before it is opened and by its key after', async () => {
    const value = sealGcm(JSON.stringify({ session_id: '0'.repeat(32), user_id: 42 }));
    const set = exchange({ setCookie: [`_app_session=${value}; path=/; HttpOnly`] });
    const sealed = await analyse([set], []);
    expect(sealed.application('_app_session')).toMatchObject({
      framework: 'rails',
      store: 'cookie',
      rails: { atLeast: '5.2', below: null },
    });
    const opened = await analyse([set], [SECRET]);
    expect(opened.application('_app_session').rails).toMatchObject({ atLeast: '7.0' });
    const later = exchange({ url: 'https://app.test/later', setCookie: [`_app_session=${value}; path=/; httponly; samesite=lax`] });
    opened.add(later);
    await opened.settled();
    expect(opened.application('_app_session').rails).toMatchObject({ atLeast: '7.1' });
    expect(opened.application('theme')).toMatchObject({ framework: null, store: null, rails: { atLeast: '3.0', below: null } });
  });

  test('keeps what its lines say when the secrets change, and forgets all when the recording is cleared', async () => {
    const value = sealGcm(JSON.stringify({ session_id: '0'.repeat(32) }));
    const analysis = await analyse([exchange({ setCookie: [`_app_session=${value}; path=/; httponly`] })], [SECRET]);
    analysis.reopen();
    await analysis.settled();
    expect(analysis.application('_app_session').rails.signs).toContain('rack-3');
    analysis.clear();
    expect(analysis.application('_app_session').framework).toBeNull();
  });

  test('keeps its sessions on the server where the cookie is an id, and is no Rails under the name of Rack', async () => {
    const analysis = await analyse(
      [
        exchange({
          setCookie: [
            `_session_id=${'0a'.repeat(16)}; path=/; HttpOnly`,
            'rack.session=BAh7AA%3D%3D--0123456789012345678901234567890123456789; path=/; HttpOnly',
          ],
        }),
      ],
      [],
    );
    expect(analysis.application('_session_id')).toMatchObject({ framework: 'rails', store: 'server' });
    expect(analysis.application('rack.session')).toMatchObject({ framework: 'rack', store: 'cookie', rackSession: 'signed' });
  });
});
