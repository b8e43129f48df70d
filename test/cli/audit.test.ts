import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkSarif } from '../core/report/check-sarif.ts';
import { stories, storyById, storyHar } from '../core/stories.ts';
import { sessionscope, type World } from './command-line.ts';

const DROP = storyById('v7_2_2_2/silent-drop');
const READ = storyById('v7_2_2_2/login-rotates');
const SECRET = READ.secrets[0] ?? '';
const PACKED = gzipSync(storyHar(READ));
const CUT = har([{}, {}]).slice(0, -20);
const files = {
  'drop.har': storyHar(DROP),
  'fine.har': storyHar(READ),
  'fine.har.gz': PACKED,
  'cut.har.gz': PACKED.subarray(0, -20),
  'damaged.har.gz': damaged(PACKED),
  'only-gzip.har': new Uint8Array([0x1f, 0x8b]),
  'packed-text.gz': gzipSync('<html>'),
  'empty.har': '',
  'blank.har': ' \n',
  'broken.har': '{"log": {\n  "entries": [}',
  'cut.har': CUT,
  'list.har': '[]',
  'no-entries.har': '{"log": {"version": "1.2"}}',
  'stripped.har': har([{ headers: [{ name: 'Content-Type', value: 'text/html' }] }]),
  'odd.har': har([{ headers: 7 }, null]),
  'warned.har': har([{ headers: [{ name: 'Set-Cookie', value: '_app_session=1; Secure; HttpOnly' }] }]),
  'hostile.har': har([{ headers: [{ name: 'Set-Cookie', value: 'a\u001b[2Jb\u009bc=1; Secure; HttpOnly' }] }]),
  secrets: `# newest first\ncurrent=${SECRET}\n`,
  'two-secrets': `${'a'.repeat(64)}\n${SECRET}\n`,
  'wrong-secret': 'b'.repeat(64),
  'empty-secrets': '# none\n',
  'bad-secrets.json': '[{ "secret": 7 }]',
  'broken-secrets.json': '[{\n"secret": ]',
};

/** With other bytes in the middle, of which the sum at its end knows nothing. */
function damaged(gzip: Uint8Array): Uint8Array {
  return gzip.map((byte, index) => (index === gzip.length >> 1 ? byte ^ 0xff : byte));
}

function har(responses: readonly unknown[]): string {
  const entries = responses.map((response, index) => ({
    startedDateTime: `2026-01-01T10:00:0${index}Z`,
    request: { method: 'GET', url: 'https://app.test/', headers: [] },
    response: typeof response === 'object' && response !== null ? { status: 200, ...response } : response,
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, entries } });
}

describe('the exit status', () => {
  test.each<[reason: string, argv: string, status: number]>([
    ['an error is 1', 'audit drop.har', 1],
    ['an error is 1 with a level of warning', 'audit drop.har --fail-on warning', 1],
    ['an error is 0 when nothing is to fail', 'audit drop.har --fail-on never', 0],
    ['only information is 0', 'audit fine.har', 0],
    ['only information is 0 with a level of warning', 'audit fine.har --fail-on=warning', 0],
    ['a warning is 0', 'audit warned.har', 0],
    ['a warning is 1 with a level of warning', 'audit warned.har --fail-on warning', 1],
    ['a HAR without cookies is 0', 'audit stripped.har', 0],
    ['a wrong secret does not change it', 'audit fine.har --secret-file wrong-secret', 0],
    ['help is 0', 'audit --help', 0],
    ['help is 0 without a command', '--help', 0],
    ['the version is 0', '--version', 0],
  ])('%s: %s', async (_, argv, status) => {
    expect((await sessionscope(argv.split(' '), { files })).status).toBe(status);
  });
});

