import { applicationRecordings } from './application.ts';
import { browserRecordings } from './browser.ts';
import { ordinaryRecordings } from './ordinary.ts';
import type { Recording } from './recording.ts';
import { removalRecordings } from './removal.ts';
import { scopeRecordings } from './scope.ts';
import { sealRecordings } from './seal.ts';
import { sizeRecordings } from './size.ts';
import { storeRecordings } from './store.ts';

/** What triggers each cause, and what comes near to it and must stay quiet. */
export const causeRecordings: readonly Recording[] = [
  ...sizeRecordings,
  ...browserRecordings,
  ...scopeRecordings,
  ...sealRecordings,
  ...storeRecordings,
  ...applicationRecordings,
  ...removalRecordings,
];

/** Longer traffic as there is every day. */
export { ordinaryRecordings };
