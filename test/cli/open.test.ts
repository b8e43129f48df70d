import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { sealGcm, sealSigned } from '../core/readers/seal.ts';
import { RACK_SECRET, sealV2 } from '../core/readers/seal-rack.ts';
import { storyById } from '../core/stories.ts';
import { sessionscope, type World } from './command-line.ts';

const STORY = storyById('v8_1_3_1/login-rotates');
const LINE = STORY.exchanges[1]?.set_cookie[0] ?? '';
const PAIR = LINE.split(';')[0] ?? '';
const VALUE = PAIR.slice('_demo_session='.length);
const EXPIRING = storyById('v8_1_3_1/expiry').exchanges[0]?.set_cookie[0] ?? '';
const files = { secrets: `current=${STORY.secrets[0]}`, wrong: 'x'.repeat(64), expiry: storyById('v8_1_3_1/expiry').secrets.join('\n') };
const OPEN = ['open', '--name', '_demo_session', '--format', 'json'];

async function session(argv: readonly string[], stdin: string) {
  const said = await sessionscope([...OPEN, ...argv], { files, stdin });
  return { ...said, session: JSON.parse(said.stdout) };
}

describe('what is pasted', () => {
  test.each([
    ['a bare value', VALUE],
    ['a value with a line feed', `${VALUE}\n`],
    ['a value that was decoded already', decodeURIComponent(VALUE)],
    ['name=value', PAIR],
    ['a Set-Cookie line', `Set-Cookie: ${LINE}`],
    ['a Cookie header', `Cookie: theme=dark; ${PAIR}; other=1`],
    ['a Cookie header with the name twice: the first wins', `Cookie: ${PAIR}; _demo_session=x`],
  ])('%s is opened', async (_, stdin) => {
    const { status, stderr, session: opened } = await session(['--secret-file', 'secrets'], stdin);
    expect({ status, stderr }).toEqual({ status: 0, stderr: [] });
    expect(opened).toMatchObject({
      state: 'opened',
      framework: 'rails',
      layout: 'encrypted-gcm',
      serializer: 'json',
      key: { secret: 'current', digest: 'SHA256', salt: 'authenticated encrypted cookie' },
      purpose: 'cookie._demo_session',
      expires: null,
      failure: null,
      data: { user_id: 7 },
      keyCosts: { user_id: expect.any(Number) },
    });
  });
});

describe('files of Rails', () => {
  const fixture = (name: string): string => readFileSync(new URL(`../fixtures/secrets/${name}`, import.meta.url), 'utf8');
  const [secret = ''] = /[0-9a-f]{128}/.exec(fixture('credentials.yml')) ?? [];
  const [development = '', production = ''] = fixture('production.yml').match(/[0-9a-f]{128}/g) ?? [];
  const rails = {
    'config/credentials.yml.enc': fixture('credentials.yml.enc'),
    'config/master.key': fixture('master.key'),
    'production.yml.enc': fixture('production.yml.enc'),
    'production.key': fixture('production.key'),
    'empty.yml.enc': fixture('empty.yml.enc'),
    'config/secrets.yml': fixture('production.yml'),
    'tmp/local_secret.txt': `${secret}\n`,
    'config/initializers/secret_token.rb': `Blog::Application.config.secret_key_base = '${secret}'`,
    'env/secrets.yml': 'production:\n  secret_key_base: <%= ENV["SECRET_KEY_BASE"] %>',
  };
  const given = (names: readonly string[]): readonly string[] => names.flatMap((name) => ['--secret-file', name]);
  const sealedWith = (text: string): string => sealGcm('{"user_id":7}', { secret: text });

  test.each<[label: string, text: string, files: readonly string[]]>([
    ['config/credentials.yml.enc', secret, ['config/credentials.yml.enc', 'config/master.key']],
    ['config/credentials.yml.enc', secret, ['config/master.key', 'config/credentials.yml.enc']],
    ['production.yml.enc production', production, ['production.yml.enc', 'production.key']],
    ['config/secrets.yml development', development, ['config/secrets.yml']],
    ['tmp/local_secret.txt', secret, ['tmp/local_secret.txt']],
    ['config/initializers/secret_token.rb', secret, ['config/initializers/secret_token.rb']],
  ])('%s gives its secret', async (label, text, names) => {
    const said = await sessionscope([...OPEN, ...given(names)], { files: rails, stdin: sealedWith(text) });
    expect(said).toMatchObject({ status: 0, stderr: [] });
    expect(JSON.parse(said.stdout)).toMatchObject({ state: 'opened', key: { secret: label } });
  });

  test.each<[names: readonly string[], line: string]>([
    [
      ['config/credentials.yml.enc'],
      'secret file config/credentials.yml.enc: it is encrypted; give its key too (--secret-file master.key)',
    ],
    [['config/master.key'], 'secret file config/master.key: this is a key; give what it opens too (--secret-file credentials.yml.enc)'],
    [['config/credentials.yml.enc', 'production.key'], 'secret file config/credentials.yml.enc: the key that is given does not open it'],
    [
      ['env/secrets.yml'],
      'secret file env/secrets.yml: the secret is in the environment variable SECRET_KEY_BASE (--secret-env SECRET_KEY_BASE)',
    ],
  ])('%j lack something, which is said', async (names, line) => {
    const { status, stdout, stderr } = await sessionscope([...OPEN, ...given(names)], { files: rails, stdin: 'x' });
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: [`sessionscope: ${line}`] });
  });
});

