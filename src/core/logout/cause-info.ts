import { applicationCauseInfo } from './application-cause-info.ts';
import { browserCauseInfo } from './browser-cause-info.ts';
import type { LogoutCause } from './logout.ts';
import type { CauseInfo } from './prose.ts';
import { removalCauseInfo } from './removal-cause-info.ts';
import { scopeCauseInfo } from './scope-cause-info.ts';
import { sealCauseInfo } from './seal-cause-info.ts';

/** Total: a cause without its prose does not build. */
export const causeInfo: Readonly<Record<LogoutCause, CauseInfo>> = {
  ...applicationCauseInfo,
  ...browserCauseInfo,
  ...scopeCauseInfo,
  ...sealCauseInfo,
  ...removalCauseInfo,
};
