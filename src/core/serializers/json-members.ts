import { joinBytes } from './join-bytes.ts';
import type { PayloadMembers } from './members.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);

/**
 * The members of a JSON object that could be read, byte for byte as they stand: escapes such as `\u003c`, which ActiveSupport writes
 * for `<`, keep their length. Null for any other JSON.
 */
export function jsonMembers(payload: Uint8Array): PayloadMembers | null {
  const start = payload.indexOf(0x7b);
  // Only white space may stand before it.
  if (start < 0 || payload.subarray(0, start).some((byte) => byte > 0x20)) return null;
  const { ends, end } = separators(payload, start + 1);
  const members = ends.map((to, index) => payload.subarray(index === 0 ? start + 1 : (ends[index - 1] ?? 0) + 1, to));
  const [head, tail, comma] = [payload.subarray(0, start + 1), payload.subarray(end), new Uint8Array([COMMA])];
  return {
    lengths: members.map((member) => member.length),
    without: (dropped) => {
      const kept = members.filter((_, index) => !dropped.has(index));
      return joinBytes([head, ...kept.flatMap((member, index) => (index === 0 ? [member] : [comma, member])), tail]);
    },
  };
}

/** Where the members end (at a comma or the brace), and where the brace is. */
function separators(payload: Uint8Array, from: number): { readonly ends: readonly number[]; readonly end: number } {
  const ends: number[] = [];
  let depth = 0;
  let empty = true;
  for (let at = from; at < payload.length; at++) {
    const byte = payload[at] ?? 0;
    if (byte === QUOTE) {
      at = endOfString(payload, at);
      empty = false;
    } else if (OPEN.has(byte)) depth++;
    else if (CLOSE.has(byte) && depth-- === 0) return { ends: empty ? [] : [...ends, at], end: at };
    else if (byte === COMMA && depth === 0) ends.push(at);
  }
  return { ends, end: payload.length };
}

function endOfString(payload: Uint8Array, from: number): number {
  let at = from + 1;
  while (at < payload.length && payload[at] !== QUOTE) at += payload[at] === BACKSLASH ? 2 : 1;
  return at;
}
