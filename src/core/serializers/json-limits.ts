/** `bytes` of UTF-8, `depth` of nested arrays and objects, `elements` are values of any kind. */
export interface JsonLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const JSON_LIMITS: JsonLimits = { bytes: 1 << 20, depth: 512, elements: 200_000 };

export type JsonFailureCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'invalid-utf8'
  | 'unexpected-end'
  | 'unexpected-character'
  | 'invalid-number'
  | 'invalid-escape'
  | 'control-character'
  | 'trailing-bytes';

/** `offset` counts UTF-8 bytes from the start. */
export interface JsonFailure {
  readonly code: JsonFailureCode;
  readonly offset: number;
}
