import type { SecretFileFailure } from '../vault/secret-entry.ts';
import type { SecretFileNote } from '../vault/secret-source.ts';

/** What follows the file's name in a message: `, line 2: …` or `: …`. Never what stands in the file. */
export function describeNote(note: SecretFileNote): string {
  switch (note.kind) {
    case 'needs-key':
      return `: it is encrypted; give its key too (--secret-file ${note.key})`;
    case 'needs-credentials':
      return `: this is a key; give what it opens too (--secret-file ${note.credentials})`;
    case 'wrong-key':
      return ': the key that is given does not open it';
    case 'malformed-key':
      return ': a key is 32 hex digits';
    case 'malformed-credentials':
      return ': this is no encrypted file of Rails, or it is damaged';
    case 'no-secret-key-base':
      return ': there is no secret_key_base in it';
    case 'elsewhere':
      return note.variable === null
        ? ': the secret is not in it, code takes it from elsewhere'
        : `: the secret is in the environment variable ${note.variable} (--secret-env ${note.variable})`;
    case 'not-text':
      return ': this is no text';
    case 'too-large':
      return ': this is too large for secrets';
    case 'unreadable':
      return `${placeOf(note.failure)}: ${describeFailure(note.failure)}`;
  }
}

function placeOf({ line, index }: SecretFileFailure): string {
  if (line !== null) return `, line ${line}`;
  return index === null ? '' : `, secret ${index + 1}`;
}

function describeFailure({ code, field }: SecretFileFailure): string {
  const named = field === null ? '' : ` ${field}`;
  switch (code) {
    case 'no-secrets':
      return 'there is no secret in it';
    case 'not-text':
      return 'this is no text';
    case 'too-long':
      return 'this is too long for a secret';
    case 'invalid-json':
      return 'this is not valid JSON';
    case 'not-an-object':
      return 'this is no object';
    case 'missing-secret':
      return 'the field secret is missing or empty';
    case 'wrong-type':
      return `the field${named} has a wrong type or value`;
    case 'unknown-field':
      return 'there is an unknown field';
    case 'duplicate-field':
      return `the field${named} is given twice`;
  }
}
