import { joinBytes } from '../join-bytes.ts';
import type { PayloadMembers } from '../members.ts';

/** The signature of ActiveSupport::MessagePack (the number 128). */
const SIGNATURE = 2;

/** The pairs of a map that could be read (github.com/msgpack/msgpack, spec.md). Null for any other value. */
export function messagePackMembers(payload: Uint8Array): PayloadMembers | null {
  const view = new DataView(payload.buffer, payload.byteOffset, payload.byteLength);
  const map = containerAt(view, SIGNATURE);
  if (map === null || map.values !== map.count * 2) return null;
  const pairs: Uint8Array[] = [];
  let at = map.start;
  for (let left = map.count; left > 0; left--) {
    const start = at;
    at = skip(view, at, 2);
    pairs.push(payload.subarray(start, at));
  }
  return {
    lengths: pairs.map((pair) => pair.length),
    without: (dropped) => {
      const kept = pairs.filter((_, index) => !dropped.has(index));
      return joinBytes([payload.subarray(0, SIGNATURE), mapHeader(kept.length), ...kept]);
    },
  };
}

interface Container {
  readonly count: number;
  /** How many values follow. */
  readonly values: number;
  readonly start: number;
}

/** A map or an array; null for any other value. */
function containerAt(view: DataView, at: number): Container | null {
  const type = view.getUint8(at);
  const map = (count: number, start: number): Container => ({ count, values: count * 2, start });
  const array = (count: number, start: number): Container => ({ count, values: count, start });
  if (type >= 0x80 && type <= 0x8f) return map(type & 0x0f, at + 1);
  if (type >= 0x90 && type <= 0x9f) return array(type & 0x0f, at + 1);
  if (type === 0xdc) return array(view.getUint16(at + 1), at + 3);
  if (type === 0xdd) return array(view.getUint32(at + 1), at + 5);
  if (type === 0xde) return map(view.getUint16(at + 1), at + 3);
  return type === 0xdf ? map(view.getUint32(at + 1), at + 5) : null;
}

/** Where so many values, with all that is in them, end. Counts instead of going down, so that no depth is too much. */
function skip(view: DataView, from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0; left--) {
    const container = containerAt(view, at);
    if (container === null) at += scalarLength(view, at);
    else {
      left += container.values;
      at = container.start;
    }
  }
  return at;
}

function scalarLength(view: DataView, at: number): number {
  const type = view.getUint8(at);
  if (type <= 0x7f || type >= 0xe0 || type === 0xc0 || type === 0xc2 || type === 0xc3) return 1;
  if (type >= 0xa0 && type <= 0xbf) return 1 + (type & 0x1f);
  // bin 8 to 32, str 8 to 32, ext 8 to 32: a length of 1, 2 or 4 bytes, for ext also a type.
  if (type >= 0xc4 && type <= 0xc6) return counted(view, at, 1 << (type - 0xc4));
  if (type >= 0xd9 && type <= 0xdb) return counted(view, at, 1 << (type - 0xd9));
  if (type >= 0xc7 && type <= 0xc9) return counted(view, at, 1 << (type - 0xc7)) + 1;
  // fixext 1 to 16.
  if (type >= 0xd4 && type <= 0xd8) return 2 + (1 << (type - 0xd4));
  if (type === 0xca) return 5;
  if (type === 0xcb) return 9;
  return 1 + (1 << ((type - 0xcc) & 3));
}

function counted(view: DataView, at: number, size: number): number {
  const length = size === 1 ? view.getUint8(at + 1) : size === 2 ? view.getUint16(at + 1) : view.getUint32(at + 1);
  return 1 + size + length;
}

function mapHeader(count: number): Uint8Array {
  if (count <= 15) return new Uint8Array([0x80 | count]);
  return count <= 0xffff
    ? new Uint8Array([0xde, count >> 8, count & 0xff])
    : new Uint8Array([0xdf, count >>> 24, (count >> 16) & 0xff, (count >> 8) & 0xff, count & 0xff]);
}
