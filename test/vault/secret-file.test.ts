import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_SECRET } from '../../src/vault/keyring.ts';
import type { SecretEntry } from '../../src/vault/secret-entry.ts';
import { parseSecretFile } from '../../src/vault/secret-file.ts';

const HEX = '0123456789abcdef0123456789abcdef';
const plain = (secret: string, label: string | null = null): SecretEntry => ({ label, secret, options: {} });

describe('a file of lines', () => {
  test.each([
    ['one secret', HEX, [plain(HEX)]],
    ['secrets stay in order, newest first', `${HEX}1\n${HEX}2\n`, [plain(`${HEX}1`), plain(`${HEX}2`)]],
    ['a label', `current=${HEX}`, [plain(HEX, 'current')]],
    ['blanks around label and secret', `  current = ${HEX}\t`, [plain(HEX, 'current')]],
    ['16 characters behind the sign make a label', 'a=0123456789abcdef', [plain('0123456789abcdef', 'a')]],
    ['15 characters do not', 'a=0123456789abcde', [plain('a=0123456789abcde')]],
    ['base64 padding makes no label', 'c2VjcmV0IHNlY3JldA==', [plain('c2VjcmV0IHNlY3JldA==')]],
    ['only the first sign counts', 'current=c2VjcmV0IHNlY3JldA==', [plain('c2VjcmV0IHNlY3JldA==', 'current')]],
    ['a sign in front is part of the secret', `=${HEX}`, [plain(`=${HEX}`)]],
    ['a comment', `# ours\n${HEX}\n  # more`, [plain(HEX)]],
    ['a sharp inside a line is no comment', `a#b\n${HEX} # x`, [plain('a#b'), plain(`${HEX} # x`)]],
    ['empty lines', `\n\n${HEX}\n \n`, [plain(HEX)]],
    ['a byte order mark and CRLF', `\ufeffcurrent=${HEX}\r\n${HEX}\r\n`, [plain(HEX, 'current'), plain(HEX)]],
    ['a secret beyond ASCII', 'schlüssel', [plain('schlüssel')]],
  ])('%s', (_what, text, entries) => {
    expect(parseSecretFile(text)).toEqual({ ok: true, value: entries });
  });

  test.each([
    ['it is empty', '', 'no-secrets', 1],
    ['it has comments only', '# a\n# b', 'no-secrets', 1],
    ['it is no text', `${HEX}\na\0b`, 'not-text', 2],
    ['a line is too long', `# a\n${HEX}\n${'a'.repeat(LONGEST_SECRET + 1)}`, 'too-long', 3],
  ])('is refused with its line when %s', (_why, text, code, line) => {
    expect(parseSecretFile(text)).toEqual({ ok: false, failure: { code, line, index: null, field: null } });
  });
});

describe('a JSON file', () => {
  test('gives everything that can be told', () => {
    const salts = { authenticatedEncryptedCookie: 'a', encryptedCookie: 'b', encryptedSignedCookie: 'c', signedCookie: 'd' };
    const text = JSON.stringify([
      { label: 'current', secret: 'x', iterations: 2000, digest: 'SHA1', salts, cipherBits: 128 },
      { secret: 'y', salts: { signedCookie: 'only' } },
      { secret: ' # z', label: null, iterations: null, digest: null, salts: null },
    ]);
    expect(parseSecretFile(`\ufeff\r\n ${text}`)).toEqual({
      ok: true,
      value: [
        { label: 'current', secret: 'x', options: { iterations: 2000, digest: 'SHA1', salts, cipherBits: 128 } },
        { label: null, secret: 'y', options: { salts: { signedCookie: 'only' } } },
        { label: null, secret: ' # z', options: {} },
      ],
    });
  });

  test.each([
    ['an element is no object', '["top secret"]', 'not-an-object', 0, null],
    ['a secret is missing', '[{"secret":"top secret"},{"label":"a"}]', 'missing-secret', 1, 'secret'],
    ['a secret is empty', '[{"secret":""}]', 'missing-secret', 0, 'secret'],
    ['a secret is a number', '[{"secret":5}]', 'wrong-type', 0, 'secret'],
    ['a secret is too long', `[{"secret":"${'a'.repeat(LONGEST_SECRET + 1)}"}]`, 'too-long', 0, 'secret'],
    ['a label is a number', '[{"secret":"top secret","label":5}]', 'wrong-type', 0, 'label'],
    ['iterations are text', '[{"secret":"top secret","iterations":"1000"}]', 'wrong-type', 0, 'iterations'],
    ['iterations are none', '[{"secret":"top secret","iterations":0}]', 'wrong-type', 0, 'iterations'],
    ['iterations would take for ever', '[{"secret":"top secret","iterations":1000000000000}]', 'wrong-type', 0, 'iterations'],
    ['a digest is unknown', '[{"secret":"top secret","digest":"MD5"}]', 'wrong-type', 0, 'digest'],
    ['a key length is none of AES', '[{"secret":"top secret","cipherBits":100}]', 'wrong-type', 0, 'cipherBits'],
    ['salts are no object', '[{"secret":"top secret","salts":[]}]', 'wrong-type', 0, 'salts'],
    ['a salt is no text', '[{"secret":"top secret","salts":{"signedCookie":1}}]', 'wrong-type', 0, 'salts.signedCookie'],
    ['a field is unknown, and is not quoted', '[{"top secret":"label"}]', 'unknown-field', 0, null],
    ['a field is dear to JavaScript', '[{"secret":"top secret","__proto__":{}}]', 'unknown-field', 0, null],
    ['a salt is unknown', '[{"secret":"top secret","salts":{"top secret":"x"}}]', 'unknown-field', 0, null],
    ['a field comes twice', '[{"secret":"top secret","secret":"b"}]', 'duplicate-field', 0, 'secret'],
  ])('is refused with its element when %s', (_why, text, code, index, field) => {
    const result = parseSecretFile(text);
    expect(result).toEqual({ ok: false, failure: { code, line: null, index, field } });
    expect(JSON.stringify(result)).not.toContain('top secret');
  });

  test.each([
    ['it is cut short', '[{"secret":"top secret"', 1],
    ['a comma is missing', '[\n{"secret":"top secret"}\r\n{"secret":"ü"}]', 3],
    ['something follows', '[]\n[', 2],
  ])('is refused with its line when %s', (_why, text, line) => {
    const result = parseSecretFile(text);
    expect(result).toEqual({ ok: false, failure: { code: 'invalid-json', line, index: null, field: null } });
    expect(JSON.stringify(result)).not.toContain('top secret');
  });

  test('without elements has no secrets', () => {
    expect(parseSecretFile('[ ]')).toMatchObject({ ok: false, failure: { code: 'no-secrets' } });
  });
});

test('any text is read or refused, and never throws', () => {
  const piece = fc.oneof(fc.constantFrom('[', '{', '"secret"', ':', '"x"', '}', ']', ',', '=', '\n', '#', '\ufeff'), fc.string());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => void parseSecretFile(pieces.join(''))),
    { numRuns: 2000 },
  );
});
