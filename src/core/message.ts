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

let source: MessageSource | null = null;
let plurals = new Intl.PluralRules('en');
let counts = new Intl.NumberFormat('en');

/** Called once, before the first text is asked for. */
export function readMessagesFrom(messages: MessageSource): void {
  source = messages;
  plurals = new Intl.PluralRules(messages.language);
  counts = new Intl.NumberFormat(messages.language);
}

/** A text in the user's language. A key without a text shows itself, since a view that throws would show nothing. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  if (source === null) throw new Error('No source of messages was given.');
  return source.read(key, substitutions.map(String)) || key;
}

/** With thousands separators as the language of the texts has them: an English comma is a German decimal point. */
export const formatCount = (count: number): string => counts.format(count);

/** `1 row`, `2,000 rows`: the text for this number in this language; the number is `$1`. */
export function counted(key: CountedKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return message(`${key}_${form}` as MessageKey, formatCount(count), ...substitutions);
}
