import type { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { HarFacts } from '../core/http/har-stream.ts';
import type { ResponseRow } from '../core/report/response-row.ts';
import { SessionSearch } from '../core/report/session-search.ts';
import { compareStore } from './compare-store.ts';
import { Details, type DetailsContext } from './details.ts';
import { exportRecording } from './export-recording.ts';
import { Histories } from './histories.ts';
import type { FromWorker, Question } from './protocol.ts';
import { Searches } from './searches.ts';
import { SessionKeys } from './session-keys.ts';

type Send = (message: FromWorker) => void;

export interface AnswersContext extends DetailsContext {
  /** The file that the recording was read from, or the browser that it is of. */
  origin(): HarFacts | Browser;
}

/** What views ask of one recording, each for itself, and are told again when it has become another. */
export class Answers {
  readonly #context: AnswersContext;
  readonly #details: Details;
  readonly #texts = new SessionSearch();
  readonly #searches: Searches;
  readonly #sessionKeys: SessionKeys;
  readonly #histories: Histories;

  constructor(context: AnswersContext) {
    const analysis = (): Analysis => context.analysis();
    this.#context = context;
    this.#details = new Details(context);
    this.#searches = new Searches(analysis, this.#texts);
    this.#sessionKeys = new SessionKeys({ analysis, texts: this.#texts, unseen: () => this.#searches.unseen });
    this.#histories = new Histories(analysis, (histories) => this.#searches.built(histories));
  }

  answer(send: Send, message: Question): void {
    switch (message.type) {
      case 'detail':
        this.#details.watch(send, message.rowId);
        break;
      case 'findings':
        this.#details.findings(send, message.rowIds);
        break;
      case 'attach-store-entry':
        void this.#details.attach(send, message);
        break;
      case 'forget-store-entry':
        this.#details.forgetStoreEntry(message.sessionId);
        break;
      case 'compare-store':
        compareStore(send, this.#context.analysis(), message);
        break;
      case 'search':
        this.#searches.start(send, message);
        break;
      case 'session-keys':
        this.#sessionKeys.ask(send, message);
        break;
      case 'history':
        this.#histories.watch(send, message.on);
        break;
      case 'compare-versions':
        this.#histories.compare(send, message);
        break;
      case 'export':
        void exportRecording(send, this.#context.analysis(), this.#context.origin(), message);
        break;
      default:
        message satisfies never;
    }
  }

  /** The view shows the recording anew, and asks anew which row's details it shows. */
  greet(send: Send): void {
    this.#details.leave(send);
  }

  leave(send: Send): void {
    this.#details.leave(send);
    this.#searches.leave(send);
    this.#sessionKeys.leave(send);
    this.#histories.watch(send, false);
  }

  /** The view has been told of everything: it is told here of what it had asked of the other recording. */
  takeOver(send: Send, from: Answers): void {
    const showsHistories = from.#histories.isWatched(send);
    from.leave(send);
    if (showsHistories) this.#histories.watch(send, true);
  }

  /** Before the rows themselves, so that a row is not shown before it is known whether it passes. */
  beforeRows(rows: readonly ResponseRow[]): void {
    this.#searches.changed(rows);
  }

  /** Behind the rows, of which these are new, others or gone. */
  afterRows(views: Iterable<Send>, touched: ReadonlySet<string>): void {
    for (const send of views) this.#details.repeat(send, touched);
    this.#histories.changed();
  }

  /** The recording is empty. */
  clear(): void {
    this.#details.clear();
    this.#searches.clear();
    this.#sessionKeys.clear();
    this.#texts.clear();
  }

  /** Behind the state of the emptied recording. */
  afterClear(): void {
    this.#histories.tell();
  }

  reopen(): void {
    this.#details.reopen();
  }
}
