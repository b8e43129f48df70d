import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findRails, openWithRails, sealWithRails } from '../../scripts/rails.mjs';
import type { Finding, FindingKind } from '../../src/core/findings/finding.ts';
import { findingInfo, infoOf } from '../../src/core/findings/finding-info.ts';
import type { Remedy } from '../../src/core/findings/remedy.ts';
import { causeInfo } from '../../src/core/logout/cause-info.ts';
import type { EvidenceFact, Logout, LogoutCause } from '../../src/core/logout/logout.ts';
import type { Application } from '../../src/core/readers/application.ts';
import type { Configuration } from '../../src/core/readers/explanation/explanation.ts';
import { APPLICATIONS, railsApplication } from '../core/applications.ts';
import { cases, findingsOf } from '../core/findings/findings-of.ts';

const { rails } = findRails();

type CookieToOpen = Parameters<typeof openWithRails>[0][number];
type OpenedCookie = ReturnType<typeof openWithRails>[number];
type Settings = Record<string, string>;

const GCM: Configuration = {
  ...{ layout: 'encrypted-gcm', digest: 'SHA1', iterations: 1000, salt: 'authenticated encrypted cookie' },
  ...{ cipherBits: 256, hmacDigest: null },
};
const CBC: Configuration = { ...GCM, layout: 'encrypted-cbc', salt: 'encrypted cookie', hmacDigest: 'SHA1' };

const opensWith = (label: string, configuration: Configuration): EvidenceFact => ({ kind: 'opens-with', label, configuration });

function logout(cause: LogoutCause, cookie: string | null, facts: readonly EvidenceFact[]): Logout {
  const evidence = facts.map((fact) => ({ exchangeId: 'e', fact }));
  return { exchangeId: 'e', at: 0, cookie, cause, confidence: 'likely', evidence, alternatives: [] };
}

const rubyOf = ({ snippets }: Remedy): readonly string[] =>
  snippets.filter(({ language }) => language === 'ruby').map(({ lines }) => lines.join('\n'));

/** The names are a server's: each would end a literal, or run, if it were not quoted. */
const NAMES = ['_app_session', 'rack.session', 'session_id', 'remember_user_token', 'a#{exit}"', "a'b", 'a\\', 'a\nb', 'ü', '\ud800', ''];

/** Evidence on which the lines depend. */
const EVIDENCE: readonly (readonly EvidenceFact[])[] = [
  [],
  [opensWith('old', GCM), opensWith('new', { ...GCM, digest: 'SHA256', cipherBits: 128 })],
  [opensWith('a', { ...GCM, salt: 'old "#{exit} salt' }), opensWith('a', GCM)],
  [opensWith('a', CBC), opensWith('a', GCM)],
  [opensWith('a', GCM), opensWith('a', { ...CBC, hmacDigest: 'SHA256' })],
  [opensWith('a', { ...CBC, hmacDigest: 'SHA256' }), opensWith('b', CBC)],
  [opensWith('a', { ...GCM, layout: 'signed', salt: 'other', cipherBits: null, hmacDigest: 'SHA256' }), opensWith('b', GCM)],
  [{ kind: 'sealed-for', purpose: 'cookie.a#{exit}"' }],
  [{ kind: 'another-host', host: 'www"#{exit}.test', cookieHost: 'shop.test' }],
  [{ kind: 'another-path', path: '/a', cookiePath: '/a"#{exit}' }],
  [{ kind: 'refused', reason: 'samesite-cross-site', wire: 100 }],
];

const OLD = { SECRET_KEY_BASE: 'old'.repeat(20) };
const NEW = { SECRET_KEY_BASE: 'new'.repeat(20), OLD_SECRET_KEY_BASE: OLD.SECRET_KEY_BASE };
const SINCE_6: Application = railsApplication('cookie', 'gcm', 'sealed-purpose');

const lost = (cause: LogoutCause, ...facts: readonly EvidenceFact[]): Logout => logout(cause, '_shop_session', facts);

