import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Finding, FindingKind } from '../../../src/core/findings/finding.ts';
import { findingInfo, infoOf } from '../../../src/core/findings/finding-info.ts';
import { rules } from '../../../src/core/findings/rules/index.ts';
import { analyse, exchange, type Given } from '../recording.ts';
import { SESSION_SECRET, sessionCases } from './session-cases.ts';

const root = new URL('../../../', import.meta.url);

/** A signed cookie's value, readable without any secret. */
const signed = (content: unknown): string => `${encodeURIComponent(btoa(JSON.stringify(content)))}--${'0'.repeat(40)}`;

/** A value with the layout of AES-GCM whose raw form, with the name `_app_session`, has this many bytes as Rails counts. */
function sealed(bytes: number, encoded = 0): string {
  const ciphertext = bytes - '_app_session'.length - '--'.length * 2 - 16 - 24;
  return `${'%2F'.repeat(encoded)}${'a'.repeat(ciphertext - encoded)}--${'b'.repeat(16)}--${'c'.repeat(22)}==`;
}

/** A value of the version 1 encryptor of Rack with this many bytes. */
const rackSealed = (bytes: number): string => `AX${'a'.repeat(bytes - 2)}`;

const session = (value: string, attributes = 'Secure; HttpOnly; SameSite=Lax'): Given => ({
  setCookie: [`_app_session=${value}; path=/; ${attributes}`],
});
const plain = (attributes: string): Given => ({ setCookie: [`theme=dark; path=/; ${attributes}`] });
const record = { id: 7, email: 'ann@example.test', created_at: '2026-01-01', updated_at: '2026-01-01' };
const withId = (content: object) => signed({ session_id: '0'.repeat(32), ...content });
const overflow: Given = { method: 'POST', status: 500, errorPage: 'CookieOverflow' };

/** The session grew from `before` to `after`, and the request in question carries it. */
function grown(before: number, after: number): readonly Given[] {
  return [
    { at: 1, cookie: `_app_session=${sealed(before)}`, setCookie: [`_app_session=${sealed(after)}; Secure; HttpOnly; SameSite=Lax`] },
    { at: 2, url: 'https://app.test/next', cookie: `_app_session=${sealed(after)}` },
  ];
}

type Case = readonly [reason: string, ...exchanges: readonly Given[]];

interface Cases {
  /** With the severity that is expected. */
  readonly triggers: readonly (readonly [Finding['severity'], ...Case])[];
  readonly quiet: readonly Case[];
}

