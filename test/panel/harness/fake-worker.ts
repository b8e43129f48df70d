import type { KeyOptions } from '../../../src/core/readers/reader.ts';
import { viewDetail } from '../../../src/core/report/detail-view.ts';
import { viewDiff } from '../../../src/core/report/diff-view.ts';
import { viewFinding } from '../../../src/core/report/finding-view.ts';
import { compareVersions, historyId, historyView } from '../../../src/core/report/history-view.ts';
import { tellLogout } from '../../../src/core/report/logout-words.ts';
import type { ResponseDetail } from '../../../src/core/report/response-row.ts';
import { SessionSearch } from '../../../src/core/report/session-search.ts';
import { storeDomains, viewStores } from '../../../src/core/report/store-comparison.ts';
import type { WorkerPort } from '../../../src/worker/connect.ts';
import { localClock, localDate } from '../../../src/worker/local-clock.ts';
import { print } from '../../../src/worker/print.ts';
import type { FromWorker, SecretSummary, ToWorker } from '../../../src/worker/protocol.ts';
import { StoreEntries } from '../../../src/worker/store-entries.ts';
import { PREDICTED_COOKIES } from './cookies.ts';
import { playHistories, withParent } from './histories.ts';
import { playLogouts } from './logouts.ts';
import { play, type Step } from './recording.ts';

const START = new Date(2026, 0, 15, 10, 2, 11, 48).getTime();

interface Secret {
  readonly id: string;
  readonly label: string;
  readonly fits: boolean;
  readonly options: KeyOptions;
}

