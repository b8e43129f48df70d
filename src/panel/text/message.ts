import { type ComponentChildren, Fragment, h } from 'preact';
import { type MessageKey, message } from '../../core/message.ts';

export { counted, type MessageKey, message } from '../../core/message.ts';

/** Stands for the part of this number in a text while the browser puts the substitutions in. */
const slot = (index: number): string => `\uE000${index}\uE001`;

/** A text whose substitutions are elements, such as a code or a button. */
export function withParts(key: MessageKey, ...parts: readonly ComponentChildren[]): ComponentChildren {
  const pieces = message(key, ...parts.map((_, index) => slot(index))).split(/\uE000(\d)\uE001/);
  return pieces.map((piece, index) => h(Fragment, { key: index }, index % 2 === 1 ? parts[Number(piece)] : piece));
}
