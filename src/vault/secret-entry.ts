import type { KeyOptions } from '../core/readers/reader.ts';

/** One secret of a secret file. The label is null where the file gives none. */
export interface SecretEntry {
  readonly label: string | null;
  readonly secret: string;
  readonly options: KeyOptions;
}

export type SecretFileFailureCode =
  | 'no-secrets'
  | 'not-text'
  | 'too-long'
  | 'invalid-json'
  | 'not-an-object'
  | 'missing-secret'
  | 'wrong-type'
  | 'unknown-field'
  | 'duplicate-field';

/** Where a secret file is wrong; never what stands there. */
export interface SecretFileFailure {
  readonly code: SecretFileFailureCode;
  /** From 1; null where `index` says it. */
  readonly line: number | null;
  /** Of the JSON array's element, from 0; null for a file of lines and for JSON that cannot be read. */
  readonly index: number | null;
  /** The field, where it is one of the documented ones, such as `salts.signedCookie`. */
  readonly field: string | null;
}
