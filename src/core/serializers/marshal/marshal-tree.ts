import { ByteCursor } from './byte-cursor.ts';
import type { MarshalObject, MarshalSymbol, Piece, RootPairs } from './marshal-pieces.ts';

/** Takes apart a stream that `readMarshal` could read, in the same order of numbers (`r_object_for` in Ruby's marshal.c). */
export class MarshalTree {
  readonly #bytes: Uint8Array;
  readonly #cursor: ByteCursor;
  readonly #symbols: MarshalSymbol[] = [];
  readonly #objects: MarshalObject[] = [];
  /** Null when the value is no hash. */
  root: RootPairs | null = null;
  readonly top: MarshalObject;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#cursor = new ByteCursor(bytes);
    this.#cursor.take(2);
    this.top = this.#value(true);
  }

  #value(top = false): MarshalObject {
    const at = this.#cursor.offset;
    const type = this.#type();
    if (type === '@') return this.#linked();
    const object: MarshalObject = { kind: 'object', pieces: [] };
    this.#content(object, type, at, top);
    return object;
  }

  #content(object: MarshalObject, type: string, at: number, top: boolean): void {
    const { pieces } = object;
    switch (type) {
      case '0':
      case 'T':
      case 'F':
      case 'i':
        if (type === 'i') this.#cursor.long();
        pieces.push(this.#since(at));
        return;
      // Only inside a wrapper, where Ruby writes none.
      case '@':
        pieces.push(this.#linked());
        return;
      case ':':
      case ';':
        pieces.push(this.#symbolOf(type, at));
        return;
      case 'I': {
        const inner = this.#cursor.offset;
        const innerType = this.#type();
        if (innerType === ':') {
          pieces.push(this.#newSymbol(at, true));
          return;
        }
        pieces.push(this.#bytes.subarray(at, inner));
        // What `_dump` wrote gets its number after its variables.
        this.#content(object, innerType === 'u' ? 'u+' : innerType, inner, top);
        this.#named(pieces);
        if (innerType === 'u') this.#enter(object);
        return;
      }
      case 'C':
      case 'e': {
        pieces.push(this.#since(at), this.#symbol());
        const inner = this.#cursor.offset;
        this.#content(object, this.#type(), inner, top);
        return;
      }
      case 'u':
      case 'u+':
        pieces.push(this.#since(at), this.#symbol(), this.#counted());
        if (type === 'u') this.#enter(object);
        return;
      default:
        this.#enter(object);
        pieces.push(this.#since(at));
        this.#numbered(pieces, type, top);
    }
  }

  /** The types that have their number before their content. */
  #numbered(pieces: Piece[], type: string, top: boolean): void {
    const start = this.#cursor.offset;
    switch (type) {
      case '/':
        pieces.push(this.#counted(), this.#cursor.take(1));
        return;
      case 'l':
        this.#cursor.byte();
        this.#cursor.take(this.#cursor.long() * 2);
        pieces.push(this.#since(start));
        return;
      case '[':
        for (let left = this.#count(pieces); left > 0; left--) pieces.push(this.#value());
        return;
      case '{':
      case '}':
        if (top) pieces.push(this.#rootPairs());
        else for (let left = this.#count(pieces); left > 0; left--) pieces.push(this.#value(), this.#value());
        if (type === '}') pieces.push(this.#value());
        return;
      case 'S':
      case 'o':
        pieces.push(this.#symbol());
        this.#named(pieces);
        return;
      case 'U':
      case 'd':
        pieces.push(this.#symbol(), this.#value());
        return;
      // Strings, floats, names of classes and modules.
      default:
        pieces.push(this.#counted());
    }
  }

  #rootPairs(): RootPairs {
    const pairs: { pieces: Piece[]; length: number }[] = [];
    for (let left = this.#cursor.long(); left > 0; left--) {
      const start = this.#cursor.offset;
      const pieces = [this.#value(), this.#value()];
      pairs.push({ pieces, length: this.#cursor.offset - start });
    }
    this.root = { kind: 'pairs', pairs };
    return this.root;
  }

  #linked(): MarshalObject {
    return this.#objects[this.#cursor.long()] ?? { kind: 'object', pieces: [] };
  }

  #enter(object: MarshalObject): void {
    this.#objects.push(object);
    object.pieces.push('enter');
  }

  #named(pieces: Piece[]): void {
    for (let left = this.#count(pieces); left > 0; left--) pieces.push(this.#symbol(), this.#value());
  }

  /** A symbol that names a class, a member or a variable. */
  #symbol(): MarshalSymbol {
    const at = this.#cursor.offset;
    return this.#symbolOf(this.#type(), at);
  }

  #symbolOf(type: string, at: number): MarshalSymbol {
    if (type === ';') return this.#symbols[this.#cursor.long()] ?? { kind: 'symbol', pieces: [] };
    if (type === 'I') this.#cursor.byte();
    return this.#newSymbol(at, type === 'I');
  }

  /** Its number comes before that of the symbol `E` in its own variables (r_symreal in marshal.c). */
  #newSymbol(at: number, annotated: boolean): MarshalSymbol {
    const symbol: MarshalSymbol = { kind: 'symbol', pieces: [] };
    this.#symbols.push(symbol);
    this.#cursor.counted();
    symbol.pieces.push(this.#since(at));
    if (annotated) this.#named(symbol.pieces);
    return symbol;
  }

  #type(): string {
    return String.fromCharCode(this.#cursor.byte());
  }

  #since(at: number): Uint8Array {
    return this.#bytes.subarray(at, this.#cursor.offset);
  }

  #counted(): Uint8Array {
    const at = this.#cursor.offset;
    this.#cursor.counted();
    return this.#since(at);
  }

  #count(pieces: Piece[]): number {
    const at = this.#cursor.offset;
    const count = this.#cursor.long();
    pieces.push(this.#since(at));
    return count;
  }
}
