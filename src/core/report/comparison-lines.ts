import type { RefusalReason } from '../cookies/storage.ts';
import { durationOf } from '../duration.ts';
import { FINDING_TITLES } from '../findings/finding-title.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import { counted, formatCount, type MessageKey, message } from '../message.ts';
import type { Layout, Serializer } from '../readers/reader.ts';
import type { ComparedCookie, RecordingComparison } from './compare-recordings.ts';
import type { CookieFacet } from './compared-cookie.ts';
import { serializerText } from './explanations/serializer-text.ts';
import { layoutText } from './reading-text.ts';
import { refusalLabel } from './refusal-label.ts';

export type ComparisonPart = 'cookies' | 'findings' | 'logouts';

/** A line of the comparison, as it is read. */
export interface ComparisonLine {
  readonly part: ComparisonPart;
  /** Name of the cookie; empty where none is concerned. */
  readonly cookie: string;
  readonly what: string;
  readonly left: string;
  readonly right: string;
  readonly differs: boolean;
}

export function comparisonLines({ cookies, findings, logouts }: RecordingComparison): readonly ComparisonLine[] {
  return [
    ...cookies.flatMap(cookieLines),
    ...findings.map(({ kind, cookie, left, right, differs }): ComparisonLine => {
      const count = (rows: number): string => (rows === 0 ? message('comparedNothing') : counted('compareResponses', rows));
      return {
        part: 'findings',
        cookie: cookie ?? '',
        what: message(FINDING_TITLES[kind]),
        left: count(left),
        right: count(right),
        differs,
      };
    }),
    ...logouts.map(({ cause, cookie, left, right, differs }): ComparisonLine => {
      const count = (times: number): string => (times === 0 ? message('comparedNothing') : counted('compareTimes', times));
      const what = message(CAUSE_TITLES[cause]);
      return { part: 'logouts', cookie: cookie ?? '', what, left: count(left), right: count(right), differs };
    }),
  ];
}

function cookieLines({ name, in: where, facets }: ComparedCookie): readonly ComparisonLine[] {
  if (where !== 'both') {
    const [left, right] = where === 'left' ? (['compareYes', 'compareNo'] as const) : (['compareNo', 'compareYes'] as const);
    const what = message('compareIsSet');
    return [{ part: 'cookies', cookie: name, what, left: message(left), right: message(right), differs: true }];
  }
  return facets.map(({ facet, left, right, differs }) => ({
    part: 'cookies',
    cookie: name,
    what: message(FACET_TITLES[facet]),
    left: valuesText(facet, left),
    right: valuesText(facet, right),
    differs,
  }));
}

const FACET_TITLES: Readonly<Record<CookieFacet, MessageKey>> = {
  domain: 'compareFacetDomain',
  sentTo: 'compareFacetSentTo',
  path: 'compareFacetPath',
  partition: 'compareFacetPartition',
  httpOnly: 'compareFacetHttpOnly',
  secure: 'compareFacetSecure',
  sameSite: 'compareFacetSameSite',
  lifetime: 'compareFacetLifetime',
  stored: 'compareFacetStored',
  size: 'compareFacetSize',
  layout: 'compareFacetLayout',
  serializer: 'compareFacetSerializer',
  digest: 'compareFacetDigest',
  secret: 'compareFacetSecret',
};

function valuesText(facet: CookieFacet, values: readonly string[]): string {
  if (values.length === 0) return message('comparedNothing');
  return values.map((value) => valueText(facet, value)).join(', ');
}

function valueText(facet: CookieFacet, value: string): string {
  switch (facet) {
    case 'httpOnly':
    case 'secure':
      return message(value === 'yes' ? 'compareYes' : 'compareNo');
    case 'sentTo':
      return message(value === 'host' ? 'compareHost' : 'compareSubdomains');
    case 'sameSite':
      return value === 'no' ? message('compareNotSet') : value;
    case 'lifetime':
      return value === 'session' ? message('compareSession') : durationOf(Number(value));
    case 'stored':
      if (value === 'kept') return message('comparedKept');
      return value === 'deleted' ? message('compareDeleted') : refusalLabel(value as RefusalReason);
    case 'size':
      return message(
        'compareBytes',
        value.replace(/\d+/g, (digits) => formatCount(Number(digits))),
      );
    case 'layout':
      return layoutText(value as Layout, null);
    case 'serializer':
      return serializerText(value as Serializer);
    default:
      return value;
  }
}
