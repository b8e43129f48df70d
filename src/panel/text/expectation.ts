import { capitals } from '../../core/capitals.ts';
import type { WithheldReason } from '../../core/cookies/storage.ts';
import { message } from './message.ts';

/** Why a cookie that the browser keeps did not go with a request. */
export const withheldText = (reason: WithheldReason): string => message(`withheld${capitals(reason)}`);
