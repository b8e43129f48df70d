import { expect, test } from 'vitest';
import { cookieSizes } from '../../../src/core/cookies/cookie-size.ts';
import { parseSetCookie } from '../../../src/core/cookies/set-cookie.ts';
import { infoOf } from '../../../src/core/findings/finding-info.ts';
import { sessionFixation } from '../../../src/core/findings/rules/session-fixation.ts';
import { type Reading, UNREAD } from '../../../src/core/readers/reader.ts';
import { readJson } from '../../../src/core/serializers/json.ts';

function stored(content: string): Reading {
  const read = readJson(content);
  return {
    ...UNREAD,
    framework: 'rails',
    role: 'session',
    state: 'identifier',
    layout: 'store-id',
    data: read.ok ? read.value : null,
    stored: { origin: 'column', serializer: 'json', cache: null, bytes: content.length },
  };
}

test('where the session is kept on the server, its id alone opens it: an error', () => {
  const cookie = parseSetCookie(`_app_session=${'0a'.repeat(16)}; HttpOnly`);
  const findings =
    sessionFixation.about === 'cookie'
      ? sessionFixation.check({
          line: 0,
          name: cookie.name,
          hostname: 'app.test',
          cookie,
          storage: null,
          sizes: cookieSizes(cookie),
          https: true,
          session: true,
          deleted: false,
          carried: stored('{"session_id":"a"}'),
          reading: stored('{"session_id":"a","member":7}'),
          identityKeys: ['member'],
          answeredAt: 0,
          caching: { keptBy: null, cameFrom: null },
          repeats: null,
          sameSealedElsewhere: false,
        })
      : [];
  expect(findings).toMatchObject([{ severity: 'error', parameters: { key: 'member', store: 'server' } }]);
  for (const finding of findings) expect(infoOf(finding).message(finding)).toContain('the id is all that opens it');
});
