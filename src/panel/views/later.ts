// What shows on demand, as one script: compressed together these views weigh much less than each by itself.
export { Compare } from './compare/compare.tsx';
export { CellDetails } from './cookies/cell-details.tsx';
export { Details } from './details/details.tsx';
export { HelpDialog } from './help/help-dialog.tsx';
export { History } from './history/history.tsx';
export { VersionDetails } from './history/version-details.tsx';
export { Logouts } from './logouts/logouts.tsx';
export { SecretsDrawer } from './secrets/secrets-drawer.tsx';
