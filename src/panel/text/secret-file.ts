import type { SecretFileNote } from '../../worker/protocol.ts';
import { message } from './message.ts';

/** What a dropped file lacks, or why nothing was taken from it; a whole sentence. */
export function secretFileText(note: SecretFileNote): string {
  const { file } = note;
  switch (note.kind) {
    case 'needs-key':
      return message('secretsNeedsKey', file, note.key);
    case 'needs-credentials':
      return message('secretsNeedsCredentials', file, note.credentials);
    case 'wrong-key':
      return message('secretsWrongKey', file);
    case 'malformed-key':
      return message('secretsMalformedKey', file);
    case 'malformed-credentials':
      return message('secretsMalformedCredentials', file);
    case 'no-secret-key-base':
      return message('secretsNoSecretKeyBase', file);
    case 'elsewhere':
      return note.variable === null ? message('secretsElsewhere', file) : message('secretsVariable', file, note.variable);
    case 'not-text':
      return message('secretsNotText', file);
    case 'too-large':
      return message('secretsTooLarge', file);
    case 'unreadable':
      return note.failure.line === null ? message('secretsUnreadable', file) : message('secretsUnreadableLine', file, note.failure.line);
  }
}

/** `Found: current, old.` */
export function foundText(labels: readonly string[]): string {
  return message('secretsFound', labels.join(', '));
}
