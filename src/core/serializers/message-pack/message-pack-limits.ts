/** `bytes` of the payload, `depth` of values inside one another, `elements` are values of any kind. */
export interface MessagePackLimits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
  /** Of one integer. */
  readonly integerBytes: number;
}

export const MESSAGE_PACK_LIMITS: MessagePackLimits = { bytes: 1 << 20, depth: 512, elements: 200_000, integerBytes: 4096 };

export type MessagePackFailureCode =
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'integer-too-large'
  /** Not the number 128, as CC 80, in front. */
  | 'no-signature'
  | 'unexpected-end'
  /** More than is left. */
  | 'bad-length'
  /** C1, which the format never uses. */
  | 'unknown-type'
  | 'unknown-extension'
  /** The content is not what Rails writes for this extension. */
  | 'bad-extension'
  | 'trailing-bytes';

/** `offset` counts bytes from the start, signature included. */
export interface MessagePackFailure {
  readonly code: MessagePackFailureCode;
  readonly offset: number;
}

/** Thrown inside and turned into a failure by `readMessagePack`. */
export class MessagePackRefusal extends Error {
  readonly code: MessagePackFailureCode;
  readonly offset: number;
  constructor(code: MessagePackFailureCode, offset: number) {
    super(code);
    this.code = code;
    this.offset = offset;
  }
}
