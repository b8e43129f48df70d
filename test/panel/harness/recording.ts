import { cookieScope } from '../../../src/core/cookies/cookie-scope.ts';
import { parseSetCookie, type SetCookie } from '../../../src/core/cookies/set-cookie.ts';
import type { LineStorage, StorageOutcome } from '../../../src/core/cookies/storage.ts';
import type { Finding } from '../../../src/core/findings/finding.ts';
import { explainReading } from '../../../src/core/readers/explanation/explain-reading.ts';
import type { Layout, MessagePart, Reading, ReadingFailure, Serializer } from '../../../src/core/readers/reader.ts';
import type { ResponseDetail, ResponseRow, RowNote } from '../../../src/core/report/response-row.ts';
import { weighSession } from '../../../src/core/report/session-weight.ts';
import type { SessionChange } from '../../../src/core/session/change.ts';
import { RAILS } from '../../core/applications.ts';
import { MARSHAL_SESSION, type Plain, ruby } from './ruby.ts';

/** What one line of the played recording is made of; everything else follows. */
export interface Step {
  readonly method?: string;
  readonly host?: string;
  readonly path: string;
  readonly status?: number;
  readonly cookie?: string | null;
  readonly wire?: number;
  readonly attributes?: readonly string[];
  readonly session?: Plain;
  readonly layout?: Layout;
  readonly serializer?: Serializer;
  readonly failure?: ReadingFailure;
  readonly readable?: boolean;
  readonly change?: SessionChange;
  /** What the browser does with the line; it replaces what was there by default. */
  readonly stored?: StorageOutcome;
  /** The top-level site of a partitioned cookie. */
  readonly partition?: string;
  readonly findings?: readonly Finding[];
  readonly notes?: readonly RowNote[];
  /** How many kept versions back the one is that the request carried; 1, the newest, by default. */
  readonly carries?: number;
}

const SESSION_ID = {
  publicId: '0123456789abcdef0123456789abcdef',
  privateId: '2::3eb1bd439947eb762998e566ccc2e099c791118b2f40579cc4f7da2b5061b7f9',
};

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Text that looks like base64, the same in every run. */
function noise(seed: number, length: number): string {
  let state = seed + 1;
  let text = '';
  while (text.length < length) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += state % 29 === 0 ? '%2B' : ALPHABET.charAt(state % ALPHABET.length);
  }
  return text.slice(0, length);
}

function setCookie(step: Step, seed: number): SetCookie | null {
  const name = step.cookie;
  if (name === undefined || name === null) return null;
  const sealed = step.session !== undefined || step.layout !== undefined;
  const length = (step.wire ?? 460) - name.length;
  const value = sealed ? `${noise(seed, length - 44)}--${noise(seed + 1, 16)}--${noise(seed + 2, 18)}%3D%3D` : noise(seed, length);
  const attributes = step.attributes ?? ['path=/', 'secure', 'HttpOnly', 'SameSite=Lax'];
  return parseSetCookie([`${name}=${value}`, ...attributes].join('; '));
}

const parts = (cookie: SetCookie): readonly MessagePart[] => {
  const [ciphertext = '', iv = '', tag = ''] = cookie.value.replace('%3D%3D', '==').split('--');
  return [
    { kind: 'ciphertext', encoding: 'base64', text: ciphertext, bytes: Math.floor((ciphertext.length * 3) / 4) },
    { kind: 'iv', encoding: 'base64', text: iv, bytes: 12 },
    { kind: 'tag', encoding: 'base64', text: tag, bytes: 16 },
  ];
};

const plaintext = (text: string): MessagePart => ({ kind: 'plaintext', encoding: 'text', text, bytes: text.length });

/** How the reader would answer with (`secret`) or without a secret. */
function reading(step: Step, cookie: SetCookie | null, secret: string | null, tried: number): Reading | null {
  if (cookie === null || (step.session === undefined && step.layout === undefined)) return null;
  const layout = step.layout ?? 'encrypted-gcm';
  const base = {
    framework: 'rails',
    role: 'session',
    layout,
    parts: parts(cookie),
    unreadable: null,
    identifier: null,
    stored: null,
    tried,
  } as const;
  const nothing = { serializer: null, key: null, purpose: null, expires: null, envelope: false, data: null } as const;
  if (layout === 'store-id') return { ...base, ...nothing, parts: [], identifier: SESSION_ID, state: 'identifier', failure: null };
  if (step.failure === 'tampered' || step.failure === 'malformed') {
    return { ...base, ...nothing, state: step.failure === 'malformed' ? 'failed' : 'sealed', failure: step.failure };
  }
  const data = step.session === undefined ? null : step.serializer === 'marshal' ? MARSHAL_SESSION : ruby(step.session);
  if (step.readable && secret === null) return { ...base, ...nothing, state: 'readable', failure: null, serializer: 'json', data };
  if (secret === null) return { ...base, ...nothing, state: 'sealed', failure: tried === 0 ? null : 'wrong-key' };
  return {
    ...base,
    state: step.failure === undefined ? 'opened' : 'failed',
    failure: step.failure ?? null,
    serializer: step.serializer ?? 'json',
    key: {
      secretId: '1',
      secret,
      digest: 'SHA256',
      iterations: 1000,
      salt: 'authenticated encrypted cookie',
      cipherBits: layout === 'signed' ? null : 256,
      hmacDigest: layout === 'encrypted-gcm' ? null : 'SHA1',
    },
    purpose: step.failure === 'purpose-mismatch' ? 'cookie._other_session' : `cookie.${cookie.name}`,
    expires: step.failure === 'expired' ? '2026-01-15T09:00:00.000Z' : null,
    envelope: true,
    data,
    // What Marshal would have written is not made up: keys are weighed by it.
    parts: step.serializer === 'marshal' ? parts(cookie) : [...parts(cookie), plaintext(JSON.stringify(step.session ?? ''))],
  };
}

