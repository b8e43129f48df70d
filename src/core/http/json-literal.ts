const WORDS: Readonly<Record<number, string>> = { 116: 'true', 102: 'false', 110: 'null' };

type NumberState = 'minus' | 'zero' | 'integer' | 'point' | 'fraction' | 'e' | 'sign' | 'exponent';
type State = 'word' | NumberState;

const isDigit = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isE = (byte: number): boolean => byte === 0x65 || byte === 0x45;
const COMPLETE: ReadonlySet<State> = new Set(['zero', 'integer', 'fraction', 'exponent']);

/**
 * `true`, `false`, `null` or a number, byte by byte and of any length: numbers are never collected. Source: RFC 8259, sections 3 and 6.
 */
export class JsonLiteral {
  #state: State = 'word';
  #word = '';
  #matched = 0;
  /** Where it stops being one when what follows does not fit. */
  #mark = 0;

  /** Whether a literal may begin with this byte, which stands at this offset. */
  start(byte: number, offset: number): boolean {
    this.#mark = offset;
    this.#word = WORDS[byte] ?? '';
    this.#matched = 1;
    if (this.#word !== '') this.#state = 'word';
    else if (byte === 0x2d) this.#state = 'minus';
    else if (isDigit(byte)) this.#state = byte === 0x30 ? 'zero' : 'integer';
    else return false;
    return true;
  }

  /** Whether this byte belongs to it. If not, it ends before it, complete or not. */
  takes(byte: number, offset: number): boolean {
    const next = this.#state === 'word' ? this.#nextOfWord(byte) : nextOfNumber(this.#state, byte);
    if (next === null) return false;
    if (next === 'point' || (next === 'e' && this.#state !== 'e')) this.#mark = offset;
    this.#state = next;
    return true;
  }

  /** Null when it is complete as it is, else the offset where the text goes wrong. */
  faultAtEnd(): number | null {
    const complete = this.#state === 'word' ? this.#matched === this.#word.length : COMPLETE.has(this.#state);
    return complete ? null : this.#mark;
  }

  #nextOfWord(byte: number): State | null {
    if (this.#word.charCodeAt(this.#matched) !== byte) return null;
    this.#matched++;
    return 'word';
  }
}

function nextOfNumber(state: NumberState, byte: number): NumberState | null {
  const digit = isDigit(byte);
  switch (state) {
    case 'minus':
      return byte === 0x30 ? 'zero' : digit ? 'integer' : null;
    case 'zero':
    case 'integer':
      if (digit) return state === 'integer' ? 'integer' : null;
      return byte === 0x2e ? 'point' : isE(byte) ? 'e' : null;
    case 'point':
      return digit ? 'fraction' : null;
    case 'fraction':
      return digit ? 'fraction' : isE(byte) ? 'e' : null;
    case 'e':
      return digit ? 'exponent' : byte === 0x2b || byte === 0x2d ? 'sign' : null;
    case 'sign':
    case 'exponent':
      return digit ? 'exponent' : null;
  }
}
