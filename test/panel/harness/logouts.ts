import type { Evidence, EvidenceFact, Logout } from '../../../src/core/logout/logout.ts';
import type { LogoutExchange, LogoutView } from '../../../src/core/report/logout-view.ts';
import { rowIdOf } from '../../../src/core/report/row-id.ts';
import { RAILS } from '../../core/applications.ts';
import { STEPS } from './steps.ts';

const COOKIE = '_billing_session';

const CONFIGURATION = {
  layout: 'encrypted-gcm',
  digest: 'SHA256',
  iterations: 1000,
  salt: null,
  cipherBits: 256,
  hmacDigest: null,
} as const;

/** What the diagnosis might say of the played recording, by the index of its steps; `quiet` ones have no row. */
interface Told {
  readonly loss: string;
  readonly cause: Logout['cause'];
  readonly confidence: Logout['confidence'];
  readonly evidence: readonly (readonly [exchange: string, fact: EvidenceFact])[];
  readonly alternatives?: readonly Logout['cause'][];
}

const QUIET: Record<string, Partial<LogoutExchange>> = {
  q1: { method: 'GET', url: 'https://billing.example.test/invoices?page=2&token=5f2c1b', status: 302 },
  q2: { method: 'GET', url: 'https://billing.example.test/sign_in', status: 200 },
};

const SIGNED_OUT: Told = {
  ...{ loss: '19', cause: 'signed-out', confidence: 'certain' },
  evidence: [
    ['8', { kind: 'carried-signed-in' }],
    ['19', { kind: 'sign-out-request' }],
    ['19', { kind: 'deleted' }],
  ],
};

const dropped = (start: number): Told => ({
  ...{ loss: '12', cause: 'dropped-too-large', confidence: 'certain' },
  evidence: [
    ['1', { kind: 'set-without-identity' }],
    ['11', { kind: 'signed-in' }],
    ['11', { kind: 'refused', reason: 'too-large', wire: 4_120 }],
    ['11', { kind: 'rails-counted', bytes: 3_854 }],
    ['11', { kind: 'heavy-key', key: 'return_to', wire: 2_310 }],
    ['12', { kind: 'carried-old-version', setAt: start + 731 }],
  ],
  alternatives: ['overflow-exception', 'cookie-expired', 'secret-changed', 'csrf-reset', 'signed-out'],
});

const secret: Told = {
  ...{ loss: 'q1', cause: 'secret-changed', confidence: 'likely' },
  evidence: [
    ['3', { kind: 'signed-in' }],
    ['8', { kind: 'carried-signed-in' }],
    ['8', { kind: 'opens-with', label: 'current', configuration: CONFIGURATION }],
    ['q1', { kind: 'carried-signed-in' }],
    ['q1', { kind: 'starts-over', status: 302 }],
    ['13', { kind: 'set-without-identity' }],
    ['13', { kind: 'does-not-open' }],
  ],
  alternatives: ['digest-changed', 'cipher-changed'],
};

const race = (start: number): Told => ({
  ...{ loss: '12', cause: 'lost-update', confidence: 'certain' },
  evidence: [
    ['9', { kind: 'carried-old-version', setAt: start + 731 }],
    ['9', { kind: 'overlapped', other: idOf('10'), otherLandedAt: start + 7_900, landedAt: start + 8_420 }],
    ['10', { kind: 'signed-in' }],
    ['12', { kind: 'carried-old-version', setAt: start + 8_420 }],
  ],
  alternatives: ['session-reset', 'server-revoked'],
});

const unknown: Told = {
  ...{ loss: 'q2', cause: 'unknown', confidence: 'possible' },
  evidence: [
    ['8', { kind: 'carried-signed-in' }],
    ['q2', { kind: 'not-carried', setAt: null }],
  ],
};

/** By the name that the address asks for. */
export function playLogouts(wanted: string, start: number): readonly LogoutView[] {
  const told: Record<string, readonly Told[]> = {
    none: [],
    one: [dropped(start)],
    race: [race(start)],
    secret: [secret],
    'signed-out': [SIGNED_OUT],
    many: [dropped(start), secret, unknown, SIGNED_OUT],
  };
  return (told[wanted] ?? []).map((one) => view(one, start));
}

function view({ loss, cause, confidence, evidence, alternatives = [] }: Told, start: number): LogoutView {
  const names = [...new Set([...evidence.map(([name]) => name), loss])];
  const exchanges = names.map((name) => exchange(name, start));
  const facts: readonly Evidence[] = evidence.map(([name, fact]) => ({ exchangeId: idOf(name), fact }));
  const at = exchanges.find(({ id }) => id === idOf(loss))?.at ?? start;
  const logout: Logout = { exchangeId: idOf(loss), at, cookie: COOKIE, cause, confidence, evidence: facts, alternatives };
  return { id: `${idOf(loss)} ${COOKIE}`, logout, exchanges, application: RAILS };
}

const idOf = (name: string): string => (name in QUIET ? name : `x${name}`);

function exchange(name: string, start: number): LogoutExchange {
  const quiet = QUIET[name];
  if (quiet !== undefined)
    return { id: name, at: start + (name === 'q1' ? 8_900 : 12_300), method: 'GET', url: '', status: 200, rowId: null, ...quiet };
  const step = STEPS[Number(name)];
  const url = `https://${step?.host ?? 'billing.example.test'}${step?.path ?? '/'}`;
  const rowId = rowIdOf(idOf(name), step?.cookie == null ? null : 0);
  return { id: idOf(name), at: start + Number(name) * 731, method: step?.method ?? 'GET', url, status: step?.status ?? 200, rowId };
}
