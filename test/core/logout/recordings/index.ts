import { clearedRecordings } from './cleared.ts';
import { contentRecordings } from './content.ts';
import { elsewhereRecordings } from './elsewhere.ts';
import { everydayRecordings } from './everyday.ts';
import { answerRecordings } from './everyday-answers.ts';
import { forgottenRecordings } from './forgotten.ts';
import { handedOutRecordings } from './handed-out.ts';
import { harderRecordings } from './harder.ts';
import { insecureRecordings } from './insecure.ts';
import { keyRecordings } from './key.ts';
import { longRecordings } from './ordinary.ts';
import { awayRecordings } from './ordinary-elsewhere.ts';
import type { Recording } from './recording.ts';
import { revokedRecordings } from './revoked.ts';
import { sameNameRecordings } from './same-name.ts';
import { signOutRecordings } from './sign-out.ts';
import { sizeRecordings } from './size.ts';
import { storeRecordings } from './store.ts';

/** What triggers each cause, and what comes near to it and must stay quiet. */
export const causeRecordings: readonly Recording[] = [
  ...clearedRecordings,
  ...contentRecordings,
  ...elsewhereRecordings,
  ...forgottenRecordings,
  ...handedOutRecordings,
  ...insecureRecordings,
  ...keyRecordings,
  ...revokedRecordings,
  ...sameNameRecordings,
  ...signOutRecordings,
  ...sizeRecordings,
  ...storeRecordings,
  ...harderRecordings,
];

/** Longer traffic as there is every day, and small things that look like a loss. */
export const ordinaryRecordings: readonly Recording[] = [...longRecordings, ...awayRecordings, ...everydayRecordings, ...answerRecordings];
