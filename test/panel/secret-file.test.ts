import { describe, expect, it } from 'vitest';
import { foundText, secretFileText } from '../../src/panel/text/secret-file.ts';
import type { SecretFileNote } from '../../src/worker/protocol.ts';

describe('what became of dropped files', () => {
  it.each<[SecretFileNote, string]>([
    [{ file: 'credentials.yml.enc', kind: 'needs-key', key: 'master.key' }, 'credentials.yml.enc needs master.key: drop it too.'],
    [
      { file: 'master.key', kind: 'needs-credentials', credentials: 'credentials.yml.enc' },
      'master.key is a key, which is not kept: drop it together with credentials.yml.enc.',
    ],
    [{ file: 'a.yml.enc', kind: 'wrong-key' }, 'a.yml.enc was encrypted with another key.'],
    [{ file: 'a.key', kind: 'malformed-key' }, 'a.key is no key of Rails: that is 32 hex digits.'],
    [{ file: 'a.yml.enc', kind: 'malformed-credentials' }, 'a.yml.enc is no encrypted file of Rails, or it is damaged.'],
    [{ file: 'secrets.yml', kind: 'no-secret-key-base' }, 'secrets.yml has no secret_key_base.'],
    [
      { file: 'secrets.yml', kind: 'elsewhere', variable: 'KEY' },
      'secrets.yml takes the secret from the environment variable KEY: enter its value.',
    ],
    [{ file: 'secrets.yml', kind: 'elsewhere', variable: null }, 'secrets.yml does not hold the secret: code takes it from elsewhere.'],
    [{ file: 'a.png', kind: 'not-text' }, 'a.png is no text.'],
    [{ file: 'a.har', kind: 'too-large' }, 'a.har is too large for secrets.'],
    [
      { file: 'a.json', kind: 'unreadable', failure: { code: 'invalid-json', line: 3, index: null, field: null } },
      'a.json is no file of secrets (line 3).',
    ],
  ])('%j', (note, text) => {
    expect(secretFileText(note)).toBe(text);
  });

  it('names the secrets that were found', () => {
    expect(foundText(['credentials.yml.enc', 'secrets.yml test'])).toBe('Found: credentials.yml.enc, secrets.yml test.');
  });
});
