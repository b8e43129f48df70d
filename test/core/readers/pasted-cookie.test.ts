import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openCookie } from '../../../src/core/readers/index.ts';
import { LONGEST_PASTE, type PastedCookie, parsePasted } from '../../../src/core/readers/pasted-cookie.ts';
import { SECRET, sealCbc, sealGcm, sealSigned } from './seal.ts';
import { cookieOf, keyringFrom, keyringOf, SENT } from './vectors.ts';

const WIRE = 'ab%2Bc%2Fd%3D%3D--MTIzNDU2Nzg5MDEy--MTIzNDU2Nzg5MDEyMzQ1Ng%3D%3D';
const DECODED = 'ab+c/d==--MTIzNDU2Nzg5MDEy--MTIzNDU2Nzg5MDEyMzQ1Ng==';

function pasted(text: string): readonly PastedCookie[] {
  const result = parsePasted(text);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

describe('one cookie', () => {
  test.each([
    ['a bare value', WIRE, null, WIRE],
    ['a bare value that was decoded', DECODED, null, WIRE],
    ['name and value', `_a=${WIRE}`, '_a', WIRE],
    ['name and decoded value', `_a=${DECODED}`, '_a', WIRE],
    ['blanks and line breaks around it', `\r\n  _a = ${WIRE} \n`, '_a', WIRE],
    ['a value that a terminal broke into lines', `_a=${WIRE.slice(0, 20)}\n${WIRE.slice(20)}`, '_a', WIRE],
    ['double quotes around all', `"_a=${WIRE}"`, '_a', WIRE],
    ['single quotes around all', `'${WIRE}'`, null, WIRE],
    ['quotes around the value', `_a="${WIRE}"`, '_a', WIRE],
    ['a byte order mark', `\ufeff${WIRE}`, null, WIRE],
    ['a Set-Cookie line', `Set-Cookie: _a=${WIRE}; path=/; HttpOnly`, '_a', WIRE],
    ['a Set-Cookie line in lower case', `set-cookie:_a=${WIRE}`, '_a', WIRE],
    ['a Set-Cookie line that curl marked', `< Set-Cookie: _a=${WIRE}; path=/`, '_a', WIRE],
    ['a Set-Cookie line broken by a terminal', `Set-Cookie: _a=${WIRE.slice(0, 20)}\n  ${WIRE.slice(20)}; path=/`, '_a', WIRE],
    ['what stands behind Set-Cookie', `_a=${WIRE}; path=/; expires=Thu, 15 Jan 2026 13:00:00 GMT; HttpOnly; SameSite=Lax`, '_a', WIRE],
    ['quotes around the value in a Set-Cookie line', `Set-Cookie: _a="${WIRE}"; Path=/`, '_a', WIRE],
    ['a Set-Cookie line with a plus stays as it is, and so broken', `Set-Cookie: _a=${DECODED}`, '_a', DECODED],
    ['a value with escapes is wire form, so a plus in it stays', '_a=a+b%2F', '_a', 'a+b%2F'],
    ['a value that is no base64 stays', '_a=a+b!', '_a', 'a+b!'],
    ['a deletion', '_a=', '_a', ''],
    ['a deletion by a header', 'Set-Cookie: _a=; max-age=0', '_a', ''],
    ['a nameless cookie', 'Set-Cookie: =x', null, 'x'],
    ['a word', 'hello', null, 'hello'],
    ['a name of one character per byte stays', 'caf\u00c3\u00a9=x', 'caf\u00c3\u00a9', 'x'],
    ['a name beyond ASCII becomes UTF-8 bytes', 'caf\u00e9日=x', 'caf\u00c3\u00a9\u00e6\u0097\u00a5', 'x'],
  ])('%s', (_what, text, name, value) => {
    expect(pasted(text)).toEqual([{ name, value }]);
  });
});

describe('several cookies', () => {
  test.each([
    ['a Cookie header', 'Cookie: a=1; _b=2', 'a=1 _b=2'],
    ['a Cookie header in upper case', 'COOKIE: a=1;_b=2;', 'a=1 _b=2'],
    ['what stands behind Cookie', 'a=1; _b=2', 'a=1 _b=2'],
    ['two Set-Cookie lines', 'Set-Cookie: a=1; path=/\nSet-Cookie: _b=2', 'a=1 _b=2'],
    [
      'a whole response head',
      'HTTP/1.1 200 OK\r\nServer: x\r\nSet-Cookie: a=1\r\nContent-Type: text/html\r\n\r\nSet-Cookie: _b=2',
      'a=1 _b=2',
    ],
  ])('%s', (_what, text, expected) => {
    expect(
      pasted(text)
        .map(({ name, value }) => `${name}=${value}`)
        .join(' '),
    ).toBe(expected);
  });
});

describe('what is no cookie', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t', 'empty'],
    ['quotes around nothing', '""', 'empty'],
    ['a header without a cookie', 'Cookie: ', 'no-cookie'],
    ['only semicolons', ';;', 'no-cookie'],
    ['a file dropped by mistake', 'a'.repeat(LONGEST_PASTE + 1), 'too-long'],
  ])('%s', (_what, text, code) => {
    expect(parsePasted(text)).toEqual({ ok: false, failure: { code } });
  });

  test('any text is read or refused, and never throws', () => {
    const piece = fc.oneof(fc.constantFrom('Set-Cookie:', 'Cookie: ', '=', '; ', '\n', '"', '--', WIRE, DECODED), fc.string());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => void parsePasted(pieces.join(''))),
      { numRuns: 2000 },
    );
  });
});

describe('pasted values open like those on the wire', () => {
  const values = Array.from({ length: 20 }, () => [sealGcm('{"a":1}'), sealCbc('{"a":1}'), sealSigned('{"a":1}')]).flat();

  test('bare and with a name, escaped and decoded', async () => {
    const keyring = await keyringFrom([SECRET]);
    for (const value of values) {
      for (const text of [value, decodeURIComponent(value), `_a_session=${value}`, `_a_session=${decodeURIComponent(value)}`]) {
        const [cookie] = pasted(text);
        expect(await openCookie({ name: cookie?.name ?? '_a_session', value: cookie?.value ?? '' }, keyring, 0)).toMatchObject({
          state: 'opened',
        });
      }
    }
  });

  test.each(SENT.map((row) => [row.id, row] as const))(
    '%s reads the same from its pasted line, its pair and its value',
    async (_id, vector) => {
      const keyring = await keyringOf(vector);
      const at = Date.parse(vector.evaluate_at);
      const { name, value } = cookieOf(vector);
      const expected = await openCookie({ name, value }, keyring, at);
      const line = `Set-Cookie: ${vector.set_cookie_header}`;
      for (const text of [line, `Cookie: ${name}=${value}`, `${name}=${value}`, ...(value === '' ? [] : [value])]) {
        const [cookie] = pasted(text);
        expect(await openCookie({ name: cookie?.name ?? name, value: cookie?.value ?? '' }, keyring, at)).toEqual(expected);
      }
    },
  );
});