const cases: { readonly [K in FindingKind]: Cases } = {
  ...sessionCases,
  'missing-httponly': {
    triggers: [
      ['error', 'a session cookie that scripts can read', session(sealed(300), 'Secure; SameSite=Lax')],
      ['error', 'the sign-in cookie of Rails 8', { setCookie: [`session_id=${signed('41')}; Secure`] }],
      ['error', 'a session by its content, whatever its name', { setCookie: [`shop=${withId({})}; Secure`] }],
      ['info', 'any other cookie', plain('Secure')],
      [
        'info',
        '32 hex digits without HttpOnly and without a session-like name, which analytics set too',
        { setCookie: [`vid=${'0a'.repeat(16)}`] },
      ],
    ],
    quiet: [
      ['HttpOnly in any letter case', plain('httponly')],
      ['the token that Angular and axios read', { setCookie: ['XSRF-TOKEN=a'] }],
      ['the token of Django', { setCookie: ['csrftoken=a'] }],
      ['a cookie being deleted by Max-Age', session('', 'max-age=0')],
      ['a cookie being deleted by a date in the past of the traffic', { setCookie: ['theme=x; expires=Wed, 31 Dec 2025 00:00:00 GMT'] }],
    ],
  },
  'missing-secure': {
    triggers: [
      ['error', 'a session cookie over https', session(sealed(300), 'HttpOnly; SameSite=Lax')],
      ['info', 'a session cookie over plain http', { ...session(sealed(300), 'HttpOnly; SameSite=Lax'), url: 'http://app.test/' }],
      ['info', 'any other cookie over https', plain('HttpOnly')],
    ],
    quiet: [
      ['Secure', session(sealed(300))],
      ['a cookie being deleted', session('', 'expires=Thu, 01 Jan 1970 00:00:00 GMT')],
    ],
  },
  'missing-samesite': {
    triggers: [
      ['warning', 'a session cookie without it', session(sealed(300), 'Secure; HttpOnly')],
      ['warning', 'a server-side session by HttpOnly and the shape of its id', { setCookie: [`vid=${'0a'.repeat(16)}; HttpOnly`] }],
    ],
    quiet: [
      ['SameSite=Strict', session(sealed(300), 'SameSite=Strict')],
      ['an unknown value, which is a finding of its own', session(sealed(300), 'SameSite=Foo')],
      ['any other cookie', plain('HttpOnly')],
      [
        'an id from another site than the page',
        { setCookie: [`vid=${'0a'.repeat(16)}; HttpOnly`], headers: { 'Sec-Fetch-Site': 'cross-site', 'Sec-Fetch-Mode': 'no-cors' } },
      ],
      ['a cookie being deleted', session('', 'max-age=0')],
    ],
  },
  'samesite-none-insecure': {
    triggers: [
      ['error', 'a session cookie', session(sealed(300), 'HttpOnly; SameSite=None')],
      ['error', 'any other cookie, in any letter case', plain('samesite=none')],
      ['error', 'the last SameSite counts', plain('SameSite=Lax; SameSite=None')],
    ],
    quiet: [
      ['None with Secure', plain('SameSite=None; Secure')],
      ['Lax', plain('SameSite=Lax')],
      ['a cookie being deleted', plain('SameSite=None; max-age=0')],
    ],
  },
  'cookie-overflow': {
    triggers: [
      ['error', 'a 500 without Set-Cookie whose page names it', { ...overflow, cookie: `_app_session=${sealed(3000)}` }],
      ['error', 'also where the request carried nothing', overflow],
      ['warning', 'the carried version would pass the limit if it grew so again', ...grown(1600, 2900)],
      ['warning', 'one byte too many', ...grown(2096, 3097)],
    ],
    quiet: [
      [
        'a growing session of Rack, which drops what is too large and raises nothing',
        {
          at: 1,
          cookie: `rack.session=${rackSealed(2400)}`,
          setCookie: [`rack.session=${rackSealed(3800)}; Secure; HttpOnly; SameSite=Lax`],
        },
        { at: 2, cookie: `rack.session=${rackSealed(3800)}` },
      ],
      ['an error page that names nothing', { ...overflow, errorPage: null }],
      ['a page that names it and sets a cookie: another request’s story', { ...overflow, ...session(sealed(300)) }],
      ['a page that names it with a status of 404', { ...overflow, status: 404 }],
      ['growth that stays at the limit', ...grown(2096, 3096)],
      ['a version that became smaller', ...grown(4000, 3900)],
      [
        'the first version, which grew from nothing',
        { at: 1, ...session(sealed(4000)) },
        { at: 2, cookie: `_app_session=${sealed(4000)}` },
      ],
      ['a version that was set and is never carried', ...grown(1600, 2900).slice(0, 1)],
    ],
  },
  'silent-drop': {
    triggers: [
      ['error', 'one byte over the limit, by percent-encoding alone', session(sealed(3997, 50))],
      ['error', 'a session that could not be opened and has no known shape', session('x'.repeat(4090))],
    ],
    quiet: [
      ['at the limit', session(sealed(3996, 50))],
      ['a large cookie that is no session', { setCookie: [`theme=${'x'.repeat(5000)}`] }],
    ],
  },
  'near-limit': {
    triggers: [
      ['warning', '80 % of the limit', session('x'.repeat(3277 - '_app_session'.length))],
      ['warning', 'the limit itself', session(sealed(3996, 50))],
      ['warning', 'any other cookie, also over the limit', { setCookie: [`theme=${'x'.repeat(5000)}`] }],
    ],
    quiet: [
      ['a byte less', session('x'.repeat(3276 - '_app_session'.length))],
      ['a session over the limit, which is dropped', session(sealed(3997, 50))],
    ],
  },
  'record-snapshot': {
    triggers: [
      ['warning', 'a record under a key of the session', session(withId({ account: record }))],
      ['warning', 'a record in the flash', session(withId({ flash: { discard: [], flashes: { user: record } } }))],
      ['warning', 'records in a list, once', session(withId({ items: [record, record, record] }))],
    ],
    quiet: [
      ['only an id', session(withId({ account_id: 7 }))],
      ['an id and one column', session(withId({ item: { id: 7, name: 'pen' } }))],
      ['columns without an id', session(withId({ user: { email: 'a', name: 'b', created_at: 'c' } }))],
      ['the session itself, with keys like a record’s', session(withId({ id: 1, user_id: 2, account_id: 3, email: 'a' }))],
      ['a record in a cookie that is no session', { setCookie: [`cart=${signed({ account: record })}; HttpOnly`] }],
    ],
  },
  'readable-session': {
    triggers: [
      ['error', 'a session that is signed alone', session(withId({ user_id: 42 }))],
      ['error', 'a session by name, whatever is in it', session(signed({ cart: [] }))],
      [
        'error',
        'a signed Marshal hash, as Rails 3 writes it',
        session(`${encodeURIComponent(btoa('\u0004\b{\u0006I"\u000fuser_id\u0006:\u0006ETi\u0002'))}--${'0'.repeat(40)}`),
      ],
      ['error', 'a session that Rack signs', { setCookie: [`rack.session=${withId({ user_id: 42 })}; HttpOnly`] }],
      ['error', 'a session that Rack does not even sign', { setCookie: ['rack.session=BAh7AA%3D%3D; HttpOnly'] }],
    ],
    quiet: [
      ['an encrypted session of Rack', { setCookie: [`rack.session=${rackSealed(300)}; Secure; HttpOnly; SameSite=Lax`] }],
      ['the sign-in cookie of Rails 8', { setCookie: [`session_id=${signed('41')}`] }],
      ['a remember-me cookie of Devise', { setCookie: [`remember_user_token=${signed([[1], 'salt', '1760000000.1'])}`] }],
      ['a signed scalar', { setCookie: [`user_id=${signed(42)}`] }],
      ['a signed hash that is no session', { setCookie: [`settings=${signed({ theme: 'dark' })}`] }],
      ['an encrypted session', session(sealed(300))],
    ],
  },
};

