import { describe, expect, test } from 'vitest';
import { actionOf, type Place, SHORTCUTS, stepOf } from '../../src/panel/state/shortcuts.ts';
import { keyNames } from '../../src/panel/text/key-names.ts';
import { message } from '../../src/panel/text/message.ts';
import { keyPress } from './key-press.ts';

/** What the browsers' DevTools do themselves while a panel has the focus. */
const OF_DEVTOOLS = ['F5', 'Mod+r', 'Mod+[', 'Mod+]', 'Mod+c', 'Mod+v', 'Mod+a', 'F12', 'Mod+Shift+i', 'Mod+Shift+p', 'Tab', 'Shift+Tab'];

describe('the keys of the panel', () => {
  test.each([
    ['panel', '?', 'help', 'needs Shift on most keyboards'],
    ['panel', 'Shift+?', 'help', 'as browsers report it'],
    ['panel', 'P', 'pause', 'with Caps Lock'],
    ['panel', 'Shift+P', null, 'another key'],
    ['panel', 'Control+f', 'filter', 'searches, as everywhere'],
    ['panel', 'Meta+f', 'filter', 'on a Mac'],
    ['panel', 'Control+Alt+f', null, 'another key'],
    ['panel', 'AltGraph+[', 'previousView', 'typed with AltGr on a German keyboard'],
    ['panel', 'Control+[', null, 'goes to another tool of DevTools'],
    ['panel', 'Control+l', 'clear', 'as in the Network panel'],
    ['cells', 'Control+Home', 'first', 'the first cell of all'],
    ['cells', 'Home', 'rowStart', 'the first cell of the row'],
    ['cells', ' ', 'open', 'Space'],
    ['rows', 'Shift+ArrowDown', null, 'selects text elsewhere'],
    ['rows', 'j', 'next', 'as vi'],
    ['heads', ' ', 'sort', 'presses the button'],
    ['span', 'Shift+ArrowLeft', 'longer', 'is not the arrow alone'],
    ['filter', 'Shift+Tab', null, 'goes back'],
    ['find', 'Shift+Enter', 'previous', 'as in the browser'],
  ] as const)('%s: %s is %s, which %s', (place, chord, action, _) => {
    expect(actionOf<Place>(place, keyPress(chord))).toBe(action);
  });

  test('no key stands for two things in one place, and none takes what DevTools need', () => {
    for (const [place, shortcuts] of Object.entries(SHORTCUTS)) {
      const keys = Object.values(shortcuts).flatMap((shortcut): readonly string[] => shortcut.keys);
      expect(new Set(keys).size, place).toBe(keys.length);
      expect(
        // Tab completes what is being typed, and nothing else.
        keys.filter((key) => OF_DEVTOOLS.includes(key) && !(place === 'filter' && key === 'Tab')),
        place,
      ).toEqual([]);
    }
  });

  test('an action moves by rows, pages or to the ends', () => {
    expect(['next', 'previous', 'pageDown', 'pageUp', 'first', 'last'].map((action) => stepOf(action, 7, 100))).toEqual([
      1, -1, 7, -7, -100, 100,
    ]);
    expect(stepOf('open', 7, 100)).toBeUndefined();
    expect(stepOf(null, 7, 100)).toBeUndefined();
  });

  test.each([
    [['/', 'Mod+f'], false, ['/', 'Ctrl+F']],
    [['/', 'Mod+f'], true, ['/', '⌘F']],
    [['Control+l', 'Meta+k'], false, ['Ctrl+L']],
    [['Control+l', 'Meta+k'], true, ['Ctrl+L', '⌘K']],
    [['Shift+ArrowLeft', 'Shift+F10', 'ContextMenu'], false, ['Shift+←', 'Shift+F10', 'Menu']],
    [['ArrowDown', 'j', 'Escape', 'Space'], false, ['↓', 'j', 'Esc', 'Space']],
  ])('%j are written as they stand on the keys (Mac: %s)', (chords, mac, names) => {
    expect(keyNames(chords, mac)).toEqual(names);
  });

  test('no two actions of a place have the same words', () => {
    for (const [place, shortcuts] of Object.entries(SHORTCUTS)) {
      const texts = Object.values(shortcuts).map(({ text }) => message(text));
      expect(new Set(texts).size, place).toBe(texts.length);
    }
  });
});
