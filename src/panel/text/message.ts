import { type ComponentChildren, Fragment, h } from 'preact';
import type english from '../../../public/_locales/en/messages.json';
import { formatCount } from './numbers.ts';

/** Names in `public/_locales/<language>/messages.json`; English has every one of them, and the browser falls back to it. */
export type MessageKey = keyof typeof english;

/** Those that come as `…_one` and `…_other`. */
export type CountedKey = MessageKey extends infer Key ? (Key extends `${infer Stem}_other` ? Stem : never) : never;

/** Where the texts come from: in the panel the browser's own `i18n`. */
export interface MessageSource {
  /** Language of the texts as BCP 47 has it. */
  readonly language: string;
  /** Empty where there is no such text. Substitutions are `$1` to `$9`. */
  read(key: string, substitutions: readonly string[]): string;
}

let source: MessageSource | null = null;
let plurals = new Intl.PluralRules('en');

/** Called once, before the first text is asked for. */
export function readMessagesFrom(messages: MessageSource): void {
  source = messages;
  plurals = new Intl.PluralRules(messages.language);
}

/** A text of the panel in the user's language. A key without a text shows itself, since a view that throws would show nothing. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  if (source === null) throw new Error('No source of messages was given.');
  return source.read(key, substitutions.map(String)) || key;
}

/** `1 row`, `2,000 rows`: the text for this number in this language; the number is `$1`. */
export function counted(key: CountedKey, count: number, ...substitutions: readonly (string | number)[]): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return message(`${key}_${form}` as MessageKey, formatCount(count), ...substitutions);
}

/** Stands for the part of this number in a text while the browser puts the substitutions in. */
const slot = (index: number): string => `\uE000${index}\uE001`;

/** A text whose substitutions are elements, such as a code or a button. */
export function withParts(key: MessageKey, ...parts: readonly ComponentChildren[]): ComponentChildren {
  const pieces = message(key, ...parts.map((_, index) => slot(index))).split(/\uE000(\d)\uE001/);
  return pieces.map((piece, index) => h(Fragment, { key: index }, index % 2 === 1 ? parts[Number(piece)] : piece));
}
