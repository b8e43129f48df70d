import type { SecretInput } from '../../vault/keyring.ts';
import har from './example.har.json';

/** The bundled recording as the file that it was, which says itself what printed it. */
export function exampleHar(): Blob {
  return new Blob([JSON.stringify(har)]);
}

/** What `scripts/record-example.mjs` let Rails seal it with: of no use anywhere else. */
export function exampleSecret(id: string): SecretInput {
  return { id, label: 'example', text: 'example'.repeat(18), options: {} };
}
