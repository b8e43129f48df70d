/** Key names as `KeyboardEvent.key` has them, with what each browser's protocol calls them. */

/** @type {Record<string, { webdriver: string, keyCode: number, code: string, text?: string }>} */
const NAMED = {
  Tab: { webdriver: '\uE004', keyCode: 9, code: 'Tab' },
  Enter: { webdriver: '\uE007', keyCode: 13, code: 'Enter', text: '\r' },
  Escape: { webdriver: '\uE00C', keyCode: 27, code: 'Escape' },
  Backspace: { webdriver: '\uE003', keyCode: 8, code: 'Backspace' },
  Delete: { webdriver: '\uE017', keyCode: 46, code: 'Delete' },
  Space: { webdriver: ' ', keyCode: 32, code: 'Space', text: ' ' },
  PageUp: { webdriver: '\uE00E', keyCode: 33, code: 'PageUp' },
  PageDown: { webdriver: '\uE00F', keyCode: 34, code: 'PageDown' },
  End: { webdriver: '\uE010', keyCode: 35, code: 'End' },
  Home: { webdriver: '\uE011', keyCode: 36, code: 'Home' },
  ArrowLeft: { webdriver: '\uE012', keyCode: 37, code: 'ArrowLeft' },
  ArrowUp: { webdriver: '\uE013', keyCode: 38, code: 'ArrowUp' },
  ArrowRight: { webdriver: '\uE014', keyCode: 39, code: 'ArrowRight' },
  ArrowDown: { webdriver: '\uE015', keyCode: 40, code: 'ArrowDown' },
};

/** `modifiers` are the bits of the DevTools Protocol. */
/** @type {Record<string, { webdriver: string, bit: number }>} */
const MODIFIERS = {
  Alt: { webdriver: '\uE00A', bit: 1 },
  Control: { webdriver: '\uE009', bit: 2 },
  Meta: { webdriver: '\uE03D', bit: 4 },
  Shift: { webdriver: '\uE008', bit: 8 },
};

/** @param {string} chord such as `Control+f` @returns {{ modifiers: readonly string[], key: string }} */
function split(chord) {
  const parts = chord === '+' ? ['+'] : chord.split('+');
  const key = parts.at(-1) ?? '';
  const modifiers = parts.slice(0, -1);
  const unknown = modifiers.find((name) => !(name in MODIFIERS));
  if (unknown !== undefined || (!(key in NAMED) && key.length !== 1)) throw new Error(`unknown key: ${chord}`);
  return { modifiers, key };
}

/** @param {string} chord @returns {string} the characters of WebDriver's "element send keys" */
export function webdriverKeys(chord) {
  const { modifiers, key } = split(chord);
  return modifiers.map((name) => MODIFIERS[name]?.webdriver).join('') + (NAMED[key]?.webdriver ?? key);
}

/** @param {string} chord @returns {object[]} the parameters of two `Input.dispatchKeyEvent` */
export function cdpKeyEvents(chord) {
  const { modifiers, key } = split(chord);
  const bits = modifiers.reduce((sum, name) => sum + (MODIFIERS[name]?.bit ?? 0), 0);
  const named = NAMED[key];
  const code = named?.code ?? (/^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '');
  // With Control, Alt or Meta a letter types nothing.
  const text = (bits & 7) === 0 ? (named ? named.text : key) : undefined;
  const event = {
    modifiers: bits,
    key: key === 'Space' ? ' ' : key,
    code,
    windowsVirtualKeyCode: named?.keyCode ?? key.toUpperCase().charCodeAt(0),
  };
  return [
    { ...event, type: text === undefined ? 'rawKeyDown' : 'keyDown', ...(text === undefined ? {} : { text }) },
    { ...event, type: 'keyUp' },
  ];
}
