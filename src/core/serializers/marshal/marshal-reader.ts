import { FALSE, type HashPair, type NamedValue, NIL, type RubyValue, TRUE } from '../ruby-value.ts';
import { latin1Text, sourceText, stringValue } from '../text-encoding.ts';
import { ByteCursor } from './byte-cursor.ts';
import { inEncoding, splitAnnotations, withClass, withModule, withVariables } from './instance-variables.ts';
import { dumpedValue } from './known-dumps.ts';
import { marshalledValue } from './known-marshals.ts';
import { objectValue } from './known-objects.ts';
import { type MarshalLimits, MarshalRefusal } from './marshal-limits.ts';
import { readBigInteger, readFloat } from './numbers.ts';
import { newSlot, ObjectTable, type Slot } from './object-table.ts';

/** Reads one stream from its start, as `r_object_for` in Ruby's marshal.c does, but makes no object and calls no method. */
export class MarshalReader {
  readonly #cursor: ByteCursor;
  readonly #limits: MarshalLimits;
  readonly #symbols: string[] = [];
  readonly #objects = new ObjectTable();
  #elements = 0;
  #links = 0;

  constructor(bytes: Uint8Array, limits: MarshalLimits) {
    this.#cursor = new ByteCursor(bytes);
    this.#limits = limits;
  }