describe('what a cookie is for', () => {
  test.each([
    ['session_id', sealSigned('1'), 'cookie    sign-in of Rails 8 (id of a row in sessions)'],
    ['remember_user_token', sealSigned('[[1],"x","1.5"]'), 'cookie    remember-me token'],
    ['cart', sealSigned('1'), 'cookie    signed cookie, no session'],
    ['cart', sealGcm('1'), 'cookie    encrypted cookie, no session'],
  ])('%s is told above its state', async (name, stdin, line) => {
    const { stdout } = await sessionscope(['open', '--name', name], { stdin });
    expect(stdout.split('\n')[1]).toBe(line);
  });

  test('a session of Rack opens with its secret, and one without a secret is only read', async () => {
    const opened = await sessionscope(['open', '--name', 'rack.session', '--secret-env', 'S'], {
      env: { S: RACK_SECRET },
      stdin: sealV2('{"a":1}'),
    });
    expect(opened).toMatchObject({ status: 0, stderr: [] });
    expect(opened.stdout).toContain('state     opened (rack-encryptor-v2, json)\nkey       “S”\npurpose   rack.session\n');
    const plain = await sessionscope(['open', '--name', 'rack.session', '--secret-env', 'S'], {
      env: { S: RACK_SECRET },
      stdin: 'rack.session=BAh7AA==',
    });
    expect(plain).toMatchObject({ status: 0, stderr: [] });
    expect(plain.stdout).toContain('state     readable, not verified (rack-plain, marshal)');
  });
});

describe('the session object and the exit status', () => {
  const signed = `${encodeURIComponent(btoa('{"session_id":"0"}'))}--${'0'.repeat(40)}`;
  test.each<[reason: string, argv: readonly string[], stdin: string, status: number, shown: object, line: RegExp | null]>([
    ['without secrets it is sealed', [], VALUE, 0, { state: 'sealed', failure: null, data: null }, null],
    [
      'a secret that does not fit',
      ['--secret-file', 'wrong'],
      VALUE,
      1,
      { state: 'sealed', failure: 'wrong-key' },
      /no secret opens it; tried 1 secret in \d+ combinations/,
    ],
    ['a signed one without secrets', [], signed, 0, { state: 'readable', key: null, data: { session_id: '0' } }, null],
    [
      'a signed one whose signature no secret verifies',
      ['--secret-file', 'wrong'],
      signed,
      1,
      { state: 'readable', key: null },
      /no secret verifies its signature/,
    ],
    ['the id of a server-side session', [], '0a'.repeat(16), 0, { state: 'identifier', layout: 'store-id', data: null }, null],
    ['a damaged value', [], VALUE.slice(0, -12), 1, { state: 'failed', failure: 'malformed' }, /the value is malformed/],
    [
      'one that was cut',
      [],
      VALUE.slice(0, 300),
      1,
      { state: 'failed', failure: 'malformed' },
      /malformed: What should follow the content .* is missing/,
    ],
    [
      'one that was encoded twice',
      ['--secret-file', 'secrets'],
      encodeURIComponent(VALUE),
      1,
      { state: 'failed', failure: 'malformed' },
      /the value is malformed: .*It opens percent-decoded once more\./,
    ],
    ['anything else', [], 'hello', 1, { state: 'failed', failure: 'malformed' }, /the value is malformed/],
    [
      'an expired one is not judged by the machine’s clock',
      ['--secret-file', 'expiry'],
      `Set-Cookie: ${EXPIRING}`,
      0,
      { state: 'opened', failure: null },
      null,
    ],
    [
      'but by the time that is given',
      ['--secret-file', 'expiry', '--at', '2099-01-01T00:00:00Z'],
      `Set-Cookie: ${EXPIRING}`,
      1,
      { state: 'failed', failure: 'expired' },
      /Rails refuses it: it expired at 2026-/,
    ],
  ])('%s', async (_, argv, stdin, status, shown, line) => {
    const said = await session(argv, stdin);
    expect(said.session).toMatchObject(shown);
    expect(said.status).toBe(status);
    expect(said.stderr).toEqual(line === null ? [] : [expect.stringMatching(line)]);
  });

  test('a value under another name is refused as Rails would', async () => {
    const { status, stdout, stderr } = await sessionscope(['open', '--name', '_other', '--format', 'json', '--secret-file', 'secrets'], {
      files,
      stdin: VALUE,
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      state: 'failed',
      failure: 'purpose-mismatch',
      purpose: 'cookie._demo_session',
      data: { user_id: 7 },
    });
    expect(stderr).toEqual(['sessionscope: _other: Rails refuses it: it was sealed for cookie._demo_session']);
  });
});

