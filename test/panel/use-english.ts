import { readMessagesFrom } from '../../src/panel/text/message.ts';
import { englishMessages } from './json-messages.ts';

readMessagesFrom(englishMessages);
