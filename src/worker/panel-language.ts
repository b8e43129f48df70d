import { englishMessages } from '../core/english.ts';
import { jsonMessages, type MessageTable } from '../core/json-messages.ts';
import { inLanguageOf, type MessageSource } from '../core/message.ts';

/** A worker has no `i18n`, so the tables come with it: English at once, the others when a panel shows them. */
const TABLES = import.meta.glob<MessageTable>(['../../public/_locales/*/messages.json', '!**/en/*'], { import: 'default' });

/** One browser shows all its panels in one language. What is exported stays English. */
let shown: MessageSource = englishMessages;

/** What `make` says, in the language of the panel. */
export const inPanelLanguage = <T>(make: () => T): T => inLanguageOf(shown, make);

/**
 * The panel shows its texts in this language (BCP 47). Null where its texts are there already; else until then, and English where they
 * cannot be had.
 */
export function showLanguage(language: string): Promise<void> | null {
  if (language === shown.language) return null;
  const load = TABLES[`../../public/_locales/${language.replace('-', '_')}/messages.json`];
  if (load === undefined) {
    shown = englishMessages;
    return null;
  }
  return load().then(
    (table) => {
      shown = withEnglish(jsonMessages(table, language));
    },
    () => {},
  );
}

/** A text that is not translated yet is English, as in the panel. */
const withEnglish = ({ language, read }: MessageSource): MessageSource => ({
  language,
  read: (key, substitutions) => read(key, substitutions) || englishMessages.read(key, substitutions),
});
