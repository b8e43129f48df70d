import { englishMessages } from '../../src/core/english.ts';
import { readMessagesFrom } from '../../src/core/message.ts';

readMessagesFrom(englishMessages);