async function findingsOf(kind: FindingKind, given: readonly Given[]): Promise<readonly Finding[]> {
  const analysis = await analyse(given.map(exchange), [SESSION_SECRET]);
  return analysis.allRows().flatMap((row) => (analysis.detail(row.id)?.findings ?? []).filter((finding) => finding.kind === kind));
}

const kinds = Object.keys(findingInfo) as FindingKind[];

describe.each(kinds)('%s', (kind) => {
  test.each(cases[kind].triggers.map(([severity, reason, ...given]) => ({ severity, reason, given })))(
    'is found ($severity): $reason',
    async ({ severity, given }) => {
      const found = await findingsOf(kind, given);
      expect(found.map((finding) => finding.severity)).toEqual([severity]);
      for (const finding of found) {
        expect(infoOf(finding).message(finding)).toMatch(/^The .*[^.]\.$/);
        expect(infoOf(finding).remedy(finding).text).toMatch(/\.$/);
      }
    },
  );

  test.each(cases[kind].quiet.map(([reason, ...given]) => ({ reason, given })))('stays quiet: $reason', async ({ given }) => {
    expect(await findingsOf(kind, given)).toEqual([]);
  });

  test('is listed once, told in full, and documented', () => {
    expect(rules.filter((rule) => rule.kind === kind)).toHaveLength(1);
    const { title, why, docs } = findingInfo[kind];
    expect(title).not.toBe('');
    expect(why.length).toBeGreaterThan(100);
    expect(docs).toBe(`docs/findings/${kind}.md`);
    const page = readFileSync(new URL(docs, root), 'utf8');
    expect(page.startsWith(`# ${kind}\n`)).toBe(true);
    for (const part of [
      '**Severity**',
      '## How it is detected',
      '## Evidence',
      '## Why it matters',
      '## Remedy in Rails',
      '## In plain Set-Cookie',
      '## References',
    ]) {
      expect(page).toContain(part);
    }
  });

  test('is a file of its own with a header that triggers it in its comment', () => {
    const file = new URL(`src/core/findings/rules/${kind}.ts`, root);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(/ \* {5}(Set-Cookie: |HTTP\/1\.1 |\{")/);
  });
});

test('there is no rule and no page without a kind', () => {
  const files = readdirSync(new URL('src/core/findings/rules/', root)).filter((name) => name !== 'index.ts');
  expect(files.map((name) => name.replace(/\.ts$/, '')).toSorted()).toEqual(kinds.toSorted());
  const pages = readdirSync(new URL('docs/findings/', root));
  expect(pages.map((name) => name.replace(/\.md$/, '')).toSorted()).toEqual(kinds.toSorted());
});
