import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSetCookie, printSetCookie } from '../../../src/core/cookies/set-cookie.ts';

const long = 'x'.repeat(1025);

describe('Name and value', () => {
  const rows = [
    { line: 'a=1', name: 'a', value: '1', reason: 'the least there is' },
    { line: ' \ta\t = \tb\t ;Path=/', name: 'a', value: 'b', reason: 'spaces and tabs around both are stripped (step 4)' },
    { line: '\u00a0a=b\u00a0', name: '\u00a0a', value: 'b\u00a0', reason: 'the byte A0 is no white space' },
    { line: 'a=b=c', name: 'a', value: 'b=c', reason: 'the first = divides' },
    { line: 'a="b;c"', name: 'a', value: '"b', reason: 'a semicolon divides inside quotes too, and quotes stay' },
    { line: 'a=b, c=d', name: 'a', value: 'b, c=d', reason: 'a comma is an ordinary character' },
    { line: 'a=%41+b', name: 'a', value: '%41+b', reason: 'nothing is decoded' },
    { line: '__proto__=x', name: '__proto__', value: 'x', reason: 'a name like any other' },
    { line: 'token', name: '', value: 'token', reason: 'without = it is all value (step 3)' },
    { line: '=v', name: '', value: 'v', reason: 'an empty name' },
    { line: '=a=b', name: '', value: 'a=b', reason: 'an empty name, though it is sent like the cookie a' },
    { line: 'a=', name: 'a', value: '', reason: 'an empty value' },
    { line: '', name: '', value: '', reason: 'an empty line' },
  ];
  test.each(rows)('of $line are "$name" and "$value": $reason', ({ line, name, value }) => {
    expect(parseSetCookie(line)).toMatchObject({ line, name, value });
  });
});

describe('What remains of the attributes', () => {
  const rows = [
    { attributes: '', effective: {}, reason: 'none' },
    { attributes: 'Path=/x; Path=/y', effective: { path: '/y' }, reason: 'the last one wins' },
    { attributes: 'Path=/x; Path=y', effective: { path: null }, reason: 'a last one without a leading / means the default path' },
    { attributes: 'Path="/"', effective: { path: null }, reason: 'a quote is no /' },
    { attributes: `Path=/x; Path=/${long}`, effective: { path: '/x' }, reason: 'over 1024 bytes it is not even looked at' },
    { attributes: `Path=/${'x'.repeat(1023)}`, effective: { path: `/${'x'.repeat(1023)}` }, reason: '1024 bytes are still read' },
    { attributes: 'Domain=.App.TEST', effective: { domain: 'app.test' }, reason: 'lower case, without the dot' },
    { attributes: 'Domain=..app.test', effective: { domain: '.app.test' }, reason: 'one dot only is removed, and nothing will match' },
    { attributes: 'Domain=.', effective: { domain: '' }, reason: 'there, but no host matches it' },
    { attributes: 'Domain=a.test; Domain=', effective: { domain: null }, reason: 'an empty last one means the host only' },
    { attributes: 'Domain=B\u00c3\u0084.test', effective: { domain: 'b\u00c3\u0084.test' }, reason: 'bytes over 127 stay as they are' },
    { attributes: 'SECURE; hTTPonly', effective: { secure: true, httpOnly: true }, reason: 'letter case does not count' },
    { attributes: 'Secure=false', effective: { secure: true }, reason: 'a flag takes any value' },
    { attributes: '"Secure"; Http Only', effective: {}, reason: 'these are other names' },
    { attributes: 'Partitioned', effective: { partitioned: true }, reason: 'a flag' },
    { attributes: 'samesite=sTrIcT', effective: { sameSite: 'Strict' }, reason: 'known modes get their usual case' },
    { attributes: 'SameSite=Foo', effective: { sameSite: 'Foo' }, reason: 'an unknown mode is shown as sent' },
    {
      attributes: 'SameSite=Strict; SameSite=Foo',
      effective: { sameSite: 'Foo' },
      reason: 'an unknown last one means the default enforcement',
    },
    { attributes: 'SameSite', effective: { sameSite: '' }, reason: 'there, but empty' },
    { attributes: 'Max-Age=60', effective: { maxAge: 60 }, reason: 'seconds' },
    { attributes: 'Max-Age=+60', effective: { maxAge: 60 }, reason: 'both browsers accept a plus' },
    { attributes: 'Max-Age=-1', effective: { maxAge: -1 }, reason: 'in the past' },
    { attributes: 'Max-Age=-0', effective: { maxAge: 0 }, reason: 'there is one zero' },
    { attributes: 'Max-Age=60; Max-Age=1.5', effective: { maxAge: 60 }, reason: 'an invalid one leaves the earlier one' },
    { attributes: 'Max-Age=', effective: { maxAge: null }, reason: 'empty' },
    { attributes: 'Max-Age="60"', effective: { maxAge: null }, reason: 'quotes are no digits' },
    {
      attributes: `Max-Age=${'9'.repeat(999)}`,
      effective: { maxAge: Number.MAX_SAFE_INTEGER },
      reason: 'still a number that JSON can hold',
    },
    {
      attributes: 'expires=Thu, 15 Jan 2026 13:00:00 -0000',
      effective: { expires: { text: 'Thu, 15 Jan 2026 13:00:00 -0000', time: Date.UTC(2026, 0, 15, 13) } },
      reason: 'as Rack 1 prints it',
    },
    { attributes: 'Expires=0', effective: { expires: { text: '0', time: null } }, reason: 'what is no date is shown all the same' },
    {
      attributes: 'Expires=Thu, 01 Jan 1970 00:00:00 GMT; Expires=soon',
      effective: { expires: { text: 'Thu, 01 Jan 1970 00:00:00 GMT', time: 0 } },
      reason: 'what is no date leaves the earlier one',
    },
  ];
  const none = {
    domain: null,
    path: null,
    expires: null,
    maxAge: null,
    secure: false,
    httpOnly: false,
    sameSite: null,
    partitioned: false,
  };
  test.each(rows)('"$attributes": $reason', ({ attributes, effective }) => {
    expect(parseSetCookie(`a=1; ${attributes}`).effective).toEqual({ ...none, ...effective });
  });
});

