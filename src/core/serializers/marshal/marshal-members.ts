import { joinBytes } from '../join-bytes.ts';
import type { PayloadMembers } from '../members.ts';
import type { MarshalObject, MarshalSymbol, Piece } from './marshal-pieces.ts';
import { MarshalTree } from './marshal-tree.ts';

/** Of links to links: deeper than any reader goes, and far from what the stack takes. */
const DEEPEST = 1500;

/** The pairs of a hash that `readMarshal` could read, also of one of a subclass or with variables. Null for any other value. */
export function marshalMembers(payload: Uint8Array): PayloadMembers | null {
  const { top, root } = new MarshalTree(payload);
  if (root === null) return null;
  return {
    lengths: root.pairs.map(({ length }) => length),
    without: (dropped) => {
      const writer = new Writer(dropped);
      return writer.write(top, 0) ? joinBytes([payload.subarray(0, 2), ...writer.parts]) : null;
    },
  };
}

/** Writes a tree as `Marshal.dump` does: each symbol and object in full the first time, and as a link after that (w_object in marshal.c). */
class Writer {
  readonly parts: Uint8Array[] = [];
  readonly #numbers = new Map<MarshalSymbol | MarshalObject, number>();
  readonly #dropped: ReadonlySet<number>;
  #symbols = 0;
  #objects = 0;

  constructor(dropped: ReadonlySet<number>) {
    this.#dropped = dropped;
  }

  /** False where it goes too deep. */
  write(thing: MarshalSymbol | MarshalObject, depth: number): boolean {
    const number = this.#numbers.get(thing);
    if (number !== undefined) {
      this.parts.push(new Uint8Array([thing.kind === 'symbol' ? 0x3b : 0x40]), longBytes(number));
      return true;
    }
    if (depth > DEEPEST) return false;
    if (thing.kind === 'symbol') this.#numbers.set(thing, this.#symbols++);
    return thing.pieces.every((piece) => this.#writePiece(piece, thing, depth));
  }

  #writePiece(piece: Piece, thing: MarshalSymbol | MarshalObject, depth: number): boolean {
    if (piece === 'enter') this.#numbers.set(thing, this.#objects++);
    else if (piece instanceof Uint8Array) this.parts.push(piece);
    else if (piece.kind !== 'pairs') return this.write(piece, depth + 1);
    else {
      const kept = piece.pairs.filter((_, index) => !this.#dropped.has(index));
      this.parts.push(longBytes(kept.length));
      return kept.every(({ pieces }) => pieces.every((each) => this.#writePiece(each, thing, depth)));
    }
    return true;
  }
}

/** Marshal's *long* of a number that is not negative (w_long in marshal.c). */
function longBytes(number: number): Uint8Array {
  if (number === 0) return new Uint8Array([0]);
  if (number < 123) return new Uint8Array([number + 5]);
  const bytes: number[] = [];
  for (let left = number; left > 0; left = Math.floor(left / 256)) bytes.push(left % 256);
  return new Uint8Array([bytes.length, ...bytes]);
}