  readStream(): RubyValue {
    if (this.#cursor.byte() !== 4) throw new MarshalRefusal('wrong-version', 0);
    if (this.#cursor.byte() > 8) throw new MarshalRefusal('wrong-version', 1);
    const value = this.#read(1);
    if (this.#cursor.left > 0) throw new MarshalRefusal('trailing-bytes', this.#cursor.offset);
    return value;
  }

  #read(depth: number): RubyValue {
    const slot = newSlot();
    return this.#objects.complete(slot, this.#readInto(slot, depth, false));
  }

  /** `annotated`: variables follow, and with them the encoding, so that a string or regexp is left as its bytes. */
  #readInto(slot: Slot, depth: number, annotated: boolean): RubyValue {
    const { offset } = this.#cursor;
    if (depth > this.#limits.depth) throw new MarshalRefusal('too-deep', offset);
    if (++this.#elements > this.#limits.elements) throw new MarshalRefusal('too-many-elements', offset);
    const type = String.fromCharCode(this.#cursor.byte());
    switch (type) {
      case '0':
        return NIL;
      case 'T':
        return TRUE;
      case 'F':
        return FALSE;
      case 'i':
        return { type: 'integer', text: String(this.#cursor.long()) };
      case ':':
        return { type: 'symbol', text: this.#newSymbol(false, depth) };
      case ';':
        return { type: 'symbol', text: this.#oldSymbol(offset) };
      case '@':
        return this.#link(offset);
      case 'I':
        return this.#readAnnotated(slot, depth);
      case 'C':
      case 'e': {
        const name = this.#symbol(depth);
        const wrap = type === 'C' ? withClass : withModule;
        return wrap(this.#readInto(slot, depth + 1, annotated), name);
      }
      case 'u':
        return this.#readDumped(slot, depth, false);
      default:
        this.#objects.enter(slot);
        return this.#readNumbered(type, offset, depth + 1, annotated);
    }
  }

  /** The types that have their number before their content. */
  #readNumbered(type: string, offset: number, depth: number, annotated: boolean): RubyValue {
    const cursor = this.#cursor;
    switch (type) {
      case '"': {
        const bytes = cursor.counted();
        return annotated ? { type: 'bytes', bytes, encoding: 'ASCII-8BIT' } : stringValue(bytes, 'ASCII-8BIT');
      }
      case '/': {
        const bytes = cursor.counted();
        return { type: 'regexp', source: annotated ? latin1Text(bytes) : sourceText(bytes, null), options: cursor.byte() };
      }
      case 'l':
        return readBigInteger(cursor, this.#limits.integerBytes);
      case 'f':
        return readFloat(cursor);
      case '[':
        return { type: 'array', items: this.#readItems(depth) };
      case '{':
        return { type: 'hash', pairs: this.#readPairs(depth) };
      case '}':
        return { type: 'hash', pairs: this.#readPairs(depth), default: this.#read(depth) };
      case 'c':
        return { type: 'class', name: sourceText(cursor.counted(), null) };
      case 'm':
      case 'M':
        return { type: 'module', name: sourceText(cursor.counted(), null) };
      case 'S':
        return { type: 'struct', className: this.#symbol(depth), members: this.#readNamed(depth) };
      case 'o':
        return objectValue(this.#symbol(depth), this.#readNamed(depth));
      case 'U':
        return marshalledValue(this.#symbol(depth), this.#read(depth));
      case 'd':
        return { type: 'native', className: this.#symbol(depth), value: this.#read(depth) };
      default:
        throw new MarshalRefusal('unknown-type', offset);
    }
  }

  #readAnnotated(slot: Slot, depth: number): RubyValue {
    const next = this.#cursor.peek();
    if (next === 0x3a) {
      this.#cursor.byte();
      return { type: 'symbol', text: this.#newSymbol(true, depth + 1) };
    }
    if (next === 0x75) {
      this.#cursor.byte();
      return this.#readDumped(slot, depth + 1, true);
    }
    const value = this.#readInto(slot, depth + 1, true);
    const { encoding, variables } = splitAnnotations(this.#readNamed(depth + 1));
    return withVariables(inEncoding(value, encoding), variables);
  }

  /** Has its number only after its variables, which belong to the text that `_dump` wrote (TYPE_USERDEF in marshal.c). */
  #readDumped(slot: Slot, depth: number, annotated: boolean): RubyValue {
    const className = this.#symbol(depth);
    const bytes = this.#cursor.counted();
    const variables = annotated ? this.#readNamed(depth) : [];
    this.#objects.enter(slot);
    return dumpedValue(className, bytes, splitAnnotations(variables).variables);
  }

  #readItems(depth: number): readonly RubyValue[] {
    const items: RubyValue[] = [];
    for (let left = this.#cursor.length(1); left > 0; left--) items.push(this.#read(depth));
    return items;
  }

  #readPairs(depth: number): readonly HashPair[] {
    const pairs: HashPair[] = [];
    for (let left = this.#cursor.length(2); left > 0; left--) pairs.push({ key: this.#read(depth), value: this.#read(depth) });
    return pairs;
  }

  #readNamed(depth: number): readonly NamedValue[] {
    const named: NamedValue[] = [];
    for (let left = this.#cursor.length(2); left > 0; left--) named.push({ name: this.#symbol(depth), value: this.#read(depth) });
    return named;
  }

  #link(offset: number): RubyValue {
    this.#countLink(offset);
    const value = this.#objects.link(this.#cursor.long());
    if (value === null) throw new MarshalRefusal('bad-link', offset);
    return value;
  }

  /** A symbol that names a class, a member or a variable. */
  #symbol(depth: number): string {
    const { offset } = this.#cursor;
    switch (this.#cursor.byte()) {
      case 0x3a:
        return this.#newSymbol(false, depth);
      case 0x3b:
        return this.#oldSymbol(offset);
      case 0x49:
        if (this.#cursor.byte() === 0x3a) return this.#newSymbol(true, depth);
    }
    throw new MarshalRefusal('no-symbol', offset);
  }

  /** Its number comes before that of the symbol `E` in its own variables (r_symreal in marshal.c). */
  #newSymbol(annotated: boolean, depth: number): string {
    const bytes = this.#cursor.counted();
    const index = this.#symbols.push('') - 1;
    const { encoding } = splitAnnotations(annotated ? this.#readNamed(depth) : []);
    const text = sourceText(bytes, encoding);
    this.#symbols[index] = text;
    return text;
  }

  #oldSymbol(offset: number): string {
    this.#countLink(offset);
    const text = this.#symbols[this.#cursor.long()];
    if (text === undefined) throw new MarshalRefusal('bad-symbol-link', offset);
    return text;
  }

  #countLink(offset: number): void {
    if (++this.#links > this.#limits.links) throw new MarshalRefusal('too-many-links', offset);
  }
}
