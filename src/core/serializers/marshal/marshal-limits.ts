/** `bytes` of the stream, `depth` of values inside one another, `elements` are values of any kind, `links` to earlier ones. */
export interface MarshalLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  readonly links: number;
  /** Of one integer. */
  readonly integerBytes: number;
}

export const MARSHAL_LIMITS: MarshalLimits = { bytes: 1 << 20, depth: 512, elements: 200_000, links: 100_000, integerBytes: 4096 };

export type MarshalFailureCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'too-many-links'
  | 'integer-too-large'
  /** Not 4.8, nor an older minor of it. */
  | 'wrong-version'
  | 'unexpected-end'
  /** Negative, or of more than is left. */
  | 'bad-length'
  | 'unknown-type'
  /** Something else stands where the name of a class or variable must. */
  | 'no-symbol'
  /** To a value that was not there yet. */
  | 'bad-link'
  | 'bad-symbol-link'
  | 'invalid-float'
  | 'trailing-bytes';

/** `offset` counts bytes from the start. */
export interface MarshalFailure {
  readonly code: MarshalFailureCode;
  readonly offset: number;
}

/** Thrown inside and turned into a failure by `readMarshal`. */
export class MarshalRefusal extends Error {
  readonly code: MarshalFailureCode;
  readonly offset: number;
  constructor(code: MarshalFailureCode, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}