describe('The verdict on each attribute', () => {
  const rows = [
    { attributes: 'Path=/', verdicts: ['used'], reason: 'the only one' },
    { attributes: 'Path=/x; path=/', verdicts: ['overridden', 'used'], reason: 'the last one wins' },
    { attributes: 'Secure; Secure', verdicts: ['overridden', 'used'], reason: 'a flag twice' },
    { attributes: 'Foo=bar; __proto__=x; Version=1', verdicts: ['unknown', 'unknown', 'unknown'], reason: 'browsers know none of these' },
    { attributes: 'Priority=High', verdicts: ['used'], reason: 'Chromium knows it' },
    { attributes: ';; =x', verdicts: ['empty', 'empty', 'unknown'], reason: 'nothing, and a value without a name' },
    { attributes: `Foo=${long}; Secure=${long}`, verdicts: ['too-long', 'too-long'], reason: 'over 1024 bytes' },
    { attributes: 'Domain=a.test; Domain=', verdicts: ['overridden', 'empty'], reason: 'an empty Domain overrides' },
    { attributes: 'Path=/; Path=x', verdicts: ['overridden', 'bad-path'], reason: 'so does a Path that is none' },
    { attributes: 'SameSite=Lax; SameSite=x', verdicts: ['overridden', 'unknown-same-site'], reason: 'and an unknown SameSite' },
    { attributes: 'Max-Age=1; Max-Age=x', verdicts: ['used', 'bad-max-age'], reason: 'an invalid Max-Age overrides nothing' },
    { attributes: 'Expires=1 Jan 2027 0:0:0; Expires=x', verdicts: ['used', 'bad-date'], reason: 'nor does what is no date' },
    { attributes: 'Expires=1 Jan 2027 0:0:0; Max-Age=9', verdicts: ['max-age-wins', 'used'], reason: 'Max-Age wins over Expires' },
    { attributes: 'Max-Age=9; Expires=1 Jan 2027 0:0:0', verdicts: ['used', 'max-age-wins'], reason: 'wherever it stands' },
    { attributes: 'Max-Age=x; Expires=1 Jan 2027 0:0:0', verdicts: ['bad-max-age', 'used'], reason: 'but only when it is valid' },
  ];
  test.each(rows)('"$attributes": $reason', ({ attributes, verdicts }) => {
    const found = parseSetCookie(`a=1; ${attributes}`).attributes.map(({ verdict }) =>
      verdict.verdict === 'ignored' ? verdict.reason : verdict.verdict,
    );
    expect(found).toEqual(verdicts);
  });
});

test('Every attribute is kept in its order with its raw text', () => {
  const { pair, attributes } = parseSetCookie('a = 1 ; Path = / ;;HttpOnly; x=');
  expect(pair).toBe('a = 1 ');
  expect(attributes.map(({ raw, name, value }) => ({ raw, name, value }))).toEqual([
    { raw: ' Path = / ', name: 'Path', value: '/' },
    { raw: '', name: '', value: null },
    { raw: 'HttpOnly', name: 'HttpOnly', value: null },
    { raw: ' x=', name: 'x', value: '' },
  ]);
});

describe('Problems', () => {
  const rows = [
    { line: 'a=1; Path=/', problems: [], reason: 'nothing is wrong' },
    { line: '', problems: ['empty@0'], reason: 'nothing there' },
    { line: ' = ; Path=/', problems: ['empty@0'], reason: 'neither name nor value' },
    { line: '=v', problems: ['nameless@0'], reason: 'an empty name' },
    { line: 'token; Path=/', problems: ['no-equals-sign@5'], reason: 'the = is missing where the pair ends' },
    { line: 'a=b\u0001c', problems: ['control-character@3'], reason: 'in the value' },
    { line: 'a=b; Path=/\u007f', problems: ['control-character@11'], reason: 'DEL in an attribute' },
    { line: 'a\u0000=\r', problems: ['control-character@1', 'control-character@3'], reason: 'each with its place' },
    { line: 'a=b\tc', problems: [], reason: 'RFC 6265bis allows the tab' },
    { line: 'a=\u0085\u00ff', problems: [], reason: 'bytes over 127 are no control characters' },
  ];
  test.each(rows)('of $line: $reason', ({ line, problems }) => {
    expect(parseSetCookie(line).problems.map(({ code, offset }) => `${code}@${offset}`)).toEqual(problems);
  });

  test('are not counted without end', () => {
    expect(parseSetCookie('\u0001'.repeat(1_000_000)).problems).toHaveLength(17);
  });
});

describe('Whatever the line is', () => {
  const words = [
    'a=1',
    'Path',
    '/x',
    'Max-Age',
    '9',
    '__proto__',
    'constructor',
    'SameSite',
    'Domain',
    'Expires',
    '=',
    ';',
    ' ',
    '\t',
    '\n',
    '\u00e9',
  ];
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...words)).map((parts) => parts.join('')),
  );

  test('printing what was parsed gives it back', () => {
    fc.assert(fc.property(hostile, (line) => printSetCookie(parseSetCookie(line)) === line));
  });

  test('the result survives JSON', () => {
    fc.assert(
      fc.property(hostile, (line) => {
        const cookie = parseSetCookie(line.toWellFormed());
        expect(JSON.parse(JSON.stringify(cookie))).toEqual(cookie);
      }),
    );
  });
});
