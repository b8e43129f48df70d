import type { VersionView } from '../../src/core/report/history-view.ts';

/** A version for tests of the panel, set by the row `label#0`: only what a test is about is given. */
export const version = (label: string, given: Partial<VersionView> = {}): VersionView => ({
  ...{
    id: `${label}#0`,
    label,
    at: 0,
    parent: null,
    lane: 0,
    root: false,
    deleted: false,
    ignored: false,
    wire: 300,
    refused: null,
    state: 'opened',
  },
  ...{ events: [{ kind: 'changed', count: 1 }], setBy: [`${label}#0`], timesSet: 1, carriedBy: 1, identities: [], change: null },
  ...given,
});
