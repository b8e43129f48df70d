import { type MessageKey, message } from './message.ts';

const SIGNS: Readonly<Record<string, string>> = { ArrowDown: '↓', ArrowUp: '↑', ArrowLeft: '←', ArrowRight: '→' };
const WORDS: Readonly<Record<string, MessageKey>> = {
  Escape: 'keyEscape',
  Enter: 'keyEnter',
  Space: 'keySpace',
  Home: 'keyHome',
  End: 'keyEnd',
  PageUp: 'keyPageUp',
  PageDown: 'keyPageDown',
  Control: 'keyControl',
  Shift: 'keyShift',
  ContextMenu: 'keyMenu',
};

/** What stands on the keys of chords such as `Mod+f`: `⌘F` on a Mac, `Ctrl+F` elsewhere. A chord of the other system is left out. */
export function keyNames(chords: readonly string[], mac = navigator.platform.startsWith('Mac')): readonly string[] {
  return chords.flatMap((chord) => {
    if (chord.startsWith('Meta+') && !mac) return [];
    const parts = chord.split('+').map((part) => {
      if ((part === 'Mod' && mac) || part === 'Meta') return '⌘';
      const name = part === 'Mod' ? 'Control' : part;
      const word = WORDS[name];
      return SIGNS[name] ?? (word === undefined ? (name.length === 1 && chord.length > 1 ? name.toUpperCase() : name) : message(word));
    });
    return [parts[0] === '⌘' ? parts.join('') : parts.join('+')];
  });
}