describe('what is wrong is said in one line, and the status is 2', () => {
  test.each<[argv: string, line: string, world?: World]>([
    ['', 'no command is given: audit or open (see --help)'],
    ['adit', 'the command is audit or open, not “adit” (see --help)'],
    ['audit', 'audit needs a HAR file, or - for standard input'],
    ['audit a.har b.har', 'audit takes one file, and 2 are given'],
    ['audit none.har', 'none.har: there is no such file'],
    ['audit folder', 'folder: is a directory, not a file'],
    ['audit locked', 'locked: may not be read (permission denied)'],
    ['audit empty.har', 'empty.har: the file is empty'],
    ['audit blank.har', 'blank.har: the file is empty'],
    ['audit -', 'standard input: the file is empty'],
    ['audit broken.har', 'broken.har: the file is not JSON: it goes wrong at line 2, column 15'],
    ['audit cut.har', `cut.har: the file is not JSON: it goes wrong at line 1, column ${CUT.length + 1}, behind entry 0`],
    ['audit cut.har.gz', expect.stringMatching(/^sessionscope: cut\.har\.gz: the gzip is cut off(?:, behind entry \d+)?$/)],
    ['audit damaged.har.gz', expect.stringMatching(/^sessionscope: damaged\.har\.gz: the gzip is damaged(?:, behind entry \d+)?$/)],
    ['audit only-gzip.har', 'only-gzip.har: the gzip is cut off'],
    ['audit packed-text.gz', 'packed-text.gz: the file is not JSON: it goes wrong at line 1, column 1'],
    ['audit list.har', 'list.har: the file is not a HAR: the field log is missing or of the wrong type'],
    ['audit no-entries.har', 'no-entries.har: the file is not a HAR: the field log.entries is missing or of the wrong type'],
    ['audit fine.har --frmat json', 'there is no option --frmat (see --help)'],
    ['audit fine.har -x', 'there is no option -x (see --help)'],
    ['audit fine.har --format', '--format needs a value'],
    ['audit fine.har --format --fail-on never', '--format needs a value'],
    ['audit fine.har --format xml', '--format is text, json, markdown, sarif, not “xml”'],
    ['audit fine.har --fail-on info', '--fail-on is error, warning, never, not “info”'],
    ['audit fine.har --redact all', '--redact is none, mask, remove, not “all”'],
    ['audit fine.har --browser safari', '--browser is chromium, firefox, not “safari”'],
    ['audit fine.har --secret-file none', 'secret file none: there is no such file'],
    ['audit fine.har --secret-file empty-secrets', 'secret file empty-secrets, line 1: there is no secret in it'],
    ['audit fine.har --secret-file bad-secrets.json', 'secret file bad-secrets.json, secret 1: the field secret has a wrong type or value'],
    ['audit fine.har --secret-file broken-secrets.json', 'secret file broken-secrets.json, line 2: this is not valid JSON'],
    ['audit fine.har --secret-env KEY', '--secret-env KEY: the environment variable is not set or empty'],
    ['audit fine.har --secret-env KEY', '--secret-env KEY: the environment variable is not set or empty', { env: { KEY: ' ' } }],
  ])('%s', async (argv, line, world) => {
    const said = await sessionscope(argv === '' ? [] : argv.split(' '), { files, ...world });
    expect(said).toEqual({ status: 2, stdout: '', stderr: [typeof line === 'string' ? `sessionscope: ${line}` : line] });
  });

  test.each([['--secret'], ['--secret='], ['--secret-key-base'], ['--key'], ['--password'], ['--token']])(
    'a secret is not taken from %s, nor repeated',
    async (option) => {
      const argv = option.endsWith('=') ? [option + SECRET] : [option, SECRET];
      const said = await sessionscope(['audit', 'fine.har', ...argv], { files });
      expect(said.status).toBe(2);
      expect(said.stderr).toEqual([expect.stringContaining('a secret is never taken from an argument')]);
      expect(said.stderr.join()).not.toContain(SECRET);
    },
  );

  test.each([
    [['audit', 'fine.har', SECRET]],
    [[SECRET]],
    [['audit', 'fine.har', `--${SECRET}`]],
    [['audit', 'fine.har', '--format', SECRET]],
  ])('a secret in a wrong place is not repeated', async (argv) => {
    const said = await sessionscope(argv, { files });
    expect(said.status).toBe(2);
    expect(said.stderr).toHaveLength(1);
    expect(said.stderr.join()).not.toContain(SECRET);
  });
});

describe('what is said beside the report', () => {
  test('a HAR without cookies says how to export it with them, and the report says so too', async () => {
    const said = await sessionscope(['audit', 'stripped.har', '--format', 'json'], { files });
    expect(said.stderr).toEqual([
      expect.stringMatching(/^sessionscope: cookies were stripped when this file was exported: export it again with sensitive data/),
    ]);
    expect(JSON.parse(said.stdout)).toMatchObject({ source: { cookiesStripped: true, entries: 1 }, cookies: [], findings: [] });
  });

  test('secrets that open nothing are said to', async () => {
    const said = await sessionscope(['audit', 'fine.har', '--secret-file', 'wrong-secret'], { files });
    expect(said.stderr).toEqual([
      expect.stringMatching(
        /^sessionscope: no secret opened any of 4 sealed values; tried 1 secret in \d+ combinations of digest, salt and key length on each$/,
      ),
    ]);
    expect(said.stdout).toContain('sealed: no secret fits');
  });

  test('one secret that opens is enough', async () => {
    const said = await sessionscope(['audit', 'fine.har', '--secret-file', 'wrong-secret', '--secret-file', 'two-secrets'], { files });
    expect(said.stderr).toEqual([]);
  });

  test('malformed entries are counted and the first is named', async () => {
    const said = await sessionscope(['audit', 'odd.har'], { files });
    expect(said.stderr).toEqual([
      'sessionscope: 2 of 2 entries are malformed and read as far as they can be; the first is entry 0: response.headers (wrong-type)',
    ]);
    expect(said.status).toBe(0);
  });
});

