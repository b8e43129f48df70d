import type { Analysis } from '../core/analysis.ts';
import { stableId } from '../core/report/history-view.ts';
import type { ResponseRow } from '../core/report/response-row.ts';
import { unseenId } from '../core/report/row-id.ts';
import type { Needle, SessionSearch } from '../core/report/session-search.ts';
import type { SessionHistory } from '../core/session/history.ts';
import type { Version } from '../core/session/version.ts';
import { guarded } from './fault.ts';
import type { FoundRow, FromWorker, ToWorker } from './protocol.ts';

type Send = (message: FromWorker) => void;

/** How long a search may keep the worker from all else, and how often it tells what it found; milliseconds. */
const SLICE = 10;
const PACE = 100;
/** Before a search begins: what is still being typed is not looked for, and the panel filters the rows by what they show themselves. */
const PAUSE = 60;

/** The search of each view: one at a time, the next takes its place. */
export class Searches {
  readonly #views = new Map<Send, Search>();
  readonly #analysis: () => Analysis;
  readonly #texts: SessionSearch;
  /** Versions that no recorded response set: no row holds them. */
  #unseen: readonly Version[] = [];

  constructor(analysis: () => Analysis, texts: SessionSearch) {
    this.#analysis = analysis;
    this.#texts = texts;
  }

  start(send: Send, { request, needles }: Extract<ToWorker, { type: 'search' }>): void {
    this.leave(send);
    if (needles.length === 0) return;
    const look = { at: (exchangeId: string) => this.#look(exchangeId, needles), atUnseen: () => this.#lookAtUnseen(needles) };
    const search = new Search(look, (rows, done) => send({ type: 'found', request, rows, done }));
    this.#views.set(send, search);
    search.begin(this.#analysis().exchangeIds());
  }

  leave(send: Send): void {
    this.#views.get(send)?.stop();
    this.#views.delete(send);
  }

  /** Rows that are new or others than before. */
  changed(rows: readonly ResponseRow[]): void {
    for (const search of this.#views.values()) search.add(rows.map((row) => row.exchangeId));
  }

  get unseen(): readonly Version[] {
    return this.#unseen;
  }

  /** The histories as the views are told of them from now on. */
  built(histories: readonly SessionHistory[]): void {
    this.#unseen = histories.flatMap(({ versions }) => versions.filter(({ root }) => root));
    for (const search of this.#views.values()) search.lookAtUnseen();
  }

  /** The recording was replaced: each view searches anew when it has got the new one. */
  clear(): void {
    for (const search of this.#views.values()) search.stop();
    this.#views.clear();
    this.#unseen = [];
  }

  #lookAtUnseen(needles: readonly Needle[]): readonly FoundRow[] {
    return this.#unseen.map((version) => ({ rowId: unseenId(stableId(version)), needles: this.#texts.findCarried(version, needles) }));
  }

  #look(exchangeId: string, needles: readonly Needle[]): readonly FoundRow[] {
    const analysis = this.#analysis();
    return analysis.rows(exchangeId).map(({ id }) => {
      const facts = analysis.facts(id);
      return { rowId: id, needles: facts === null ? [] : this.#texts.find(facts, needles) };
    });
  }
}

/** What one search finds at an exchange, and at what no exchange set. */
interface Look {
  at(exchangeId: string): readonly FoundRow[];
  atUnseen(): readonly FoundRow[];
}

/** Goes through exchanges in slices: those that changed, then what there was at the start, the newest first, as they are what people look at. */
class Search {
  readonly #look: Look;
  readonly #tell: (rows: readonly FoundRow[], done: boolean) => void;
  readonly #changed = new Set<string>();
  #older: string[] = [];
  /** Needles of the rows that hold any, joined. */
  readonly #told = new Map<string, string>();
  #news: FoundRow[] = [];
  #toldAt = performance.now();
  #done = false;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(look: Look, tell: (rows: readonly FoundRow[], done: boolean) => void) {
    this.#look = look;
    this.#tell = tell;
    for (const row of look.atUnseen()) this.#note(row);
  }

  begin(exchangeIds: Iterable<string>): void {
    this.#older = [...exchangeIds];
    this.#sliceAfter(PAUSE);
  }

  add(exchangeIds: readonly string[]): void {
    for (const id of exchangeIds) this.#changed.add(id);
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#slice();
  }

  /** They are few. */
  lookAtUnseen(): void {
    for (const row of this.#look.atUnseen()) this.#note(row);
    if (this.#news.length > 0 && this.#timer === null) this.#flush(true);
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#changed.clear();
    this.#older = [];
  }

  #sliceAfter(wait: number): void {
    this.#timer = setTimeout(() => guarded('a search', () => this.#slice()), wait);
  }

  #slice(): void {
    this.#timer = null;
    const end = performance.now() + SLICE;
    for (let id = this.#next(); id !== undefined; id = this.#next()) {
      for (const row of this.#look.at(id)) this.#note(row);
      if (performance.now() > end) break;
    }
    const done = this.#changed.size === 0 && this.#older.length === 0;
    if (!done) this.#sliceAfter(0);
    const news = this.#news.length > 0 || done !== this.#done;
    if (news && (done || performance.now() > this.#toldAt + PACE)) this.#flush(done);
  }

  #next(): string | undefined {
    for (const id of this.#changed) {
      this.#changed.delete(id);
      return id;
    }
    return this.#older.pop();
  }

  #note(row: FoundRow): void {
    const needles = row.needles.join();
    if ((this.#told.get(row.rowId) ?? '') === needles) return;
    if (needles === '') this.#told.delete(row.rowId);
    else this.#told.set(row.rowId, needles);
    this.#news.push(row);
  }

  #flush(done: boolean): void {
    this.#toldAt = performance.now();
    this.#done = done;
    this.#tell(this.#news, done);
    this.#news = [];
  }
}
