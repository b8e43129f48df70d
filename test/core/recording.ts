import { Analysis } from '../../src/core/analysis.ts';
import type { HttpExchange } from '../../src/core/http/exchange.ts';
import { exchangeId } from '../../src/core/http/exchange-id.ts';
import { openCookie } from '../../src/core/readers/index.ts';
import { Vault } from '../../src/vault/vault.ts';
import { parseHar } from './http/parse-har.ts';

/** What a test says of an exchange; the rest is ordinary. */
export interface Given {
  /** Seconds after the start of the recording. */
  readonly at?: number;
  readonly method?: string;
  readonly url?: string;
  readonly status?: number;
  readonly cookie?: string;
  readonly setCookie?: readonly string[];
  /** Of the request. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly responseHeaders?: Readonly<Record<string, string>>;
  readonly errorPage?: HttpExchange['errorPage'];
}

const START = Date.parse('2026-01-01T10:00:00Z');

export function exchange(given: Given): HttpExchange {
  const { at = 0, method = 'GET', url = 'https://app.test/', status = 200, cookie, setCookie = [], headers = {}, errorPage = null } = given;
  const answered = Object.entries(given.responseHeaders ?? {}).map(([name, value]) => ({ name, value }));
  const startedAt = START + at * 1000;
  const request = Object.entries(headers).map(([name, value]) => ({ name, value }));
  return {
    schema: 1,
    id: exchangeId(startedAt, method, url, 0),
    startedAt,
    duration: 20,
    answeredAfter: null,
    method,
    url,
    status,
    requestHeaders: cookie === undefined ? request : [...request, { name: 'Cookie', value: cookie }],
    responseHeaders: [...answered, ...setCookie.map((value) => ({ name: 'Set-Cookie', value }))],
    deliveredBy: 'network',
    resourceType: null,
    error: null,
    methodOverride: null,
    errorPage,
    problems: [],
  };
}

/** An analysis that opens with these secrets, newest first. */
export async function analysisWith(secrets: readonly string[]): Promise<Analysis> {
  const vault = new Vault();
  await vault.addAll(secrets.map((text, index) => ({ id: `secret-${index}`, label: `secret ${index}`, text })));
  return new Analysis({ browser: 'chromium', open: (cookie, now) => openCookie(cookie, vault.keyring, now) });
}

/** The settled analysis of these exchanges. */
export async function analyse(exchanges: readonly HttpExchange[], secrets: readonly string[] = []): Promise<Analysis> {
  const analysis = await analysisWith(secrets);
  for (const each of exchanges) analysis.add(each);
  await analysis.settled();
  analysis.refreshHistories();
  return analysis;
}

export function exchangesOf(har: string): readonly HttpExchange[] {
  const file = parseHar(har);
  if (!file.ok) throw new TypeError(`No HAR: ${file.failure.code}`);
  return file.value.exchanges;
}

/** Kinds of every finding in the recording, in the order of the rows. */
export function kindsIn(analysis: Analysis): readonly string[] {
  return analysis.allRows().flatMap((row) => (analysis.detail(row.id)?.findings ?? []).map((finding) => finding.kind));
}
