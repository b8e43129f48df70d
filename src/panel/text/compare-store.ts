import type { BrowserCookie, ComparedField, CookieComparison } from '../../core/cookies/compare-store.ts';
import { decodeUtf8, encodeUtf8 } from '../../core/cookies/form-encoding.ts';
import type { StoredCookie } from '../../core/cookies/storage.ts';
import { formatBytes, formatDate } from './numbers.ts';

/** What a difference means, in sentences with `code`. Values are secrets: only their sizes are told. */
export function comparisonText(comparison: CookieComparison): string {
  switch (comparison.kind) {
    case 'same':
      return 'The browser keeps it as predicted.';
    case 'only-predicted':
      return 'Predicted, but the browser does not have it: it was removed by script or by hand, evicted, or refused for a reason that the traffic does not show.';
    case 'only-in-browser':
      return `The browser keeps it, ${formatBytes(valueSize(comparison.actual))}, but no recorded response set it: it is older than the recording, or a script wrote it.`;
    case 'different':
      return comparison.fields.map((field) => `${FIELDS[field](comparison.predicted, comparison.actual)}.`).join(' ');
  }
}

export const comparedName = (comparison: CookieComparison): string => {
  const name = comparison.kind === 'only-in-browser' ? comparison.actual.name : decodeUtf8(comparison.predicted.name);
  return name === '' ? '(nameless)' : name;
};

/** Where the browser keeps it, or should. */
export function comparedScope(comparison: CookieComparison): string {
  const { domain, hostOnly, path, partition } = comparison.kind === 'only-predicted' ? comparison.predicted : comparison.actual;
  return `${hostOnly ? '' : '.'}${domain}${path}${partition === null ? '' : `, partition ${partition}`}`;
}

const FIELDS: Readonly<Record<ComparedField, (predicted: StoredCookie, actual: BrowserCookie) => string>> = {
  value: ({ value }, actual) => {
    const sizes = [formatBytes(value.length), formatBytes(valueSize(actual))];
    return sizes[0] === sizes[1]
      ? `Another value of the same size, ${sizes[0]}`
      : `Another value: ${sizes[0]} predicted, ${sizes[1]} in the browser`;
  },
  httpOnly: (a, b) => pair('HttpOnly', yesOrNo(a.httpOnly), yesOrNo(b.httpOnly)),
  secure: (a, b) => pair('Secure', yesOrNo(a.secure), yesOrNo(b.secure)),
  sameSite: (a, b) => pair('SameSite', a.sameSite ?? 'none given', b.sameSite ?? 'none given'),
  expiry: (a, b) => pair('Kept', until(a.expiresAt), until(b.expiresAt)),
  path: (a, b) => pair('Path', `\`${decodeUtf8(a.path)}\``, `\`${b.path}\``),
  hostOnly: (a, b) => pair('Sent', reach(a.hostOnly), reach(b.hostOnly)),
  domain: (a, b) => pair('Domain', `\`${a.domain}\``, `\`${b.domain}\``),
};

const pair = (what: string, predicted: string, actual: string): string => `${what}: ${predicted} predicted, ${actual} in the browser`;
const yesOrNo = (set: boolean): string => (set ? 'yes' : 'no');
const until = (time: number | null): string => (time === null ? 'until the browser closes' : `until ${formatDate(time)}`);
const reach = (hostOnly: boolean): string => (hostOnly ? 'to this host alone' : 'to subdomains too');
const valueSize = ({ value }: BrowserCookie): number => encodeUtf8(value).length;
