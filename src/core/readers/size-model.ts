import type { Bytes } from './base64.ts';
import { fromLatin1 } from './base64.ts';
import type { MessagePart } from './reader.ts';

/** In bytes. Of random text `escaped` is an expected number. */
export interface TextSize {
  readonly length: number;
  /** Characters that Rack writes as `%XX`, two bytes more each. */
  readonly escaped: number;
}

/** A payload, or its length where nobody knows what will be in it. */
export type Payload = Uint8Array | number;

export const lengthOf = (payload: Payload): number => (typeof payload === 'number' ? payload : payload.length);

/** The size of the value (without the cookie's name) as a function of its payload: the serialized session. */
export interface SealedSize {
  readonly payload: Bytes;
  /** Whether the value of a known payload has exactly this size on the wire; otherwise it is random and this its mean. */
  readonly exact: boolean;
  /** Whether the size depends on what the payload holds, and not on its length alone. */
  readonly byContent: boolean;
  of(payload: Payload): TextSize;
  /** What the server compares the length with, and what it does when that is passed. */
  readonly limits: ServerLimits;
}

/** The longest value that the server sends, in bytes before percent-encoding. */
export interface ServerLimits {
  readonly value: number;
  /** Of older versions that leave the name out of account; null where there are none. */
  readonly withoutName: number | null;
}

/** What browsers count of it. */
export const onWire = ({ length, escaped }: TextSize): number => length + 2 * escaped;

export const sumOf = (...sizes: readonly TextSize[]): TextSize => ({
  length: sizes.reduce((sum, { length }) => sum + length, 0),
  escaped: sizes.reduce((sum, { escaped }) => sum + escaped, 0),
});

/** Text of which no character is escaped: hex, dashes, url-safe base64 without padding. */
export const plainText = (length: number): TextSize => ({ length, escaped: 0 });

/** Standard base64 of known bytes. */
export function base64Of(bytes: Uint8Array): TextSize {
  let special = 0;
  let bits = 0;
  let kept = 0;
  // Six bits at a time: 62 and 63 are `+` and `/`. What is left at the end is filled with zeros, which make neither.
  for (let index = 0; index < bytes.length; index++) {
    bits = ((bits << 8) | (bytes[index] ?? 0)) & 0xffff;
    kept += 2;
    if (((bits >> kept) & 63) >= 62) special++;
    if (kept < 6) continue;
    if ((bits & 63) >= 62) special++;
    kept = 0;
  }
  return { length: base64Length(bytes.length), escaped: special + paddingOf(bytes.length) };
}

/**
 * Standard base64 of so many random bytes: 2 of the 64 characters are escaped, and the padding always. The last character before a
 * padding holds bits that are zero, so it is neither `+` nor `/`. `fixed` first characters are never escaped.
 */
export function base64OfRandom(bytes: number, fixed = 0): TextSize {
  const random = Math.max(0, Math.floor((bytes * 8) / 6) - fixed);
  return { length: base64Length(bytes), escaped: random * (2 / 64) + paddingOf(bytes) };
}

/** Url-safe base64 with padding: only that is escaped. */
export const urlSafeBase64 = (bytes: number): TextSize => ({ length: base64Length(bytes), escaped: paddingOf(bytes) });

/** Base64 of so many bytes that nobody knows: as much of it is escaped as of the sample. */
export function base64Like(sample: Uint8Array): (bytes: number) => TextSize {
  const known = base64Of(sample);
  const share = known.length === 0 ? 0 : (known.escaped - paddingOf(sample.length)) / known.length;
  return (bytes) => ({ length: base64Length(bytes), escaped: share * base64Length(bytes) + paddingOf(bytes) });
}

export const base64Length = (bytes: number): number => Math.ceil(bytes / 3) * 4;
const paddingOf = (bytes: number): number => (3 - (bytes % 3)) % 3;

/** The bytes of a part that is shown as text: UTF-8, or one character per byte where they are not that. Null for any other part. */
export function bytesOfPart(part: MessagePart | undefined): Bytes | null {
  if (part?.encoding !== 'text') return null;
  const utf8 = new TextEncoder().encode(part.text);
  return utf8.length === part.bytes ? utf8 : fromLatin1(part.text);
}
