import type { Severity } from '../../core/findings/finding.ts';
import { type MessageKey, message } from './message.ts';

const WORDS: Readonly<Record<Severity, MessageKey>> = { error: 'severityError', warning: 'severityWarning', info: 'severityInfo' };

export const severityText = (severity: Severity): string => message(WORDS[severity]);