describe('what is wrong is said in one line, and the status is 2', () => {
  test.each<[argv: string, stdin: string, line: string | RegExp]>([
    ['open', VALUE, 'open needs --name COOKIE, since Rails seals the name into the value'],
    [
      'open --name _demo_session',
      '',
      'standard input is empty: it should hold a cookie value, name=value, a Set-Cookie line or a Cookie header',
    ],
    ['open --name _demo_session', 'Cookie: theme=dark; lang=en', 'standard input holds no cookie _demo_session, but theme, lang'],
    ['open --name _demo_session', 'x'.repeat(2_000_000), 'standard input is too long for a cookie'],
    ['open --name _demo_session --at yesterday', VALUE, '--at is an ISO 8601 time such as 2026-01-15T12:00:00Z'],
    ['open --name _demo_session --format sarif', VALUE, '--format is text, json, not “sarif”'],
    ['open --name _demo_session --fail-on never', VALUE, 'there is no option --fail-on (see --help)'],
    ['open --name _demo_session value', VALUE, 'open takes no arguments besides its options: the value comes from standard input'],
    ['open --name _demo_session --secret-file none', VALUE, 'secret file none: there is no such file'],
  ])('%s', async (argv, stdin, line) => {
    const said = await sessionscope(argv.split(' '), { files, stdin });
    expect(said).toEqual({ status: 2, stdout: '', stderr: [`sessionscope: ${line}`] });
  });
});

describe('as text', () => {
  const text = async (argv: readonly string[], world: World) =>
    (await sessionscope(['open', '--name', '_demo_session', ...argv], { files, ...world })).stdout;

  test('an open session says how it was sealed, how large it is, and what it holds', async () => {
    expect(await text(['--secret-file', 'secrets'], { stdin: VALUE })).toMatch(
      /^_demo_session\nstate {5}opened \(encrypted-gcm, json\)\nkey {7}“current”, SHA256, salt “authenticated encrypted cookie”\npurpose {3}cookie\._demo_session\nsize {6}\d+ bytes as Rails counts, \d+ of 4,096 on the wire\n\n\{\n {2}"session_id": /,
    );
  });

  test('a sealed one says so', async () => {
    expect(await text([], { stdin: VALUE })).toMatch(/^_demo_session\nstate {5}sealed \(encrypted-gcm\)\nsize {6}/);
  });

  test('one that does not open says why, at which stage, and what would open it', async () => {
    const said = await text(['--secret-file', 'secrets'], { stdin: encodeURIComponent(VALUE) });
    expect(said).toMatch(
      /\nreason {4}Percent-encoded twice \(stage: encoding\)\. .*\nremedy {4}.*\nrepair {4}It opens percent-decoded once more\.\nsize /,
    );
    expect(await text(['--secret-file', 'wrong'], { stdin: VALUE })).toMatch(
      /\nreason {4}Sealed: no secret fits \(stage: key\)\. 12 combinations/,
    );
    expect(await text(['--secret-file', 'secrets'], { stdin: VALUE })).not.toMatch(/reason|repair/);
  });

  test('the id of a server-side session comes with the private id, under which the store has it', async () => {
    expect(await text([], { stdin: '0123456789abcdef'.repeat(2) })).toContain(
      '\npublic    0123456789abcdef0123456789abcdef\nprivate   2::3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9\n',
    );
  });

  test('big integers keep their digits', async () => {
    const signed = `${encodeURIComponent(btoa('{"n":12345678901234567890123}'))}--${'0'.repeat(40)}`;
    expect(await text([], { stdin: signed })).toContain('"n": 12345678901234567890123');
  });
});
