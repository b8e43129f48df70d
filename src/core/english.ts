import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { jsonMessages } from './json-messages.ts';
import type { MessageSource } from './message.ts';

/** For the command line, and for what the worker exports: everybody who gets a report can read it. */
export const englishMessages: MessageSource = jsonMessages(english, 'en');
