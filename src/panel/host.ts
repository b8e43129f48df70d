import type { BrowserCookie } from '../core/cookies/compare-store.ts';
import type { KeyOptions } from '../core/readers/reader.ts';

/** A secret that the user asked to keep until the browser closes. */
export interface KeptSecret {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly options: KeyOptions;
}

/** The browser's own cookies, for which the user is asked first. */
export interface CookieStoreHost {
  /** Asks for the cookies of these hosts, on a click. False when it is not allowed. */
  request(hosts: readonly string[]): Promise<boolean>;
  /** Those of these domains and of their subdomains. */
  read(domains: readonly string[]): Promise<readonly BrowserCookie[]>;
}

/** Firefox's `webRequest`, for which the user is asked first. */
export interface WebRequestHost {
  /** For requests to the host; null where it is not known. */
  isOn(host: string | null): Promise<boolean>;
  /** Asks for the host, or for all; settles when the user has answered. */
  start(host: string | null): Promise<void>;
  /** Gives the permission back. */
  stop(): Promise<void>;
  onChange(listener: () => void): void;
}

/** What the panel needs of the browser around it; everything else is the page's own. */
export interface PanelHost {
  readonly browser: 'chrome' | 'firefox';
  /** Reloads the inspected page. */
  reloadPage(): void;
  /** Shows the Network panel with the requests of this method to this address; null where the browser cannot. */
  readonly revealInNetwork: ((method: string, url: string) => void) | null;
  /** Host of the inspected page; null when it has none, or cannot be asked. */
  inspectedHost(): Promise<string | null>;
  readonly cookieStore: CookieStoreHost;
  /** Null where DevTools need no such help. */
  readonly webRequest: WebRequestHost | null;
  /** How the panel was arranged last time, and where that is kept: on disk, so nothing about traffic or secrets. */
  readonly layout: {
    readonly kept: unknown;
    keep(layout: object): void;
  };
  /** The browser's session storage: in memory, emptied when the browser closes. */
  readonly keptSecrets: {
    /** Ids of what is kept now. */
    ids(): Promise<readonly string[]>;
    keep(secret: KeptSecret): Promise<void>;
    /** Without an id: all. */
    forget(id: string | null): Promise<void>;
  };
}
