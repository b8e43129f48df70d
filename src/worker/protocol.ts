import type { Browser } from '../core/cookies/browser.ts';
import type { BrowserCookie } from '../core/cookies/compare-store.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import type { KeyOptions } from '../core/readers/reader.ts';
import type { StoreEntryFailure } from '../core/readers/stored.ts';
import type { ComparisonLine } from '../core/report/comparison-lines.ts';
import type { DetailView } from '../core/report/detail-view.ts';
import type { DiffView } from '../core/report/diff-view.ts';
import type { FindingView } from '../core/report/finding-view.ts';
import type { HistoryView } from '../core/report/history-view.ts';
import type { ToldLogout } from '../core/report/logout-words.ts';
import type { ExportChoice } from '../core/report/print-export.ts';
import type { Printable } from '../core/report/print-text.ts';
import type { RecordingSummary, ResponseRow } from '../core/report/response-row.ts';
import type { Needle } from '../core/report/session-search.ts';
import type { StoreComparisonView, StoreDomains } from '../core/report/store-comparison.ts';
import type { SecretRefusal } from '../vault/keyring.ts';
import type { SecretFileNote, SecretSource } from '../vault/secret-source.ts';
import type { ImportFailure } from './har-import.ts';
import type { ImportState } from './imports.ts';
import type { SecretSummary } from './opened-counts.ts';
import type { OpenedPlace, OpenedSource } from './opened-source.ts';

export type { SecretFileNote, SecretSource } from '../vault/secret-source.ts';
export type { ImportFailure } from './har-import.ts';
export type { ImportState } from './imports.ts';
export type { SecretSummary } from './opened-counts.ts';
export type { OpenedPlace, OpenedSource } from './opened-source.ts';

/** Name of the SharedWorker of one inspected tab; devtools page and panel each connect to it by themselves. */
export const workerName = (tabId: number): string => `sessionscope-${tabId}`;

/** What was found in one row. */
export interface RowFindings {
  readonly rowId: string;
  readonly findings: readonly FindingView[];
}

/** From the devtools page (recorder) or the panel (view) to the worker. */
export type ToWorker =
  /** First message of the devtools page: starts an empty recording and an empty vault. */
  | { readonly type: 'record'; readonly browser: Browser }
  | { readonly type: 'exchanges'; readonly exchanges: readonly HttpExchange[] }
  /** The inspected tab shows a new document; `url` after redirects, `at` by the machine's clock in milliseconds. */
  | { readonly type: 'navigated'; readonly url: string; readonly at: number }
  /** First message of a panel: answered by `state`, then by `rows` as they come. What the worker says is in its language (BCP 47). */
  | { readonly type: 'view'; readonly language: string }
  | { readonly type: 'detail'; readonly rowId: string }
  /** The findings of these rows, with their parameters. Answered by `findings`. */
  | { readonly type: 'findings'; readonly rowIds: readonly string[] }
  | { readonly type: 'clear' }
  /** `id` is chosen by the sender. The text becomes non-extractable keys at once and is dropped. */
  | { readonly type: 'add-secret'; readonly id: string; readonly label: string; readonly text: string; readonly options: KeyOptions }
  /**
   * Files as they were dropped together: what they hold becomes keys, and nothing else of them is kept but encrypted credentials, until
   * their key comes. Answered by `secret-files-read`.
   */
  | { readonly type: 'add-secret-files'; readonly files: readonly SecretSource[] }
  /** Without an id: all. */
  | { readonly type: 'forget-secret'; readonly id: string | null }
  /** What the server's store holds under the session with this public id, as it was pasted or dropped. Answered by `store-entry-read`. */
  | { readonly type: 'attach-store-entry'; readonly sessionId: string; readonly content: string | Uint8Array }
  | { readonly type: 'forget-store-entry'; readonly sessionId: string }
  /**
   * What the browser's own store keeps for this host, null before it was read, beside what it should. `now` in milliseconds since the
   * epoch. Answered by `store-compared` with the same `request`.
   */
  | {
      readonly type: 'compare-store';
      readonly request: number;
      readonly host: string;
      readonly kept: readonly BrowserCookie[] | null;
      readonly now: number;
    }
  /**
   * Which rows hold these in their values or opened sessions. Answered by `found` with the same `request`, and again as rows change, until
   * the next search of this view; one without needles ends it.
   */
  | { readonly type: 'search'; readonly request: number; readonly needles: readonly Needle[] }
  /** Whether the view shows the histories: while it does, it is told of them by `history`. */
  | { readonly type: 'history'; readonly on: boolean }
  /** Ids as `history` names them; null for no session. Answered by `versions-compared` with the same `request`. */
  | {
      readonly type: 'compare-versions';
      readonly request: number;
      readonly history: string;
      readonly before: string | null;
      readonly after: string;
      /** What the earlier one is called in sentences. */
      readonly was: string;
    }
  /** Keys of sessions that say who is signed in, beside those that are known; in place of those before. Answered to every view by `identity-keys`. */
  | { readonly type: 'identity-keys'; readonly keys: readonly string[] }
  /** A text that is copied or saved. Answered by `printed` with the same `request`. */
  | { readonly type: 'print'; readonly request: number; readonly what: Printable }
  /** The recording as a file. Answered by `exported` with the same `request`. */
  | { readonly type: 'export'; readonly request: number; readonly choice: ExportChoice }
  /** A HAR file, plain or gzipped, to be shown in place of the live recording or beside it. Answered by `recordings`, again and again. */
  | { readonly type: 'open-recording'; readonly file: Blob; readonly name: string; readonly place: OpenedPlace }
  /** The recording that is bundled, shown in place of the live one, with its secret. */
  | { readonly type: 'open-example' }
  | { readonly type: 'cancel-import' }
  | { readonly type: 'close-recording'; readonly place: OpenedPlace }
  /** Whether the view shows the comparison of the two recordings: while it does, it is told of it by `comparison`. */
  | { readonly type: 'comparison'; readonly on: boolean }
  /** The document is going away; `connect.ts` sends it. */
  | { readonly type: 'leave' };

