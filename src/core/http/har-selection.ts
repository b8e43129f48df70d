import { isObject, type JsonObject } from './har-fields.ts';
import { EXPORT_FIELD } from './har-own-fields.ts';
import type { JsonSelection } from './json-scanner.ts';

/** The names that are wanted of an object: the value as it is, or an object with wanted names of its own. */
interface Wanted {
  readonly [name: string]: 'keep' | Wanted;
}

const CONTENT: Wanted = { encoding: 'keep', text: 'keep' };
const PROGRAMS: Wanted = { creator: 'keep', browser: 'keep' };
/** What `readEntry` looks at. */
const ENTRY: Wanted = {
  startedDateTime: 'keep',
  time: 'keep',
  timings: 'keep',
  _resourceType: 'keep',
  _fromCache: 'keep',
  _error: 'keep',
  [EXPORT_FIELD]: 'keep',
  request: { method: 'keep', url: 'keep', headers: 'keep', postData: 'keep' },
  response: { status: 'keep', headers: 'keep', _fetchedViaServiceWorker: 'keep', _error: 'keep', content: CONTENT },
};

/** An object or list that was entered. Null where nothing of it is collected. */
interface Frame {
  readonly place: 'file' | 'log' | 'entries' | 'entry' | 'part';
  readonly wanted: Wanted;
  readonly into: Record<string, unknown>;
}

/** Of a HAR: the programs that wrote it, and of each entry what an exchange is made of. */
export class HarSelection implements JsonSelection {
  readonly #onEntry: (entry: JsonObject | null) => void;
  readonly #frames: Frame[] = [];
  #name = '';
  #entry: JsonObject = {};
  #missing: 'log' | 'log.entries' | null = 'log';
  #programs: JsonObject = {};

  /** Told each entry, with no more than is wanted of it; null where it is no object. */
  constructor(onEntry: (entry: JsonObject | null) => void) {
    this.#onEntry = onEntry;
  }

  /** What makes the file no HAR. */
  get missing(): 'log' | 'log.entries' | null {
    return this.#missing;
  }

  get programs(): JsonObject {
    return this.#programs;
  }

  begin(key: string | null, kind: 'object' | 'array' | 'scalar'): 'enter' | 'keep' | 'skip' {
    const frame = this.#frames.at(-1);
    switch (frame?.place) {
      case undefined:
        return kind === 'object' ? this.#enter({ place: 'file', wanted: {}, into: {} }) : 'skip';
      case 'file':
        if (key !== 'log') return 'skip';
        this.#missing = kind === 'object' ? 'log.entries' : 'log';
        if (kind !== 'object') return 'skip';
        this.#programs = {};
        return this.#enter({ place: 'log', wanted: PROGRAMS, into: this.#programs });
      case 'log':
        if (key !== 'entries') return this.#part(frame, key, kind);
        this.#missing = kind === 'array' ? null : 'log.entries';
        return kind === 'array' ? this.#enter({ place: 'entries', wanted: {}, into: {} }) : 'skip';
      case 'entries':
        this.#entry = {};
        if (kind === 'object') return this.#enter({ place: 'entry', wanted: ENTRY, into: this.#entry });
        this.#onEntry(null);
        return 'skip';
      case 'entry':
      case 'part':
        return this.#part(frame, key, kind);
    }
  }

  end(): void {
    if (this.#frames.pop()?.place === 'entry') this.#onEntry(this.#entry);
  }

  kept(value: unknown): void {
    const into = this.#frames.at(-1)?.into;
    // What is too large to be kept is missing, and the entry says so.
    if (into !== undefined && value !== undefined) into[this.#name] = value;
  }

  #part({ wanted, into }: Frame, key: string | null, kind: 'object' | 'array' | 'scalar'): 'enter' | 'keep' | 'skip' {
    const part = key !== null && Object.hasOwn(wanted, key) ? wanted[key] : undefined;
    if (key === null || part === undefined) return 'skip';
    // The last of two with one name counts.
    delete into[key];
    if (wanted === CONTENT && key === 'text' && !this.#mayBeErrorPage()) return 'skip';
    this.#name = key;
    if (part === 'keep' || kind !== 'object') return 'keep';
    const inside = {};
    into[key] = inside;
    return this.#enter({ place: 'part', wanted: part, into: inside });
  }

  /** Bodies are all that makes a HAR large. Programs write the status before the content; where one does not, it may be an error page. */
  #mayBeErrorPage(): boolean {
    const { response } = this.#entry;
    if (!isObject(response) || !Object.hasOwn(response, 'status')) return true;
    return typeof response.status === 'number' && response.status >= 400;
  }

  #enter(frame: Frame): 'enter' {
    this.#frames.push(frame);
    return 'enter';
  }
}
