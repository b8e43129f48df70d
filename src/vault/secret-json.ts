import type { Digest, KeyOptions, Salts } from '../core/readers/reader.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { readJson } from '../core/serializers/json.ts';
import type { HashPair, RubyValue } from '../core/serializers/ruby-value.ts';
import { LONGEST_SECRET } from './keyring.ts';
import type { SecretEntry, SecretFileFailure, SecretFileFailureCode } from './secret-entry.ts';

const DIGESTS: readonly Digest[] = ['SHA1', 'SHA256', 'SHA384', 'SHA512'];
const CIPHER_BITS = [128, 192, 256] as const;
const SALTS: readonly (keyof Salts)[] = ['authenticatedEncryptedCookie', 'encryptedCookie', 'encryptedSignedCookie', 'signedCookie'];
const MOST_ITERATIONS = 10_000_000;

/** What is wrong with one element. */
interface Flaw {
  readonly code: SecretFileFailureCode;
  readonly field: string | null;
}

/**
 * Reads the JSON form of a secret file: an array of
 * `{ "label", "secret", "iterations", "digest", "salts": { "authenticatedEncryptedCookie", … }, "cipherBits" }`, everything but `secret` optional.
 */
export function parseSecretJson(text: string): Result<readonly SecretEntry[], SecretFileFailure> {
  const json = readJson(text);
  if (!json.ok) return fail({ code: 'invalid-json', line: lineAt(text, json.failure.offset), index: null, field: null });
  const items = json.value.type === 'array' ? json.value.items : [];
  if (items.length === 0) return fail({ code: 'no-secrets', line: 1, index: null, field: null });
  const entries: SecretEntry[] = [];
  for (const [index, item] of items.entries()) {
    const entry = readEntry(item);
    if (!entry.ok) return fail({ ...entry.failure, line: null, index });
    entries.push(entry.value);
  }
  return ok(entries);
}

function readEntry(item: RubyValue): Result<SecretEntry, Flaw> {
  if (item.type !== 'hash') return flaw('not-an-object');
  const fields = readFields(item.pairs, ['label', 'secret', 'iterations', 'digest', 'salts', 'cipherBits'], '');
  if (!fields.ok) return fields;
  const { label, secret } = fields.value;
  if (secret === undefined) return flaw('missing-secret', 'secret');
  if (secret.type !== 'string') return flaw('wrong-type', 'secret');
  if (secret.text === '') return flaw('missing-secret', 'secret');
  if (secret.text.length > LONGEST_SECRET) return flaw('too-long', 'secret');
  if (label !== undefined && label.type !== 'string') return flaw('wrong-type', 'label');
  const options = readOptions(fields.value);
  if (!options.ok) return options;
  return ok({ label: label === undefined || label.text === '' ? null : label.text, secret: secret.text, options: options.value });
}

function readOptions(fields: Partial<Record<'iterations' | 'digest' | 'salts' | 'cipherBits', RubyValue>>): Result<KeyOptions, Flaw> {
  const { iterations, digest, salts, cipherBits } = fields;
  const options: { iterations?: number; digest?: Digest; salts?: Partial<Salts>; cipherBits?: 128 | 192 | 256 } = {};
  if (iterations !== undefined) {
    const count = iterations.type === 'integer' ? Number(iterations.text) : 0;
    if (count < 1 || count > MOST_ITERATIONS) return flaw('wrong-type', 'iterations');
    options.iterations = count;
  }
  if (digest !== undefined) {
    const known = DIGESTS.find((name) => digest.type === 'string' && digest.text === name);
    if (known === undefined) return flaw('wrong-type', 'digest');
    options.digest = known;
  }
  if (salts !== undefined) {
    const read = readSalts(salts);
    if (!read.ok) return read;
    options.salts = read.value;
  }
  if (cipherBits !== undefined) {
    const known = CIPHER_BITS.find((bits) => cipherBits.type === 'integer' && cipherBits.text === String(bits));
    if (known === undefined) return flaw('wrong-type', 'cipherBits');
    options.cipherBits = known;
  }
  return ok(options);
}

function readSalts(value: RubyValue): Result<Partial<Salts>, Flaw> {
  if (value.type !== 'hash') return flaw('wrong-type', 'salts');
  const fields = readFields(value.pairs, SALTS, 'salts.');
  if (!fields.ok) return fields;
  const salts: Partial<Record<keyof Salts, string>> = {};
  for (const name of SALTS) {
    const salt = fields.value[name];
    if (salt === undefined) continue;
    if (salt.type !== 'string') return flaw('wrong-type', `salts.${name}`);
    salts[name] = salt.text;
  }
  return ok(salts);
}

/** The known members by name; `null` counts as absent. An unknown name is refused unnamed: it could be a secret in the wrong place. */
function readFields<Name extends string>(
  pairs: readonly HashPair[],
  names: readonly Name[],
  prefix: string,
): Result<Partial<Record<Name, RubyValue>>, Flaw> {
  const fields: Partial<Record<Name, RubyValue>> = {};
  const seen = new Set<Name>();
  for (const { key, value } of pairs) {
    const name = names.find((known) => key.type === 'string' && key.text === known);
    if (name === undefined) return flaw('unknown-field');
    if (seen.has(name)) return flaw('duplicate-field', prefix + name);
    seen.add(name);
    if (value.type !== 'nil') fields[name] = value;
  }
  return ok(fields);
}

/** The line, from 1, at this many UTF-8 bytes. */
function lineAt(text: string, offset: number): number {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, offset));
  return before.split(/\r\n|\r|\n/).length;
}

function flaw(code: SecretFileFailureCode, field: string | null = null): Result<never, Flaw> {
  return fail({ code, field });
}
