import { batch, computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { parseUrl } from '../../core/http/parse-url.ts';
import { textLanguage } from '../../core/message.ts';
import type { RecordingSummary } from '../../core/report/response-row.ts';
import type { WorkerPort } from '../../worker/connect.ts';
import type { FromWorker, ToWorker } from '../../worker/protocol.ts';
import type { PanelHost } from '../host.ts';
import { type CompareStore, createCompareStore } from './compare-store.ts';
import { type ComparisonStore, createComparisonStore } from './comparison.ts';
import { type CookiesStore, createCookiesStore } from './cookies.ts';
import { type CopyMenuStore, createCopyMenuStore } from './copy-menu.ts';
import { createExportStore, type ExportStore } from './export.ts';
import { createSearchStore, type SearchStore } from './filter/search.ts';
import { createSessionKeysStore, type SessionKeysStore } from './filter/session-keys.ts';
import { createHistoryStore, type HistoryStore } from './history.ts';
import { createHistoryFilter } from './history-filter.ts';
import { createIdentityKeysStore, type IdentityKeysStore } from './identity-keys.ts';
import { createLayoutStore, type LayoutStore } from './layout.ts';
import { createLogoutsStore, type LogoutsStore } from './logouts.ts';
import { createPrinter, type Printer } from './printer.ts';
import { createRecordingsStore, type RecordingsStore } from './recordings.ts';
import { createRowsStore, type RowsStore } from './rows.ts';
import { createSecretsStore, type SecretsStore } from './secrets.ts';
import { createSelectionStore, type SelectionStore } from './selection.ts';
import { createStoreEntriesStore, type StoreEntriesStore } from './store-entries.ts';
import { createTreeStore, type TreeStore } from './tree.ts';
import { createViewStore, type ViewStore } from './view.ts';
import { createViewFilters, needlesOf, type ViewFilters } from './view-filters.ts';
import { createWebRequestStore, type WebRequestStore } from './web-request.ts';

/** The views of the recording, as their tabs name them. */
export type ViewTab = 'responses' | 'cookies' | 'history' | 'logouts' | 'compare';

export interface PanelState {
  readonly host: PanelHost;
  /** The view that shows. */
  readonly viewTab: Signal<ViewTab>;
  readonly recordings: RecordingsStore;
  readonly comparison: ComparisonStore;
  readonly rows: RowsStore;
  readonly view: ViewStore;
  readonly filters: ViewFilters;
  readonly search: SearchStore;
  readonly sessionKeys: SessionKeysStore;
  readonly cookies: CookiesStore;
  readonly history: HistoryStore;
  readonly logouts: LogoutsStore;
  readonly identityKeys: IdentityKeysStore;
  readonly selection: SelectionStore;
  readonly secrets: SecretsStore;
  readonly storeEntries: StoreEntriesStore;
  readonly compareStore: CompareStore;
  readonly webRequest: WebRequestStore;
  readonly exporting: ExportStore;
  readonly copyMenu: CopyMenuStore;
  readonly printer: Printer;
  readonly tree: TreeStore;
  readonly layout: LayoutStore;
  /** Whether the list of keys shows. */
  readonly help: Signal<boolean>;
  readonly summary: ReadonlySignal<RecordingSummary>;
  /** Responses that set a session cookie. */
  readonly sessionResponses: ReadonlySignal<number>;
  /** The worker answered; before that nothing is known, so nothing is claimed. */
  readonly connected: ReadonlySignal<boolean>;
  /** Empties the recording. */
  clear(): void;
}

const NOTHING: RecordingSummary = { exchanges: 0, setting: 0, setCookies: 0, notRecorded: 0, malformed: 0 };

/** The panel's state, fed by the worker's messages. Everything in it can be rebuilt by asking again. */
export function createPanelState(port: WorkerPort, host: PanelHost, newId: () => string): PanelState {
  const post = (message: ToWorker): void => port.send(message);
  const recordings = createRecordingsStore(post);
  const comparison = createComparisonStore(post);
  const viewTab = signal<ViewTab>('responses');
  const rows = createRowsStore();
  const layout = createLayoutStore(host.layout.kept, host.layout.keep);
  const logouts = createLogoutsStore();
  const search = createSearchStore(
    post,
    computed(() => new Set(logouts.byRow.value.keys())),
  );
  const view = createViewStore(rows, layout.responses.sort, search.found);
  const cookies = createCookiesStore(rows, view, post, layout.cookies, search.found);
  const history = createHistoryStore(post, view.hides, createHistoryFilter(rows, search.found));
  const sessionKeys = createSessionKeysStore(post);
  const filters = createViewFilters({ view, cookies, history, found: search.found, keys: sessionKeys.keys });
  search.follow(needlesOf(filters));
  const identityKeys = createIdentityKeysStore(post);
  const selection = createSelectionStore(post);
  const secrets = createSecretsStore(post, host.keptSecrets, newId);
  const storeEntries = createStoreEntriesStore(post);
  const page = signal<string | null>(null);
  const inspectedHost = async (): Promise<string | null> => (page.value === null ? host.inspectedHost() : hostOf(page.value));
  const compareStore = createCompareStore(post, { store: host.cookieStore, inspectedHost, now: Date.now });
  const webRequest = createWebRequestStore(host.webRequest, inspectedHost);
  const copyMenu = createCopyMenuStore(post);
  const printer = createPrinter(post);
  const exporting = createExportStore(post, { view, liveHost: async () => (recordings.shown.peek() === null ? inspectedHost() : null) });
  effect(() => {
    void page.value;
    webRequest.refresh();
  });
  const summary = signal(NOTHING);
  const connected = signal(false);

  const receive = (message: FromWorker): void => {
    switch (message.type) {
      case 'state':
      case 'rows':
        if (message.type === 'state') rows.replace(message.rows);
        else rows.upsert(message.rows, message.gone);
        summary.value = message.summary;
        secrets.list.value = message.secrets;
        view.navigatedAt.value = message.navigatedAt;
        if (message.type === 'state') {
          view.recordingReplaced();
          search.restart();
          sessionKeys.forget();
        }
        selection.refresh(rows.get);
        connected.value = true;
        return;
      case 'detail':
        selection.received(message.rowId, message.detail);
        copyMenu.received(message.rowId, message.detail);
        return;
      case 'findings':
        cookies.findingsRead(message.rows);
        return;
      case 'found':
        search.received(message);
        return;
      case 'session-keys':
        sessionKeys.received(message);
        return;
      case 'logouts':
        logouts.received(message.logouts);
        return;
      case 'identity-keys':
        identityKeys.received(message.keys);
        return;
      case 'secret-files-read':
        secrets.files.value = { found: message.found, notes: message.notes };
        return;
      case 'store-entry-read':
        storeEntries.received(message.sessionId, message.failure);
        return;
      case 'page':
        page.value = message.url;
        return;
      case 'store-compared':
        compareStore.received(message);
        return;
      case 'history':
        history.received(message.histories);
        return;
      case 'versions-compared':
        history.compared(message.request, message.diff);
        return;
      case 'printed':
        printer.received(message.request, message.text);
        return;
      case 'exported':
        exporting.received(message.request, message.text);
        return;
      case 'recordings':
        // What was chosen to compare with is shown as soon as it is there, and nothing is left to show when it is gone.
        if (message.beside !== null && recordings.beside.peek()?.name !== message.beside.name) viewTab.value = 'compare';
        else if (message.beside === null && viewTab.peek() === 'compare') viewTab.value = 'responses';
        recordings.received(message);
        return;
      case 'comparison':
        comparison.received(message.lines);
        return;
      case 'secret-refused':
        secrets.refuse(message.id, message.reason);
        return;
    }
  };
  port.onMessage((message) => batch(() => receive(message)));
  post({ type: 'view', language: textLanguage() });

  return {
    host,
    viewTab,
    recordings,
    comparison,
    rows,
    view,
    filters,
    search,
    sessionKeys,
    cookies,
    history,
    logouts,
    identityKeys,
    selection,
    secrets,
    storeEntries,
    compareStore,
    webRequest,
    exporting,
    copyMenu,
    printer,
    tree: createTreeStore(),
    layout,
    help: signal(false),
    summary,
    sessionResponses: computed(() => {
      // Rows of one exchange stand together.
      let count = 0;
      let last = '';
      for (const row of rows.rows.value) {
        if (!row.session || row.line === null || row.exchangeId === last) continue;
        last = row.exchangeId;
        count++;
      }
      return count;
    }),
    connected,
    clear: () => post({ type: 'clear' }),
  };
}

/** Null where there can be no cookies. */
function hostOf(page: string): string | null {
  return /^https?:/.test(page) ? (parseUrl(page)?.hostname ?? null) : null;
}
