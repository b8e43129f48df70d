import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../../src/core/findings/remedy.ts';
import { causeInfo } from '../../../src/core/logout/cause-info.ts';
import { CAUSE_TITLES } from '../../../src/core/logout/cause-title.ts';
import { evidenceText } from '../../../src/core/logout/evidence-info.ts';
import type { EvidenceFact, Logout, LogoutCause } from '../../../src/core/logout/logout.ts';
import { utcClock } from '../../../src/core/logout/time-text.ts';
import { message } from '../../../src/core/message.ts';
import type { Configuration } from '../../../src/core/readers/explanation/explanation.ts';
import { RAILS } from '../applications.ts';

const causes = Object.keys(causeInfo) as LogoutCause[];
const root = new URL('../../../', import.meta.url);

function logout(cause: LogoutCause, facts: readonly EvidenceFact[] = [], cookie: string | null = '_app_session'): Logout {
  const evidence = facts.map((fact, index) => ({ exchangeId: `e${index}`, fact }));
  return { exchangeId: 'e0', at: 0, cookie, cause, confidence: 'likely', evidence, alternatives: [] };
}

describe.each(causes)('%s', (cause) => {
  const info = causeInfo[cause];

  test('has a page with what one sees, what happens, how to tell, the remedy, and its relatives', () => {
    expect(info.docs).toBe(`docs/logout/${cause}.md`);
    const page = readFileSync(new URL(info.docs, root), 'utf8');
    expect(page.startsWith(`# ${cause}\n`)).toBe(true);
    expect(page.match(/^## .*$/gm)).toEqual(['## What you see', '## What happens', '## How to tell', '## Remedy', '## Related']);
    const remedy = info.remedy(logout(cause), RAILS);
    expect(page.replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')).toContain(remedy.text);
    for (const { language, lines } of remedy.snippets) expect(page).toContain(`\`\`\`${language}\n${lines.join('\n')}\n\`\`\``);
  });

  test.each([['_app_session'], [null]])('says something with the cookie %s and without any evidence', (cookie) => {
    const remedy = info.remedy(logout(cause, [], cookie), RAILS);
    const { text } = remedy;
    for (const each of [message(CAUSE_TITLES[cause]), info.message(logout(cause, [], cookie), utcClock), message(info.why), text])
      expect(each).toMatch(/\S{3}/);
    for (const each of [info.message(logout(cause, [], cookie), utcClock), message(info.why), text]) expect(each).toMatch(/[.:]$/);
    expect([info.message(logout(cause, [], cookie), utcClock), ...linesOf(remedy)].join(' ')).not.toMatch(/undefined|\bnull\b|NaN/);
  });

  test('runs nothing that a server put into a name', () => {
    for (const line of linesOf(info.remedy(logout(cause, [], 'a#{`id`}"'), RAILS)))
      expect(line.replace(/^Set-Cookie: .*/, '')).not.toMatch(/[^\\]#\{`id/);
  });
});

test('no page is left over, every link leads somewhere, and the index has all', () => {
  const folder = new URL('docs/logout/', root);
  const pages = readdirSync(folder);
  expect(pages.sort()).toEqual([...causes.map((cause) => `${cause}.md`), 'README.md'].sort());
  const index = readFileSync(new URL('README.md', folder), 'utf8');
  for (const cause of causes) expect(index).toContain(`[${cause}](${cause}.md)`);
  for (const page of pages) {
    const links = [...readFileSync(new URL(page, folder), 'utf8').matchAll(/\]\(([^)#]+\.md)\)/g)].map(([, link]) => link ?? '');
    for (const link of links) expect(() => readFileSync(new URL(link, folder)), `${page}: ${link}`).not.toThrow();
  }
  expect(readFileSync(new URL('docs/guide.md', root), 'utf8')).toContain('(logout/README.md)');
});

describe('the verdict, like a colleague', () => {
  const refused = { kind: 'refused', reason: 'too-large', wire: 4120 } as const;
  const opens = (label: string, digest: Configuration['digest'] = 'SHA256'): EvidenceFact => ({
    kind: 'opens-with',
    label,
    configuration: { layout: 'encrypted-gcm', digest, iterations: 1000, salt: null, cipherBits: 256, hmacDigest: null },
  });

  test.each<[reason: string, Logout, string]>([
    [
      'with the numbers',
      logout('dropped-too-large', [refused, { kind: 'rails-counted', bytes: 3801 }, { kind: 'heavy-key', key: 'return_to', wire: 2310 }]),
      'The sign-in did not stick: the session cookie “_app_session” that it set weighed 4,120 bytes on the wire. Rails counts 3,801 and is content; the browser’s limit is 4,096, so it kept what it had. The key “return_to” costs 2,310 bytes.',
    ],
    [
      'with the names of both secrets',
      logout('secret-changed', [opens('old'), opens('old'), opens('current')]),
      'The server went over from the secret “old” to “current” after it had set the session cookie “_app_session”, so it could not read it and started over.',
    ],
    [
      'with the digests',
      logout('digest-changed', [opens('a', 'SHA1'), opens('a', 'SHA256')]),
      'The secret is the same, but the session cookie “_app_session” was sealed under a key that is derived otherwise (SHA1 before, SHA256 now), so the server could not read it and started over.',
    ],
    [
      'with how long it was',
      logout('timed-out', [{ kind: 'gap', milliseconds: 2_760_000 }]),
      'The application signed the user out after 46 minutes without a request: the session cookie “_app_session” was in order, and the server took the identity out of it.',
    ],
    [
      'with the hosts',
      logout('host-changed', [{ kind: 'another-host', host: 'shop.test', cookieHost: 'www.shop.test' }]),
      'The session cookie “_app_session” belongs to www.shop.test alone and this request went to shop.test, so it came without a session.',
    ],
    [
      'with when it expired',
      logout('cookie-expired', [{ kind: 'expired-at', at: Date.parse('2026-01-01T10:30:05Z') }]),
      'The session cookie “_app_session” expired at 10:30:05 UTC, so the browser forgot it and this request came without a session.',
    ],
    [
      'of the seal of another cookie, where a sign-in set none',
      logout('secret-changed', [opens('old'), opens('current')], null),
      'The server went over from the secret “old” to “current” after it had set the session cookie, so it could not read it and started over.',
    ],
    [
      'where there is no cookie',
      logout('insecure-origin', [], null),
      'The sign-in was accepted, but no session cookie came with it: the session is Secure, and Rails believes that this request came over plain http.',
    ],
  ])('%s', (_, each, said) => {
    expect(causeInfo[each.cause].message(each, utcClock)).toBe(said);
  });
});

test('times are written as the reader has them', () => {
  const at = Date.parse('2026-01-01T10:30:05Z');
  const clock = (time: number) => (time === at ? 'half past ten' : 'another time');
  const expired: EvidenceFact = { kind: 'expired-at', at };
  expect(causeInfo['cookie-expired'].message(logout('cookie-expired', [expired]), clock)).toContain('expired at half past ten, so');
  expect(evidenceText(expired, clock)).toBe('It had expired at half past ten.');
  expect(evidenceText({ kind: 'not-carried', setAt: at }, utcClock)).toContain('set at 10:30:05 UTC');
});