/** What is changed, its verdict, and the settings of Rails before and after. */
const CHANGES: readonly (readonly [what: string, lost: Logout, before: Settings, now: Settings, application: Application])[] = [
  ['a changed secret', lost('secret-changed', opensWith('old', GCM), opensWith('new', GCM)), OLD, NEW, SINCE_6],
  [
    'a changed digest',
    lost('digest-changed', opensWith('a', GCM), opensWith('a', { ...GCM, digest: 'SHA256' })),
    { KEY_DIGEST: 'sha1' },
    { KEY_DIGEST: 'sha256' },
    railsApplication('cookie', 'gcm', 'sha256'),
  ],
  ['a changed digest of which no evidence tells', lost('digest-changed'), { KEY_DIGEST: 'sha1' }, { KEY_DIGEST: 'sha256' }, SINCE_6],
  [
    'a changed secret under CBC',
    lost('secret-changed', opensWith('old', CBC), opensWith('new', CBC)),
    { CIPHER: 'cbc', ...OLD },
    { CIPHER: 'cbc', ...NEW },
    railsApplication('cookie', 'encrypted'),
  ],
  [
    'a changed secret, and GCM instead of CBC',
    lost('secret-changed', opensWith('old', CBC), opensWith('new', GCM)),
    { CIPHER: 'cbc', ...OLD },
    { CIPHER: 'gcm', ...NEW },
    SINCE_6,
  ],
  [
    'a changed secret, and CBC instead of GCM',
    lost('secret-changed', opensWith('old', GCM), opensWith('new', CBC)),
    { CIPHER: 'gcm', ...OLD },
    { CIPHER: 'cbc', ...NEW },
    SINCE_6,
  ],
];

describe.runIf(rails || process.env.CI === 'true')(`the remedies, on Ruby with Rails ${rails?.version}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'remedies-'));
  /** The session and the signed cookie of each change, and what Rails makes of them without any remedy. */
  let sealed: readonly (readonly CookieToOpen[])[] = [];
  let opened: readonly (readonly OpenedCookie[])[] = [];

  beforeAll(() => {
    const lines = CHANGES.flatMap(([, , before]) => [
      { session: { user_id: 42 }, settings: before },
      { kind: 'signed', name: 'basket', value: 7, settings: before },
    ]);
    const values = sealWithRails(lines).map(({ set_cookie: [line = ''] = [] }) => /=([^;]+)/.exec(line)?.[1] ?? '');
    sealed = CHANGES.map((_, index) => [
      { name: '_shop_session', value: values[2 * index] ?? '' },
      { name: 'basket', kind: 'signed', value: values[2 * index + 1] ?? '' },
    ]);
    const answers = openWithRails(
      sealed.flatMap((cookies, index) => cookies.map((cookie) => ({ ...cookie, settings: CHANGES[index]?.[3] ?? {} }))),
    );
    opened = CHANGES.map((_, index) => answers.slice(2 * index, 2 * index + 2));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every piece of Ruby parses and runs nothing that is in a name, whatever the application and the names of its cookies', async () => {
    const findings = (await Promise.all((Object.keys(findingInfo) as FindingKind[]).map(triggered))).flat();
    expect(new Set(findings.map(({ kind }) => kind)).size).toBe(Object.keys(findingInfo).length);
    const pieces = new Set<string>();
    for (const [, application] of APPLICATIONS) {
      for (const name of [...NAMES, null]) {
        for (const finding of findings)
          for (const piece of rubyOf(infoOf(finding).remedy({ ...finding, cookie: name }, application))) pieces.add(piece);
        for (const cause of Object.keys(causeInfo) as LogoutCause[])
          for (const facts of EVIDENCE)
            for (const piece of rubyOf(causeInfo[cause].remedy(logout(cause, name, facts), application))) pieces.add(piece);
      }
    }
    const faults = compile([...pieces]);
    expect(faults.map((fault, index) => fault && `${[...pieces][index]}\n${fault}`).filter((fault) => fault !== null)).toEqual([]);
    expect(pieces.size).toBeGreaterThan(500);
  });

  test.each(CHANGES)(
    'Rails reads what was sealed before %s with the lines of the remedy, and not without',
    (what, lost, before, now, known) => {
      const index = CHANGES.findIndex(([each]) => each === what);
      const [cookies, refused] = [sealed[index] ?? [], opened[index]];
      expect(cookies.map(({ value }) => value.length > 40)).toEqual([true, true]);
      expect(before).not.toEqual(now);
      expect(refused).toMatchObject([{ ok: false }, { ok: false }]);
      const file = join(folder, `${index}.rb`);
      writeFileSync(file, rubyOf(causeInfo[lost.cause].remedy(lost, known)).join('\n'));
      expect(openWithRails([...cookies], { ...now, INITIALIZER: file })).toMatchObject([
        { ok: true, value: { user_id: 42 } },
        { ok: true, value: 7 },
      ]);
    },
  );
});

async function triggered(kind: FindingKind): Promise<readonly Finding[]> {
  const found = await Promise.all(cases[kind].triggers.map(([, , ...given]) => findingsOf(kind, given)));
  return found.flat();
}

/** In one process; null for each that parses. */
function compile(pieces: readonly string[]): readonly (string | null)[] {
  const script = fileURLToPath(new URL('../apps/rails/check_syntax.rb', import.meta.url));
  const run = spawnSync(rails?.ruby ?? 'ruby', ['-EUTF-8', script], {
    input: JSON.stringify(pieces),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(run.stderr.slice(-4000));
  return JSON.parse(run.stdout);
}
