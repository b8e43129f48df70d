import type { RefusalReason, StorageOutcome } from '../../../../src/core/cookies/storage.ts';
import type { Finding } from '../../../../src/core/findings/finding.ts';
import type { Given } from '../../recording.ts';

/** An exchange, and what is known of it besides. */
export interface GivenCase extends Given {
  /** What the browser did with each line. */
  readonly stored?: readonly StorageOutcome[];
  /** Another response set the same values. */
  readonly elsewhere?: boolean;
}

type Case = readonly [reason: string, ...exchanges: readonly GivenCase[]];

export interface Cases {
  /** With the severity that is expected. */
  readonly triggers: readonly (readonly [Finding['severity'], ...Case])[];
  readonly quiet: readonly Case[];
}

/** A signed cookie's value, readable without any secret. */
export const signed = (content: unknown): string => `${encodeURIComponent(btoa(JSON.stringify(content)))}--${'0'.repeat(40)}`;

/** A value with the layout of AES-GCM whose raw form, with the name `_app_session`, has this many bytes as Rails counts. */
export function sealed(bytes: number, encoded = 0): string {
  const ciphertext = bytes - '_app_session'.length - '--'.length * 2 - 16 - 24;
  return `${'%2F'.repeat(encoded)}${'a'.repeat(ciphertext - encoded)}--${'b'.repeat(16)}--${'c'.repeat(22)}==`;
}

/** A value of the version 1 encryptor of Rack with this many bytes. */
export const rackSealed = (bytes: number): string => `AX${'a'.repeat(bytes - 2)}`;

export const session = (value: string, attributes = 'Secure; HttpOnly; SameSite=Lax'): Given => ({
  setCookie: [`_app_session=${value}; path=/; ${attributes}`],
});
export const plain = (attributes: string): Given => ({ setCookie: [`theme=dark; path=/; ${attributes}`] });
export const record = { id: 7, email: 'ann@example.test', created_at: '2026-01-01', updated_at: '2026-01-01' };
export const withId = (content: object) => signed({ session_id: '0'.repeat(32), ...content });
export const overflow: Given = { method: 'POST', status: 500, errorPage: 'CookieOverflow' };

/** The session grew from `before` to `after`, and the request in question carries it. */
export function grown(before: number, after: number): readonly Given[] {
  return [
    { at: 1, cookie: `_app_session=${sealed(before)}`, setCookie: [`_app_session=${sealed(after)}; Secure; HttpOnly; SameSite=Lax`] },
    { at: 2, url: 'https://app.test/next', cookie: `_app_session=${sealed(after)}` },
  ];
}

/** A session cookie of which the browser refused the line. */
export const refused = (reason: RefusalReason): readonly StorageOutcome[] => [{ outcome: 'refused', reason }];
export const KEPT: readonly StorageOutcome[] = [{ outcome: 'created' }];