describe('secrets', () => {
  test.each<[reason: string, argv: string, secret: string, world?: World]>([
    ['the label of a file', '--secret-file secrets', 'current'],
    ['its line where there is none', '--secret-file two-secrets', 'two-secrets 2'],
    ['the name of a variable', '--secret-env KEY', 'KEY', { env: { KEY: `${SECRET}\n` } }],
    ['the first that fits', '--secret-env KEY --secret-file secrets', 'current', { env: { KEY: SECRET } }],
  ])('are named by %s', async (_, argv, secret, world) => {
    const { stdout } = await sessionscope(['audit', 'fine.har', '--format', 'json', ...argv.split(' ')], { files, ...world });
    const { cookies } = JSON.parse(stdout);
    expect(cookies[0].session).toMatchObject({ state: 'opened', key: { secret, digest: 'SHA256' } });
    expect(stdout).not.toContain(SECRET);
  });
});

describe('the report', () => {
  test('from standard input is that of the file', async () => {
    const argv = ['--format', 'json', '--secret-file', 'secrets'];
    const fromFile = await sessionscope(['audit', 'fine.har', ...argv], { files });
    const fromStdin = await sessionscope(['audit', '-', ...argv], { files, stdin: files['fine.har'] });
    expect(fromStdin).toEqual(fromFile);
  });

  test('of a gzipped file, and from standard input, is that of the file', async () => {
    const argv = ['--format', 'json', '--secret-file', 'secrets'];
    const plain = await sessionscope(['audit', 'fine.har', ...argv], { files });
    expect(plain.stderr).toEqual([]);
    expect(await sessionscope(['audit', 'fine.har.gz', ...argv], { files })).toEqual(plain);
    expect(await sessionscope(['audit', '-', ...argv], { files, stdin: PACKED })).toEqual(plain);
  });

  test('is redacted when asked', async () => {
    const { stdout } = await sessionscope(['audit', 'fine.har', '--format', 'json', '--secret-file', 'secrets', '--redact', 'remove'], {
      files,
    });
    expect(JSON.parse(stdout).cookies[0]).toMatchObject({ value: null, session: { state: 'opened', data: null } });
  });

  test('as text has the cookies, the findings and the remedy', async () => {
    const { stdout } = await sessionscope(['audit', 'drop.har', '--secret-file', 'secrets'], { files });
    expect(stdout).toMatch(/^5 entries, 5 Set-Cookie lines, 1 session cookie/);
    expect(stdout).toMatch(
      /^ {4}3 {2}09:00:15\.000 {2}POST +200 {2}_demo_session {2}3,813 {2}4,097! {2}H - L {2}refused: too-large {2}opened \(encrypted-gcm, json\)/m,
    );
    expect(stdout).toMatch(/^error {2}silent-drop {2}The browser drops this session {2}\(entry 3\)$/m);
    expect(stdout).toContain('Remedy: Keep ids in the session');
    expect(stdout).toContain('docs/findings/silent-drop.md');
    expect(stdout).toMatch(/1 error, 1 warning, 3 info\n$/);
    expect(stdout).not.toContain('\u001b');
  });

  test('as text has colours on a terminal, and nothing that a server sent is obeyed there', async () => {
    const { stdout } = await sessionscope(['audit', 'hostile.har'], { files, colour: true });
    expect(stdout).toContain('\u001b[1m');
    expect(stdout).toContain('a\\x1b[2Jb\\x9bc');
    expect(stdout).not.toContain('\u001b[2J');
  });

  test('of a file in which nothing is wrong says so', async () => {
    const { stdout } = await sessionscope(['audit', 'stripped.har'], { files });
    expect(stdout).toBe('1 entry, 0 Set-Cookie lines, 0 session cookies (recorded by WebInspector/537.36)\n\nNo response sets a cookie.\n');
  });
});

describe('the stories', () => {
  test.each(stories.map((story) => [story.id, story] as const))(
    '%s: the report names the findings that are expected and none that must be absent',
    async (_, story) => {
      const world = { stdin: storyHar(story), files: { secrets: story.secrets.join('\n') } };
      const said = await sessionscope(['audit', '-', '--format', 'json', '--secret-file', 'secrets'], world);
      const kinds = JSON.parse(said.stdout).findings.map((finding: { kind: string }) => finding.kind);
      for (const kind of ['cookie-overflow', 'silent-drop']) expect(kinds.includes(kind)).toBe(story.expected.findings.includes(kind));
      for (const kind of story.expected.absent) expect(kinds).not.toContain(kind);
    },
  );

  test.each(stories.map((story) => [story.id, story] as const))('%s: the SARIF log has the structure of its schema', async (_, story) => {
    const name = 'sitzung ä [1].har';
    const world = { files: { [name]: storyHar(story), secrets: story.secrets.join('\n') } };
    const { stdout } = await sessionscope(['audit', name, '--format', 'sarif', '--secret-file', 'secrets'], world);
    checkSarif(JSON.parse(stdout));
  });
});
