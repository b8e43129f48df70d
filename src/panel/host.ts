import type { KeyOptions } from '../core/readers/reader.ts';

/** A secret that the user asked to keep until the browser closes. */
export interface KeptSecret {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly options: KeyOptions;
}

/** What the panel needs of the browser around it; everything else is the page's own. */
export interface PanelHost {
  readonly browser: 'chrome' | 'firefox';
  /** Reloads the inspected page. */
  reloadPage(): void;
  /** The browser's session storage: in memory, emptied when the browser closes. */
  readonly keptSecrets: {
    /** Ids of what is kept now. */
    ids(): Promise<readonly string[]>;
    keep(secret: KeptSecret): Promise<void>;
    /** Without an id: all. */
    forget(id: string | null): Promise<void>;
  };
}
