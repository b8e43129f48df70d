import type { SecretFileNote } from '../../worker/protocol.ts';

/** What a dropped file lacks, or why nothing was taken from it; a whole sentence. */
export function secretFileText(note: SecretFileNote): string {
  const { file } = note;
  switch (note.kind) {
    case 'needs-key':
      return `${file} needs ${note.key}: drop it too.`;
    case 'needs-credentials':
      return `${file} is a key, which is not kept: drop it together with ${note.credentials}.`;
    case 'wrong-key':
      return `${file} was encrypted with another key.`;
    case 'malformed-key':
      return `${file} is no key of Rails: that is 32 hex digits.`;
    case 'malformed-credentials':
      return `${file} is no encrypted file of Rails, or it is damaged.`;
    case 'no-secret-key-base':
      return `${file} has no secret_key_base.`;
    case 'elsewhere':
      return note.variable === null
        ? `${file} does not hold the secret: code takes it from elsewhere.`
        : `${file} takes the secret from the environment variable ${note.variable}: enter its value.`;
    case 'not-text':
      return `${file} is no text.`;
    case 'too-large':
      return `${file} is too large for secrets.`;
    case 'unreadable':
      return `${file} is no file of secrets${note.failure.line === null ? '' : ` (line ${note.failure.line})`}.`;
  }
}

/** `Found: current, old.` */
export function foundText(labels: readonly string[]): string {
  return `Found: ${labels.join(', ')}.`;
}
