import type { Reading } from '../readers/reader.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { type SearchText, searchText } from '../session/search-text.ts';
import type { Version } from '../session/version.ts';
import type { RowFacts } from './response-row.ts';

/** What is looked for in the values of rows, in lower case: a key of the opened session, or text anywhere in value or session. */
export interface Needle {
  readonly kind: 'key' | 'text';
  readonly text: string;
}

/** What is shorter occurs in sealed values by chance. */
const LONG_ENOUGH = 8;

/** Characters of remembered texts, of one or two bytes each. */
const MOST_KEPT = 24_000_000;

/** Finds needles in opened sessions and in cookie values. Texts are remembered as long as their sessions, up to a limit. */
export class SessionSearch {
  #texts = new WeakMap<RubyValue, SearchText>();
  #kept = 0;

  /** The indexes of the needles that the row of these facts holds; of a row about the request none. */
  find({ cookie, reading }: Pick<RowFacts, 'cookie' | 'reading'>, needles: readonly Needle[]): readonly number[] {
    return cookie === null ? [] : this.#find(cookie.line, reading, needles);
  }

  /** The same of a version that a request carried, whether or not a response was seen to set it. */
  findCarried({ key, reading }: Pick<Version, 'key' | 'reading'>, needles: readonly Needle[]): readonly number[] {
    return this.#find(key, reading, needles);
  }

  #find(line: string, reading: Reading | null, needles: readonly Needle[]): readonly number[] {
    const session = reading?.data ? this.#textOf(reading.data) : null;
    const inLine = (text: string): boolean => (reading === null || text.length >= LONG_ENOUGH) && lineText(line).includes(text);
    return needles.flatMap(({ kind, text }, index) => {
      const found = kind === 'key' ? session?.keys.includes(text) : session?.all.includes(text) || inLine(text);
      return found ? [index] : [];
    });
  }

  /** The keys of an opened session as a text: the same for sessions that have the same keys, in any letter case. */
  keysOf(data: RubyValue): string {
    return this.#textOf(data).keys;
  }

  /** Call when the recording is another one. */
  clear(): void {
    this.#texts = new WeakMap();
    this.#kept = 0;
  }

  #textOf(data: RubyValue): SearchText {
    const known = this.#texts.get(data);
    if (known !== undefined) return known;
    const text = searchText(data);
    this.#kept += text.keys.length + text.all.length;
    if (this.#kept < MOST_KEPT) this.#texts.set(data, text);
    return text;
  }
}

/** As sent, and as people read it where that differs. */
function lineText(line: string): string {
  const sent = line.toLowerCase();
  if (!sent.includes('%')) return sent;
  try {
    return `${sent}\n${decodeURIComponent(line).toLowerCase()}`;
  } catch {
    return sent;
  }
}