/** What a view asks of the recording that it shows. */
export type Question = Extract<
  ToWorker,
  {
    type:
      | 'detail'
      | 'findings'
      | 'attach-store-entry'
      | 'forget-store-entry'
      | 'compare-store'
      | 'search'
      | 'history'
      | 'compare-versions'
      | 'export';
  }
>;

export interface FoundRow {
  readonly rowId: string;
  readonly needles: readonly number[];
}

/** From the worker to every view. */
export type FromWorker =
  /** Everything there is: a view that gets it drops what it had. */
  | {
      readonly type: 'state';
      readonly rows: readonly ResponseRow[];
      readonly summary: RecordingSummary;
      readonly secrets: readonly SecretSummary[];
      /** Rows that started before this are hidden without Preserve log (milliseconds, clock of the traffic); null before any navigation. */
      readonly navigatedAt: number | null;
    }
  /** Rows that are new or changed (matched by id), and ids of rows that are gone. At most one message per 100 ms. */
  | {
      readonly type: 'rows';
      readonly rows: readonly ResponseRow[];
      readonly gone: readonly string[];
      readonly summary: RecordingSummary;
      readonly secrets: readonly SecretSummary[];
      readonly navigatedAt: number | null;
    }
  /** Answer to `detail`, and again whenever that row changes while it is the last one asked for; null when there is no such row. */
  | { readonly type: 'detail'; readonly rowId: string; readonly detail: DetailView | null }
  /** Answer to `findings`; rows that are gone are left out. */
  | { readonly type: 'findings'; readonly rows: readonly RowFindings[] }
  /** Labels of the secrets that were found, and what is missing. */
  | { readonly type: 'secret-files-read'; readonly found: readonly string[]; readonly notes: readonly SecretFileNote[] }
  /** Null when it was read: a `detail` with the session follows to every view that shows one. */
  | { readonly type: 'store-entry-read'; readonly sessionId: string; readonly failure: StoreEntryFailure | null }
  /** The inspected tab has navigated to this address, now or before the view came. */
  | { readonly type: 'page'; readonly url: string }
  /** `comparison` is null where nothing was read. */
  | {
      readonly type: 'store-compared';
      readonly request: number;
      readonly domains: StoreDomains;
      readonly comparison: StoreComparisonView | null;
    }
  /**
   * Rows whose needles are others than was told before, with the indexes of the needles that they hold. `done` once every row was looked
   * at. At most one message per 100 ms, and one when it is done.
   */
  | { readonly type: 'found'; readonly request: number; readonly rows: readonly FoundRow[]; readonly done: boolean }
  /** Of every session cookie; at once when it is asked for, then at most once a second when something has changed. */
  | { readonly type: 'history'; readonly histories: readonly HistoryView[] }
  /** Null when one of the versions is gone. */
  | { readonly type: 'versions-compared'; readonly request: number; readonly diff: DiffView | null }
  /** What the user says is identity too; after each `state` that answers `view`, and whenever it has changed. */
  | { readonly type: 'identity-keys'; readonly keys: readonly string[] }
  /** Answer to `export`; null when the file could not be made. */
  | { readonly type: 'exported'; readonly request: number; readonly text: string | null }
  /** Answer to `print`; null when it could not be printed. */
  | { readonly type: 'printed'; readonly request: number; readonly text: string | null }
  /** Every logout that is known; after each `state`, and whenever they have changed, at most once a second. */
  | { readonly type: 'logouts'; readonly logouts: readonly ToldLogout[] }
  /** What was opened and what is being opened: whenever it changes, at most every 100 ms. A view that gets none has nothing opened. */
  | {
      readonly type: 'recordings';
      /** Null while the live recording shows. */
      readonly shown: OpenedSource | null;
      readonly beside: OpenedSource | null;
      /** Responses in the live recording, at most a second old. */
      readonly live: number;
      readonly importing: ImportState | null;
      /** The last file that could not be opened, until another is. */
      readonly failed: { readonly name: string; readonly failure: ImportFailure } | null;
    }
  /** How what shows differs from what is beside it: at once when it is asked for, then at most once a second. Null when nothing is beside it. */
  | { readonly type: 'comparison'; readonly lines: readonly ComparisonLine[] | null }
  | { readonly type: 'secret-refused'; readonly id: string; readonly reason: SecretRefusal };