const SEVERITIES = ['error', 'warning', 'info'] as const;

const missingFlags = (findings: readonly Finding[]): readonly ('httpOnly' | 'secure' | 'sameSite')[] =>
  findings.flatMap((finding) => {
    if (finding.severity === 'info') return [];
    if (finding.kind === 'missing-httponly') return ['httpOnly' as const];
    if (finding.kind === 'missing-secure') return ['secure' as const];
    return finding.kind === 'missing-samesite' ? ['sameSite' as const] : [];
  });

/** Four hundred days, as browsers cap it, in milliseconds. */
const CAP = 400 * 86_400_000;

/** What the storage model would say of the line. */
function stored(
  step: Step,
  cookie: SetCookie | null,
  startedAt: number,
): Pick<ResponseRow, 'attributes' | 'scope' | 'deleted' | 'storage'> {
  if (cookie === null) return { attributes: null, scope: null, deleted: false, storage: null };
  const { domain, path, maxAge, expires } = cookie.effective;
  const scope = { ...cookieScope(cookie, `https://${step.host ?? 'billing.example.test'}${step.path}`), partition: step.partition ?? null };
  const end = maxAge !== null ? startedAt + maxAge * 1000 : (expires?.time ?? null);
  const storage: LineStorage = {
    stored: step.stored ?? { outcome: 'replaced' },
    scope,
    expiresAt: end && Math.min(end, startedAt + CAP),
    evidence: null,
  };
  const withStorage = new URLSearchParams(globalThis.location?.search).get('storage') !== 'none';
  return {
    attributes: { domain, path, maxAge, expires: expires?.time ?? null },
    scope,
    deleted: end !== null && end <= startedAt,
    storage: withStorage ? storage : null,
  };
}

/** Row and detail of a step, as the worker would send them. */
export function play(step: Step, index: number, startedAt: number, secret: string | null, tried: number): ResponseDetail {
  const cookie = setCookie(step, index);
  const findings = step.findings ?? [];
  const opened = reading(step, cookie, secret, tried);
  const line = cookie === null ? null : 0;
  const sealedChange: SessionChange | null =
    step.change?.event === 'changed' && opened?.data == null ? { event: 'sealed' } : (step.change ?? null);
  const [worst] = [...findings].sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
  const host = step.host ?? 'billing.example.test';
  const row: ResponseRow = {
    id: `x${index}#${line ?? 'request'}`,
    exchangeId: `x${index}`,
    line,
    startedAt,
    method: step.method ?? 'GET',
    host,
    path: step.path,
    status: step.status ?? 200,
    cookie: cookie?.name ?? null,
    session: step.session !== undefined || step.layout !== undefined || step.cookie == null,
    reading: opened?.state ?? null,
    thirdParty: false,
    sizes:
      cookie === null
        ? null
        : {
            wire: cookie.name.length + cookie.value.length,
            rails: Math.round(cookie.name.length + cookie.value.length * 0.935),
            railsValue: Math.round(cookie.value.length * 0.935),
            line: cookie.line.length,
            limit: 4096,
          },
    flags: cookie === null ? null : { ...cookie.effective, missing: missingFlags(findings) },
    ...stored(step, cookie, startedAt),
    change: sealedChange,
    findings: findings.length,
    findingKinds: findings.map(({ kind, severity, cookie: of }) => ({ kind, severity, cookie: of })),
    worst: worst === undefined ? null : { kind: worst.kind, severity: worst.severity },
    notes: step.notes ?? [],
  };
  return {
    row,
    cookie,
    reading: opened,
    findings,
    applications: new Map(findings.map(({ cookie: of }) => [of ?? '', RAILS])),
    carried: null,
    explanation: opened && explainReading(opened, { name: cookie?.name ?? '', value: cookie?.value ?? '' }, { now: startedAt, opened: [] }),
    expectation: null,
    carriedExplanation: null,
    repair: null,
    carriedRepair: null,
    mixedSerializers: null,
    diff: null,
    ...weighSession(opened, cookie),
    exchange: {
      schema: 1,
      id: row.exchangeId,
      startedAt,
      duration: 24,
      answeredAfter: 20,
      method: row.method,
      url: `https://${host}${row.path}`,
      status: row.status,
      requestHeaders: [{ name: 'Cookie', value: `theme=dark; _billing_session=${noise(index + 7, 320)}` }],
      responseHeaders: cookie === null ? [] : [{ name: 'Set-Cookie', value: cookie.line }],
      deliveredBy: 'network',
      resourceType: 'document',
      error: null,
      methodOverride: null,
      errorPage: null,
      problems: [],
    },
  };
}
