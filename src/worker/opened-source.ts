import type { ImportedHar } from './har-import.ts';

/** Where an opened recording is: the views show it, or it is compared with what they show. */
export type OpenedPlace = 'shown' | 'beside';

/** A recording that was opened from a file. */
export interface OpenedSource {
  /** Of the file. */
  readonly name: string;
  /** It is the bundled one. */
  readonly example: boolean;
  /** The browser or program that wrote it; null when it does not say. */
  readonly creator: string | null;
  readonly entries: number;
  /** It was exported without cookies. */
  readonly cookiesStripped: boolean;
  /** Where it stopped being JSON: nothing behind it could be read. */
  readonly fault: ImportedHar['fault'];
}
