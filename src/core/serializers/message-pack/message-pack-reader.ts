import { floatText } from '../number-text.ts';
import { FALSE, type HashPair, NIL, type RubyValue, TRUE } from '../ruby-value.ts';
import { stringValue } from '../text-encoding.ts';
import { BIG_INTEGER, extensionValue } from './extensions.ts';
import { type MessagePackLimits, MessagePackRefusal } from './message-pack-limits.ts';

/** Reads MessagePack from its start (github.com/msgpack/msgpack, spec.md) with the extension types of Rails. */
export class MessagePackReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #limits: MessagePackLimits;
  #offset = 0;
  /** Of the payload, or of the extension that is being read. */
  #end: number;
  #elements = 0;

  constructor(bytes: Uint8Array, limits: MessagePackLimits) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.length;
    this.#limits = limits;
  }

  /** ActiveSupport::MessagePack puts the number 128 before the value, by which its payloads are told. */
  readPayload(): RubyValue {
    if (this.#bytes[0] !== 0xcc) throw new MessagePackRefusal('no-signature', 0);
    if (this.#bytes[1] !== 0x80) throw new MessagePackRefusal('no-signature', 1);
    this.#offset = 2;
    const value = this.#read(1);
    if (this.#offset < this.#end) throw new MessagePackRefusal('trailing-bytes', this.#offset);
    return value;
  }

  #read(depth: number): RubyValue {
    const offset = this.#offset;
    if (depth > this.#limits.depth) throw new MessagePackRefusal('too-deep', offset);
    if (++this.#elements > this.#limits.elements) throw new MessagePackRefusal('too-many-elements', offset);
    const type = this.#uint(1);
    if (type <= 0x7f) return integer(type);
    if (type >= 0xe0) return integer(type - 0x100);
    if (type <= 0x8f) return this.#readMap(type & 0x0f, offset, depth + 1);
    if (type <= 0x9f) return this.#readArray(type & 0x0f, offset, depth + 1);
    if (type <= 0xbf) return stringValue(this.#take(type & 0x1f, offset), 'UTF-8');
    switch (type) {
      case 0xc0:
        return NIL;
      case 0xc2:
        return FALSE;
      case 0xc3:
        return TRUE;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return stringValue(this.#take(this.#uint(1 << (type - 0xc4)), offset), 'ASCII-8BIT');
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return this.#readExtension(this.#uint(1 << (type - 0xc7)), offset, depth + 1);
      case 0xca:
        return { type: 'float', text: floatText(this.#view.getFloat32(this.#skip(4))) };
      case 0xcb:
        return { type: 'float', text: floatText(this.#view.getFloat64(this.#skip(8))) };
      case 0xcc:
      case 0xcd:
      case 0xce:
        return integer(this.#uint(1 << (type - 0xcc)));
      case 0xcf:
        return integer(this.#view.getBigUint64(this.#skip(8)));
      case 0xd0:
        return integer(this.#view.getInt8(this.#skip(1)));
      case 0xd1:
        return integer(this.#view.getInt16(this.#skip(2)));
      case 0xd2:
        return integer(this.#view.getInt32(this.#skip(4)));
      case 0xd3:
        return integer(this.#view.getBigInt64(this.#skip(8)));
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return this.#readExtension(1 << (type - 0xd4), offset, depth + 1);
      case 0xd9:
      case 0xda:
      case 0xdb:
        return stringValue(this.#take(this.#uint(1 << (type - 0xd9)), offset), 'UTF-8');
      case 0xdc:
      case 0xdd:
        return this.#readArray(this.#uint(type === 0xdc ? 2 : 4), offset, depth + 1);
      case 0xde:
      case 0xdf:
        return this.#readMap(this.#uint(type === 0xde ? 2 : 4), offset, depth + 1);
      default:
        throw new MessagePackRefusal('unknown-type', offset);
    }
  }

  #readArray(length: number, offset: number, depth: number): RubyValue {
    if (length > this.#end - this.#offset) throw new MessagePackRefusal('bad-length', offset);
    const items: RubyValue[] = [];
    for (let left = length; left > 0; left--) items.push(this.#read(depth));
    return { type: 'array', items };
  }

  #readMap(length: number, offset: number, depth: number): RubyValue {
    if (length * 2 > this.#end - this.#offset) throw new MessagePackRefusal('bad-length', offset);
    const pairs: HashPair[] = [];
    for (let left = length; left > 0; left--) pairs.push({ key: this.#read(depth), value: this.#read(depth) });
    return { type: 'hash', pairs };
  }

  #readExtension(length: number, offset: number, depth: number): RubyValue {
    const type = this.#view.getInt8(this.#skip(1));
    if (length > this.#end - this.#offset) throw new MessagePackRefusal('bad-length', offset);
    if (type === BIG_INTEGER && length > this.#limits.integerBytes) throw new MessagePackRefusal('integer-too-large', offset);
    const end = this.#end;
    this.#end = this.#offset + length;
    const value = extensionValue(type, {
      read: () => this.#read(depth),
      bytes: () => this.#take(this.#end - this.#offset, offset),
    });
    if (value === 'unknown') throw new MessagePackRefusal('unknown-extension', offset);
    if (value === null || this.#offset < this.#end) throw new MessagePackRefusal('bad-extension', offset);
    this.#end = end;
    return value;
  }

  /** An unsigned integer of 1, 2 or 4 bytes. */
  #uint(size: number): number {
    const at = this.#skip(size);
    return size === 1 ? this.#view.getUint8(at) : size === 2 ? this.#view.getUint16(at) : this.#view.getUint32(at);
  }

  /** A copy. */
  #take(length: number, offset: number): Uint8Array {
    if (length > this.#end - this.#offset) throw new MessagePackRefusal('bad-length', offset);
    const at = this.#skip(length);
    return this.#bytes.slice(at, at + length);
  }

  /** Goes on by so many bytes, and says where they begin. */
  #skip(length: number): number {
    if (length > this.#end - this.#offset) throw new MessagePackRefusal('unexpected-end', this.#end);
    const at = this.#offset;
    this.#offset += length;
    return at;
  }
}

const integer = (value: number | bigint): RubyValue => ({ type: 'integer', text: String(value) });
