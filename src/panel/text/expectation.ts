import type { WithheldReason } from '../../core/cookies/storage.ts';
import { type MessageKey, message } from './message.ts';

const REASONS: Readonly<Record<WithheldReason, MessageKey>> = {
  domain: 'withheldDomain',
  path: 'withheldPath',
  secure: 'withheldSecure',
  'same-site': 'withheldSameSite',
  expired: 'withheldExpired',
  partition: 'withheldPartition',
  credentials: 'withheldCredentials',
};

/** Why a cookie that the browser keeps did not go with a request. */
export const withheldText = (reason: WithheldReason): string => message(REASONS[reason]);