const indexOf = (rowId: string): number => Number(/^x(\d+)#/.exec(rowId)?.[1]);

/** Answers as the worker does, from a played recording: a secret that begins with `wrong` opens nothing, any other opens all. */
export class FakeWorker implements WorkerPort {
  #listener: (message: FromWorker) => void = () => {};
  #count: number;
  readonly #wanted: string;
  #secrets: readonly Secret[] = [];
  #asked: string | null = null;
  #cleared = 0;
  readonly #entries = new StoreEntries();
  readonly #search = new SessionSearch();
  readonly #steps: readonly Step[];
  #showsHistory = false;
  navigatedAt: number | null = null;

  constructor(count: number, steps: readonly Step[], wanted: string) {
    this.#count = count;
    this.#steps = steps;
    this.#wanted = wanted;
  }

  onMessage(listener: (message: FromWorker) => void): void {
    this.#listener = listener;
  }

  send(message: ToWorker): void {
    // As a port does: structured, and later.
    const copy = structuredClone(message);
    setTimeout(() => this.#receive(copy), 0);
  }

  /** Lets the worker say anything else. */
  tell(message: FromWorker): void {
    this.#answer(message);
  }

  /** Lets the diagnosis say this. */
  logouts(wanted: string): void {
    this.#answer({ type: 'logouts', logouts: playLogouts(wanted, START).map((logout) => tellLogout(logout, localClock)) });
  }

  /** Lets more responses come. */
  more(count: number): void {
    const from = this.#count;
    this.#count += count;
    this.#answer({ type: 'rows', rows: this.#range(from, this.#count).map((detail) => detail.row), gone: [], ...this.#rest() });
    this.#history();
  }

  #receive(message: ToWorker): void {
    if (message.type === 'view') this.#state();
    else if (message.type === 'findings') {
      const rows = message.rowIds.map((rowId) => {
        const { findings, applications } = this.#at(indexOf(rowId));
        return { rowId, findings: findings.map((finding) => viewFinding(finding, applications)) };
      });
      this.#answer({ type: 'findings', rows });
    } else if (message.type === 'clear') {
      this.#cleared = this.#count;
      this.#state();
    } else if (message.type === 'detail') {
      this.#asked = message.rowId;
      this.#detail();
    } else if (message.type === 'add-secret') {
      const { id, label, options, text } = message;
      if (text.length > 10_000) this.#answer({ type: 'secret-refused', id, reason: 'too-long' });
      else this.#secrets = [{ id, label, fits: !text.startsWith('wrong'), options }, ...this.#secrets];
      this.#state();
    } else if (message.type === 'attach-store-entry') {
      void this.#attach(message.sessionId, message.content);
    } else if (message.type === 'forget-store-entry') {
      this.#entries.forget(message.sessionId);
      this.#detail();
    } else if (message.type === 'search') {
      const { request, needles } = message;
      const details = this.#range(this.#cleared, this.#count);
      const rows = details.map((detail) => ({ rowId: detail.row.id, needles: this.#search.find(detail, needles) }));
      this.#answer({ type: 'found', request, rows, done: true });
    } else if (message.type === 'compare-store') {
      const { request, host, kept, now } = message;
      const comparison = kept && viewStores(host, PREDICTED_COOKIES, kept, { now, date: localDate });
      this.#answer({ type: 'store-compared', request, domains: storeDomains(host, PREDICTED_COOKIES), comparison });
    } else if (message.type === 'print') {
      print((answer) => this.#answer(answer), message);
    } else if (message.type === 'export') {
      this.#answer({ type: 'exported', request: message.request, text: JSON.stringify(message.choice) });
    } else if (message.type === 'history') {
      this.#showsHistory = message.on;
      this.#history();
    } else if (message.type === 'compare-versions') {
      const { request, before, after, was } = message;
      const history = this.#histories().find((each) => historyId(each) === message.history);
      const diff = history === undefined ? null : compareVersions(history, before, after);
      this.#answer({ type: 'versions-compared', request, diff: diff && viewDiff(diff, was) });
    } else if (message.type === 'forget-secret') {
      this.#secrets = message.id === null ? [] : this.#secrets.filter((secret) => secret.id !== message.id);
      this.#state();
    }
  }

  #at(index: number): ResponseDetail {
    const step = this.#steps[index % this.#steps.length];
    if (step === undefined) throw new Error('the recording is empty');
    const fitting = this.#secrets.find((secret) => secret.fits);
    return play(step, index, START + index * 731, fitting?.label ?? null, this.#secrets.length * 8);
  }

  #range(from: number, to: number): readonly ResponseDetail[] {
    return Array.from({ length: Math.max(0, to - from) }, (_, offset) => this.#at(from + offset));
  }

  #rest() {
    const secrets: SecretSummary[] = this.#secrets.map(({ id, label, fits, options }) => ({
      id,
      label,
      options,
      opened: fits ? 14 : 0,
      sealed: 14,
    }));
    const exchanges = (this.#count - this.#cleared) * 3;
    const summary = {
      exchanges,
      setting: this.#count,
      setCookies: this.#count,
      notRecorded: exchanges > 0 ? 1 : 0,
      malformed: exchanges > 0 ? 1 : 0,
    };
    return { summary, secrets, navigatedAt: this.navigatedAt };
  }

  #state(): void {
    const rows = this.#range(this.#cleared, this.#count).map((detail) => detail.row);
    this.#answer({ type: 'state', rows, ...this.#rest() });
    this.logouts(this.#count > this.#cleared ? this.#wanted : 'none');
    this.#detail();
    this.#history();
  }

  #histories() {
    return playHistories(this.#range(this.#cleared, this.#count), (index) => this.#steps[index % this.#steps.length]?.carries ?? 1);
  }

  #history(): void {
    if (this.#showsHistory) this.#answer({ type: 'history', histories: this.#histories().map(historyView) });
  }

  #detail(): void {
    const id = this.#asked;
    if (id === null) return;
    const index = indexOf(id);
    const detail = index >= this.#cleared ? this.#entries.fill(withParent(this.#at(index), this.#histories())) : null;
    this.#answer({ type: 'detail', rowId: id, detail: detail && viewDetail(detail, localDate) });
  }

  async #attach(sessionId: string, content: string | Uint8Array): Promise<void> {
    this.#answer({ type: 'store-entry-read', sessionId, failure: await this.#entries.attach(sessionId, content) });
    this.#detail();
  }

  #answer(message: FromWorker): void {
    this.#listener(structuredClone(message));
  }
}
