/** What a request says about where it came from, as far as the storage model needs it. */
export interface RequestContext {
  /** As sent. */
  readonly url: string;
  /** Milliseconds since the epoch, by the clock of the traffic: the start for sending, the arrival of the response for storing. */
  readonly at: number;
  /** Upper case. */
  readonly method: string;
  /** How the initiator's site relates to the URL's (Sec-Fetch-Site, else Origin or Referer); `none` is a typed address or a bookmark. */
  readonly site: 'same-origin' | 'same-site' | 'cross-site' | 'none' | 'unknown';
  /** The request navigates the top-level page (Sec-Fetch-Mode navigate, Sec-Fetch-Dest document). */
  readonly topLevel: boolean;
  /** Site of the page that the user sees, such as `https://example.com`; null when the request does not tell. */
  readonly topLevelSite: string | null;
  /** Whether the request was made with credentials, so that cookies are sent and stored; null when it does not tell. */
  readonly credentials: boolean | null;
}
