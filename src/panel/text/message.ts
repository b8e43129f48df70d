import { type ComponentChildren, Fragment, h } from 'preact';
import { type MessageKey, message } from '../../core/message.ts';

export { type CountedKey, counted, type MessageKey, message } from '../../core/message.ts';

/** Stands for the part of this number in a text while the browser puts the substitutions in. */
const slot = (index: number): string => `\uE000${index}\uE001`;

/** The text between the parts, and in place of each part its number. */
function pieces(key: MessageKey, parts: number): readonly (string | number)[] {
  const slots = Array.from({ length: parts }, (_, index) => slot(index));
  return message(key, ...slots)
    .split(/\uE000(\d)\uE001/)
    .map((piece, index) => (index % 2 === 1 ? Number(piece) : piece));
}

/** A text whose substitutions are elements, such as a code or a button. */
export function withParts(key: MessageKey, ...parts: readonly ComponentChildren[]): ComponentChildren {
  return pieces(key, parts.length).map((piece, index) => h(Fragment, { key: index }, typeof piece === 'number' ? parts[piece] : piece));
}

/** The same, with a class for what stands between them: it is muted, or hidden where it is narrow. */
export function withPartsIn(restClass: string, key: MessageKey, ...parts: readonly ComponentChildren[]): ComponentChildren {
  return pieces(key, parts.length).map((piece, index) => {
    if (typeof piece === 'number') return h(Fragment, { key: index }, parts[piece]);
    return piece === '' ? null : h('span', { key: index, class: restClass }, piece);
  });
}
