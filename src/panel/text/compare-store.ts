import type { BrowserCookie, ComparedField, CookieComparison } from '../../core/cookies/compare-store.ts';
import { decodeUtf8, encodeUtf8 } from '../../core/cookies/form-encoding.ts';
import type { StoredCookie } from '../../core/cookies/storage.ts';
import { message } from './message.ts';
import { formatBytes, formatDate } from './numbers.ts';

/** What a difference means, in sentences with `code`. Values are secrets: only their sizes are told. */
export function comparisonText(comparison: CookieComparison): string {
  switch (comparison.kind) {
    case 'same':
      return message('compareSame');
    case 'only-predicted':
      return message('compareOnlyPredicted');
    case 'only-in-browser':
      return message('compareOnlyInBrowser', formatBytes(valueSize(comparison.actual)));
    case 'different':
      return comparison.fields.map((field) => `${FIELDS[field](comparison.predicted, comparison.actual)}.`).join(' ');
  }
}

export const comparedName = (comparison: CookieComparison): string => {
  const name = comparison.kind === 'only-in-browser' ? comparison.actual.name : decodeUtf8(comparison.predicted.name);
  return name === '' ? message('compareNameless') : name;
};

/** Where the browser keeps it, or should. */
export function comparedScope(comparison: CookieComparison): string {
  const { domain, hostOnly, path, partition } = comparison.kind === 'only-predicted' ? comparison.predicted : comparison.actual;
  return `${hostOnly ? '' : '.'}${domain}${path}${partition === null ? '' : `, ${message('comparePartition', partition)}`}`;
}

const FIELDS: Readonly<Record<ComparedField, (predicted: StoredCookie, actual: BrowserCookie) => string>> = {
  value: ({ value }, actual) => {
    const predictedSize = formatBytes(value.length);
    const actualSize = formatBytes(valueSize(actual));
    return predictedSize === actualSize ? message('compareSameSize', actualSize) : message('compareSizes', predictedSize, actualSize);
  },
  httpOnly: (a, b) => pair('HttpOnly', yesOrNo(a.httpOnly), yesOrNo(b.httpOnly)),
  secure: (a, b) => pair('Secure', yesOrNo(a.secure), yesOrNo(b.secure)),
  sameSite: (a, b) => pair('SameSite', a.sameSite ?? message('compareNoneGiven'), b.sameSite ?? message('compareNoneGiven')),
  expiry: (a, b) => pair(message('compareKept'), until(a.expiresAt), until(b.expiresAt)),
  path: (a, b) => pair('Path', `\`${decodeUtf8(a.path)}\``, `\`${b.path}\``),
  hostOnly: (a, b) => pair(message('compareSent'), reach(a.hostOnly), reach(b.hostOnly)),
  domain: (a, b) => pair('Domain', `\`${a.domain}\``, `\`${b.domain}\``),
};

const pair = (what: string, predicted: string, actual: string): string => message('comparePair', what, predicted, actual);
const yesOrNo = (set: boolean): string => message(set ? 'compareYes' : 'compareNo');
const until = (time: number | null): string => (time === null ? message('compareUntilClose') : message('compareUntil', formatDate(time)));
const reach = (hostOnly: boolean): string => message(hostOnly ? 'compareHostOnly' : 'compareSubdomains');
const valueSize = ({ value }: BrowserCookie): number => encodeUtf8(value).length;
