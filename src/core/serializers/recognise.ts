/** How Rails wrote a payload, as its first bytes tell. `unknown` is a custom serializer (an object with `dump` and `load`). */
export type PayloadFormat = 'json' | 'marshal' | 'message_pack' | 'unknown';

/** Longest scalar that is worth a look: more digits than that are no session. */
const LONGEST_SCALAR = 4096;
const SCALAR = /^(?:true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)$/;

/**
 * Names the serializer of a payload: `04 08` is Marshal 4.8, `CC 80` is ActiveSupport::MessagePack, and `{`, `[`, `"` or a whole
 * scalar is JSON. A payload that only starts like JSON is still named JSON; reading it tells whether it is broken.
 */
export function recogniseSerializer(payload: Uint8Array): PayloadFormat {
  if (payload[0] === 0x04 && payload[1] === 0x08) return 'marshal';
  if (payload[0] === 0xcc && payload[1] === 0x80) return 'message_pack';
  let start = 0;
  while (start < payload.length && isWhiteSpace(payload[start])) start++;
  const first = payload[start];
  if (first === 0x7b || first === 0x5b || first === 0x22) return 'json';
  let end = payload.length;
  while (end > start && isWhiteSpace(payload[end - 1])) end--;
  if (end - start > LONGEST_SCALAR) return 'unknown';
  return SCALAR.test(String.fromCharCode(...payload.subarray(start, end))) ? 'json' : 'unknown';
}

function isWhiteSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}
