import {
  type BrowserCookie,
  type ComparedField,
  type CookieComparison,
  compareStores,
  cookieDomains,
  cookiesOfHosts,
  type StoreComparison,
} from '../cookies/compare-store.ts';
import { decodeUtf8, encodeUtf8 } from '../cookies/form-encoding.ts';
import type { StoredCookie } from '../cookies/storage.ts';
import { byteCount } from '../findings/byte-count.ts';
import { message } from '../message.ts';

/** A cookie of which the browser's store and the recording tell different things, in words. */
export interface StoreDifference {
  readonly kind: Exclude<CookieComparison['kind'], 'same'>;
  readonly name: string;
  /** Where the browser keeps it, or should. */
  readonly scope: string;
  /** What differs, in sentences; `backticks` set code. Values are secrets: only their sizes are told. */
  readonly text: string;
}

export interface StoreComparisonView {
  readonly counts: StoreComparison['counts'];
  readonly differences: readonly StoreDifference[];
}

/** Domains whose cookies may go to a host, by who is concerned. */
export interface StoreDomains {
  /** Those for which the user is asked: the host's own, and those above it of which the recording knows cookies. */
  readonly asked: readonly string[];
  /** All. */
  readonly read: readonly string[];
}

export function storeDomains(host: string, predicted: readonly StoredCookie[]): StoreDomains {
  // Chromium shows the cookies of a domain above the host only when that domain is granted, so it is asked for where there are any.
  const above = cookiesOfHosts(predicted, [host]).map(({ domain }) => domain);
  return { asked: [...new Set([host, ...above])], read: cookieDomains(host) };
}

/** What the browser keeps for the host beside what it should. Times in milliseconds since the epoch; `date` writes one as the reader's zone has it. */
export function viewStores(
  host: string,
  predicted: readonly StoredCookie[],
  kept: readonly BrowserCookie[],
  { now, date }: { readonly now: number; date(time: number): string },
): StoreComparisonView {
  const { cookies, counts } = compareStores(cookiesOfHosts(predicted, [host]), cookiesOfHosts(kept, [host]), now);
  const differences = cookies.flatMap((comparison): readonly StoreDifference[] => {
    const { kind } = comparison;
    if (kind === 'same') return [];
    return [{ kind, name: comparedName(comparison), scope: comparedScope(comparison), text: differenceText(comparison, date) }];
  });
  return { counts, differences };
}

function differenceText(comparison: CookieComparison, date: (time: number) => string): string {
  switch (comparison.kind) {
    case 'same':
      return '';
    case 'only-predicted':
      return message('compareOnlyPredicted');
    case 'only-in-browser':
      return message('compareOnlyInBrowser', byteCount(valueSize(comparison.actual)));
    case 'different':
      return comparison.fields.map((field) => `${FIELDS[field](comparison.predicted, comparison.actual, date)}.`).join(' ');
  }
}

const comparedName = (comparison: CookieComparison): string => {
  const name = comparison.kind === 'only-in-browser' ? comparison.actual.name : decodeUtf8(comparison.predicted.name);
  return name === '' ? message('compareNameless') : name;
};

function comparedScope(comparison: CookieComparison): string {
  const { domain, hostOnly, path, partition } = comparison.kind === 'only-predicted' ? comparison.predicted : comparison.actual;
  return `${hostOnly ? '' : '.'}${domain}${path}${partition === null ? '' : `, ${message('comparePartition', partition)}`}`;
}

const FIELDS: Readonly<Record<ComparedField, (predicted: StoredCookie, actual: BrowserCookie, date: (time: number) => string) => string>> =
  {
    value: ({ value }, actual) => {
      const predictedSize = byteCount(value.length);
      const actualSize = byteCount(valueSize(actual));
      return predictedSize === actualSize ? message('compareSameSize', actualSize) : message('compareSizes', predictedSize, actualSize);
    },
    httpOnly: (a, b) => pair('HttpOnly', yesOrNo(a.httpOnly), yesOrNo(b.httpOnly)),
    secure: (a, b) => pair('Secure', yesOrNo(a.secure), yesOrNo(b.secure)),
    sameSite: (a, b) => pair('SameSite', a.sameSite ?? message('compareNoneGiven'), b.sameSite ?? message('compareNoneGiven')),
    expiry: (a, b, date) => pair(message('compareKept'), until(a.expiresAt, date), until(b.expiresAt, date)),
    path: (a, b) => pair('Path', `\`${decodeUtf8(a.path)}\``, `\`${b.path}\``),
    hostOnly: (a, b) => pair(message('compareSent'), reach(a.hostOnly), reach(b.hostOnly)),
    domain: (a, b) => pair('Domain', `\`${a.domain}\``, `\`${b.domain}\``),
  };

const pair = (what: string, predicted: string, actual: string): string => message('comparePair', what, predicted, actual);
const yesOrNo = (set: boolean): string => message(set ? 'compareYes' : 'compareNo');
const until = (time: number | null, date: (time: number) => string): string =>
  time === null ? message('compareUntilClose') : message('compareUntil', date(time));
const reach = (hostOnly: boolean): string => message(hostOnly ? 'compareHostOnly' : 'compareSubdomains');
const valueSize = ({ value }: BrowserCookie): number => encodeUtf8(value).length;
