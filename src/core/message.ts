import type english from '../../public/_locales/en/messages.json';

/** Names in `public/_locales/<language>/messages.json`; English has every one of them, and the browser falls back to it. */
export type MessageKey = keyof typeof english;

/** Those that come as `…_one` and `…_other`. */
export type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/** Where the texts come from: in the panel the browser's own `i18n`, elsewhere the English table. */
export interface MessageSource {
  /** Language of the texts as BCP 47 has it. */
  readonly language: string;
  /** Empty where there is no such text. Substitutions are `$1` to `$9`. */
  read(key: string, substitutions: readonly string[]): string;
}

/** A source with how its language forms plurals and writes numbers: dear to make, so made once. */
interface Language {
  readonly source: MessageSource;
  readonly plurals: Intl.PluralRules;
  readonly counts: Intl.NumberFormat;
}

const languages = new WeakMap<MessageSource, Language>();
let spoken: Language | null = null;

/** Called once, before the first text is asked for. */
export function readMessagesFrom(messages: MessageSource): void {
  spoken = languageOf(messages);
}

/** What `make` makes, with the texts of this source: for who speaks to several readers. Not for anything that waits. */
export function inLanguageOf<T>(messages: MessageSource, make: () => T): T {
  const before = spoken;
  spoken = languageOf(messages);
  try {
    return make();
  } finally {
    spoken = before;
  }
}

/** Of the texts, as BCP 47 has it. */
export const textLanguage = (): string => current().source.language;

function languageOf(source: MessageSource): Language {
  const known = languages.get(source);
  if (known !== undefined) return known;
  const { language } = source;
  const made = { source, plurals: new Intl.PluralRules(language), counts: new Intl.NumberFormat(language) };
  languages.set(source, made);
  return made;
}

function current(): Language {
  if (spoken === null) throw new Error('No source of messages was given.');
  return spoken;
}

/** A text in the user's language. A key without a text shows itself, since a view that throws would show nothing. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  return current().source.read(key, substitutions.map(String)) || key;
}

/** With thousands separators as the language of the texts has them: an English comma is a German decimal point. */
export const formatCount = (count: number): string => current().counts.format(count);

/** `1 row`, `2,000 rows`: the text for this number in this language; the number is `$1`. */
export function counted(key: CountedKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const form = current().plurals.select(count) === 'one' ? 'one' : 'other';
  return message(`${key}_${form}` as MessageKey, formatCount(count), ...substitutions);
}
