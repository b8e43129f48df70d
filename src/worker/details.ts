import type { Analysis } from '../core/analysis.ts';
import type { Keyring } from '../core/readers/reader.ts';
import { viewDetail } from '../core/report/detail-view.ts';
import { viewFinding } from '../core/report/finding-view.ts';
import { localDate } from './local-clock.ts';
import { inPanelLanguage } from './panel-language.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { Repairs } from './repairs.ts';
import { StoreEntries } from './store-entries.ts';

type Send = (message: FromWorker) => void;

export interface DetailsContext {
  analysis(): Analysis;
  keyring(): Keyring;
  /** The details of this exchange have changed. */
  onChange(exchangeId: string): void;
}

/** The details of rows, and which of them each view shows: it is told again when that row changes. */
export class Details {
  readonly #watched = new Map<Send, string>();
  readonly #storeEntries = new StoreEntries();
  readonly #repairs: Repairs;
  readonly #context: DetailsContext;

  constructor(context: DetailsContext) {
    this.#context = context;
    this.#repairs = new Repairs(context.onChange);
  }

  watch(send: Send, rowId: string): void {
    this.#watched.set(send, rowId);
    const detail = this.#context.analysis().detail(rowId);
    const repaired = detail && this.#repairs.complete(detail, this.#context.keyring());
    const filled = this.#storeEntries.fill(repaired);
    send({ type: 'detail', rowId, detail: filled && inPanelLanguage(() => viewDetail(filled, localDate)) });
  }

  leave(send: Send): void {
    this.#watched.delete(send);
  }

  /** Tells a view anew when its row is one of these. */
  repeat(send: Send, rowIds: ReadonlySet<string>): void {
    const rowId = this.#watched.get(send);
    if (rowId !== undefined && rowIds.has(rowId)) this.watch(send, rowId);
  }

  findings(send: Send, rowIds: readonly string[]): void {
    const rows = rowIds.flatMap((rowId) => {
      const facts = this.#context.analysis().facts(rowId);
      if (facts === null) return [];
      const { findings, applications } = facts;
      return [{ rowId, findings: inPanelLanguage(() => findings.map((finding) => viewFinding(finding, applications))) }];
    });
    send({ type: 'findings', rows });
  }

  async attach(send: Send, { sessionId, content }: Extract<ToWorker, { type: 'attach-store-entry' }>): Promise<void> {
    send({ type: 'store-entry-read', sessionId, failure: await this.#storeEntries.attach(sessionId, content) });
    this.#repeatAll();
  }

  forgetStoreEntry(sessionId: string): void {
    this.#storeEntries.forget(sessionId);
    this.#repeatAll();
  }

  /** Other secrets may repair what these could not. */
  reopen(): void {
    this.#repairs.clear();
  }

  clear(): void {
    this.#storeEntries.clear();
    this.#repairs.clear();
  }

  #repeatAll(): void {
    for (const [send, rowId] of this.#watched) this.watch(send, rowId);
  }
}
