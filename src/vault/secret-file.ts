import { fail, ok, type Result } from '../core/result.ts';
import { LONGEST_SECRET } from './keyring.ts';
import type { SecretEntry, SecretFileFailure, SecretFileFailureCode } from './secret-entry.ts';
import { parseSecretJson } from './secret-json.ts';

/** A base64 secret may end in `=`, so that a label needs this many characters behind the sign. */
const SHORTEST_LABELLED = 16;

/**
 * Reads a secret file: one secret a line, newest first; `label=secret` names it; a line that starts with `#` is a comment. A file that
 * starts with `[` is JSON (see `parseSecretJson`). A byte order mark, CRLF and blanks around a line do not matter.
 */
export function parseSecretFile(text: string): Result<readonly SecretEntry[], SecretFileFailure> {
  const content = text.replace(/^\ufeff/, '');
  if (content.trimStart().startsWith('[')) return parseSecretJson(content);
  const entries: SecretEntry[] = [];
  for (const [index, line] of content.split(/\r\n|\r|\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed.includes('\0')) return refuse('not-text', index + 1);
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const entry = readLine(trimmed);
    if (entry.secret.length > LONGEST_SECRET) return refuse('too-long', index + 1);
    entries.push(entry);
  }
  return entries.length === 0 ? refuse('no-secrets', 1) : ok(entries);
}

function readLine(line: string): SecretEntry {
  const equals = line.indexOf('=');
  const label = line.slice(0, Math.max(equals, 0)).trim();
  const secret = line.slice(equals + 1).trim();
  if (label === '' || secret.length < SHORTEST_LABELLED) return { label: null, secret: line, options: {} };
  return { label, secret, options: {} };
}

function refuse(code: SecretFileFailureCode, line: number): Result<never, SecretFileFailure> {
  return fail({ code, line, index: null, field: null });
}
