import type { Browser } from './browser.ts';

/**
 * What one browser does where it differs from another or from RFC 6265bis; all of it in this one table. `observed` in a
 * source means what Chromium 156 and Firefox 153 did with real responses (browser-acceptance and browser-observed).
 */
export interface BrowserRules {
  /**
   * A line without `=`: its text is the value of a nameless cookie (5.6 step 3), or the name of an empty one.
   * Source: observed; Firefox 140 still did as the standard says.
   */
  readonly lineWithoutEquals: 'value' | 'name';
  /**
   * A line that starts with `=`: a nameless cookie unless its value has a `=` too, for then it would be read back as another
   * one; or refused altogether. The standard keeps both. Source: observed (`EXCLUDE_AMBIGUOUS_SERIALIZATION` in Chromium).
   */
  readonly emptyName: 'unambiguous' | 'refused';
  /**
   * A tab inside a name, a value or an attribute, which the standard allows (5.6 step 1). Source: observed; for the path,
   * Firefox `CookieValidation::ValidateInternal` (`eRejectedInvalidPath`).
   */
  readonly tabInside: 'refused' | 'refused-in-path';
  /**
   * Whether `__Host-` looks at the attributes as sent (5.7 step 20), or at the scope that results: then a default path of `/`,
   * and a Domain that leaves the cookie host-only, will do. Source: observed (`host-no-path`, `prefix-host-no-path-root`).
   */
  readonly hostPrefix: 'attributes' | 'scope';
  /** A Domain with bytes beyond ASCII: read as UTF-8 and turned into punycode, or matching no host. Source: observed. */
  readonly nonAsciiDomain: 'punycode' | 'no-match';
  /**
   * How Expires is read: by 5.1.1, or by a parser that takes a number of up to two characters for the day and of up to five for
   * the year, and so another one than the standard in `1st`, `2031Z` or `1 Jan 9`. Source: `cookie_util::ParseCookieExpirationTime`.
   */
  readonly dates: 'standard' | 'chromium';
  /**
   * What holds for a cookie without SameSite, or with an unknown one (5.6.7.1). `laxPostMs` is how long after its creation it
   * still goes with a cross-site POST that navigates. Source: Chromium `kLaxAllowUnsafeMaxAge`; Firefox pref
   * `network.cookie.sameSite.laxByDefault`, which is off.
   */
  readonly defaultSameSite: { readonly enforce: 'Lax'; readonly laxPostMs: number } | { readonly enforce: 'None' };
  /**
   * Whether http and https of one domain are two sites to SameSite (5.2). Source: observed (`SchemefulSameSiteLax`); Firefox pref
   * `network.cookie.sameSite.schemeful`, which is off.
   */
  readonly schemefulSameSite: boolean;
  /**
   * Whether a cookie that is set anew keeps its place among those of the same path (5.7 step 24.3), or only when its value
   * stays the same. Source: Chromium `CookieMonster::MaybeDeleteEquivalentCookieAndUpdateStatus`; Firefox `CookieStorage::AddCookie`.
   */
  readonly keepsPlace: 'always' | 'same-value';
  /**
   * What becomes of cookies of another site than the page's, unless they are Partitioned. A user's settings may differ, so a
   * store can be told. Source: Chrome's setting "Allow third-party cookies"; Firefox's Total Cookie Protection
   * (`network.cookie.cookieBehavior` 5), which gives every such cookie the partition of the page.
   */
  readonly thirdParty: ThirdPartyCookies;
  /**
   * How many cookies one site (registrable domain) may have: one more than `most` makes the browser remove down to `down`, but
   * never one of the `recent` ones that were used last, and Secure ones `last`, or only where there is nothing else (`spared`).
   * Source: Chromium `CookieMonster::kDomainMaxCookies`, `kDomainPurgeCookies`; Firefox prefs `network.cookie.maxPerHost`,
   * `quotaPerHost` and `CookieStorage::FindStaleCookies`; observed with up to 200 cookies. Limits over all sites are not modelled.
   */
  readonly perSite: { readonly most: number; readonly down: number; readonly recent: number; readonly secure: 'last' | 'spared' };
  /** Name and value of all cookies of one site in one partition, in bytes. Source: Chromium `kPerPartitionDomainMaxCookieBytes`. */
  readonly bytesPerPartition: number | null;
}

/** `blocked` refuses them, `partitioned` keeps them apart for each page's site. */
export type ThirdPartyCookies = 'allowed' | 'partitioned' | 'blocked';

/** 5.6.1 and 5.6.2: no browser here keeps a cookie for longer. Observed in both. Milliseconds. */
export const LONGEST_LIFE = 400 * 24 * 60 * 60 * 1000;

/** 5.7 step 5: name and value together, in bytes. Observed in both. */
export const LARGEST_PAIR = 4096;

export const BROWSER_RULES: Record<Browser, BrowserRules> = {
  chromium: {
    lineWithoutEquals: 'value',
    emptyName: 'unambiguous',
    tabInside: 'refused',
    hostPrefix: 'attributes',
    nonAsciiDomain: 'punycode',
    dates: 'chromium',
    defaultSameSite: { enforce: 'Lax', laxPostMs: 2 * 60 * 1000 },
    schemefulSameSite: true,
    keepsPlace: 'same-value',
    thirdParty: 'allowed',
    perSite: { most: 180, down: 150, recent: 0, secure: 'last' },
    bytesPerPartition: 10_240,
  },
  firefox: {
    lineWithoutEquals: 'name',
    emptyName: 'refused',
    tabInside: 'refused-in-path',
    hostPrefix: 'scope',
    nonAsciiDomain: 'no-match',
    dates: 'standard',
    defaultSameSite: { enforce: 'None' },
    schemefulSameSite: false,
    keepsPlace: 'always',
    thirdParty: 'partitioned',
    perSite: { most: 180, down: 150, recent: 1, secure: 'spared' },
    bytesPerPartition: null,
  },
};
