import { decodeUtf8 } from '../cookies/form-encoding.ts';
import type { HttpExchange } from '../http/exchange.ts';
import type { Logout } from '../logout/logout.ts';
import type { Application } from '../readers/application.ts';
import type { ResponseRow } from './response-row.ts';

/** What is shown of an exchange that a verdict speaks of. */
export interface LogoutExchange {
  readonly id: string;
  /** Milliseconds since the epoch, by the clock of the traffic. */
  readonly at: number;
  readonly method: string;
  readonly url: string;
  /** 0 when no response arrived. */
  readonly status: number;
  /** Its row in the table of responses; null when it has none. */
  readonly rowId: string | null;
}

/** One logout with the exchanges that it speaks of. Plain data; the prose is made from the cause and the facts where it is shown. */
export interface LogoutView {
  /** Of the exchange that shows the loss and the cookie: the same when more is known and another cause explains it better. */
  readonly id: string;
  readonly logout: Logout;
  /** The exchange that shows the loss and those of the evidence, each once, in the order of the traffic. */
  readonly exchanges: readonly LogoutExchange[];
  /** What is known of the application that sets the cookie. */
  readonly application: Application;
}

export interface LogoutSource {
  logouts(): readonly Logout[];
  /** In the order of the traffic. */
  exchanges(): readonly HttpExchange[];
  rows(exchangeId: string): readonly ResponseRow[];
  /** By the cookie's name as text. */
  application(cookie: string | null): Application;
}

/** Every logout of the recording, ready to be shown. */
export function viewLogouts(source: LogoutSource): readonly LogoutView[] {
  const logouts = source.logouts();
  if (logouts.length === 0) return [];
  const wanted = new Set(logouts.flatMap((logout) => spokenOf(logout)));
  const exchanges = source.exchanges().filter(({ id }) => wanted.has(id));
  const ids = new Set<string>();
  return logouts.map((logout) => {
    let id = `${logout.exchangeId} ${logout.cookie ?? ''}`;
    while (ids.has(id)) id += '+';
    ids.add(id);
    const own = new Set(spokenOf(logout));
    const shown = exchanges.filter((exchange) => own.has(exchange.id));
    const application = source.application(logout.cookie && decodeUtf8(logout.cookie));
    return { id, logout, exchanges: shown.map((exchange) => shownExchange(exchange, logout, source)), application };
  });
}

/** A verdict that finds no fault: somebody signed out, or nothing was lost. */
export function isPlainSignOut({ cause }: Logout): boolean {
  return cause === 'signed-out' || cause === 'not-a-logout';
}

const spokenOf = ({ exchangeId, evidence }: Logout): readonly string[] => [
  exchangeId,
  ...evidence.flatMap(({ exchangeId: id, fact }) => (fact.kind === 'overlapped' ? [fact.other, id] : [id])),
];

function shownExchange({ id, startedAt, method, url, status }: HttpExchange, { cookie }: Logout, source: LogoutSource): LogoutExchange {
  const rows = source.rows(id);
  const row = rows.find((one) => one.cookie === cookie) ?? rows.find((one) => one.session) ?? rows[0];
  return { id, at: startedAt, method, url, status, rowId: row?.id ?? null };
}
