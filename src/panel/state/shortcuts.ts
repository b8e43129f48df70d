import type { MessageKey } from '../text/message.ts';

interface Shortcut {
  /** Chords as `chordOf` writes them; `Mod+` is Control or, on a Mac, Command. */
  readonly keys: readonly string[];
  /** What it does. */
  readonly text: MessageKey;
}

const ROWS = {
  next: { keys: ['ArrowDown', 'j'], text: 'keysNextRow' },
  previous: { keys: ['ArrowUp', 'k'], text: 'keysPreviousRow' },
  pageDown: { keys: ['PageDown'], text: 'keysPageDown' },
  pageUp: { keys: ['PageUp'], text: 'keysPageUp' },
} as const;
const ROW_ENDS = {
  first: { keys: ['Home'], text: 'keysFirstRow' },
  last: { keys: ['End'], text: 'keysLastRow' },
} as const;

/**
 * Every key that the panel listens to, by where it listens. The handlers and the help both read this table, so that neither knows a key
 * which the other does not. DevTools' own are left to it: F5, Mod+R, Mod+[ and Mod+].
 */
export const SHORTCUTS = {
  panel: {
    responses: { keys: ['1'], text: 'keysResponses' },
    cookies: { keys: ['2'], text: 'keysCookies' },
    history: { keys: ['3'], text: 'keysHistory' },
    logouts: { keys: ['4'], text: 'keysLogouts' },
    compare: { keys: ['5'], text: 'keysCompareView' },
    previousView: { keys: ['['], text: 'keysPreviousView' },
    nextView: { keys: [']'], text: 'keysNextView' },
    filter: { keys: ['/', 'Mod+f'], text: 'keysFilter' },
    pause: { keys: ['p'], text: 'keysPause' },
    // As in the Network panel of Chrome.
    clear: { keys: ['Control+l', 'Meta+k'], text: 'keysClear' },
    secrets: { keys: ['s'], text: 'keysSecrets' },
    close: { keys: ['Escape'], text: 'keysClose' },
    help: { keys: ['?'], text: 'keysHelp' },
  },
  rows: {
    ...ROWS,
    ...ROW_ENDS,
    open: { keys: ['Enter'], text: 'keysOpen' },
    // The browser makes an event of its own of it.
    menu: { keys: ['ContextMenu', 'Shift+F10'], text: 'keysRowMenu' },
    close: { keys: ['Escape'], text: 'keysCloseDetails' },
  },
  heads: {
    next: { keys: ['ArrowRight'], text: 'keysNextColumn' },
    previous: { keys: ['ArrowLeft'], text: 'keysPreviousColumn' },
    first: { keys: ['Home'], text: 'keysFirstColumn' },
    last: { keys: ['End'], text: 'keysLastColumn' },
    sort: { keys: ['Enter', 'Space'], text: 'keysSort' },
    rows: { keys: ['ArrowDown'], text: 'keysToRows' },
  },
  edges: {
    narrower: { keys: ['ArrowLeft'], text: 'keysNarrower' },
    wider: { keys: ['ArrowRight'], text: 'keysWider' },
    usual: { keys: ['Enter'], text: 'keysUsualWidth' },
  },
  cells: {
    ...ROWS,
    right: { keys: ['ArrowRight'], text: 'keysNextColumn' },
    left: { keys: ['ArrowLeft'], text: 'keysPreviousColumn' },
    rowStart: { keys: ['Home'], text: 'keysFirstColumn' },
    rowEnd: { keys: ['End'], text: 'keysLastColumn' },
    first: { keys: ['Control+Home'], text: 'keysFirstCell' },
    last: { keys: ['Control+End'], text: 'keysLastCell' },
    open: { keys: ['Enter', 'Space'], text: 'keysOpenCell' },
    close: { keys: ['Escape'], text: 'keysCloseDetails' },
  },
  versions: {
    ...ROWS,
    ...ROW_ENDS,
    open: { keys: ['Enter'], text: 'keysOpenVersion' },
    compare: { keys: ['c'], text: 'keysCompare' },
    close: { keys: ['Escape'], text: 'keysCloseVersion' },
  },
  verdicts: {
    next: { keys: ['ArrowDown', 'j'], text: 'keysNextVerdict' },
    previous: { keys: ['ArrowUp', 'k'], text: 'keysPreviousVerdict' },
    first: { keys: ['Home'], text: 'keysFirstVerdict' },
    last: { keys: ['End'], text: 'keysLastVerdict' },
    toggle: { keys: ['Enter'], text: 'keysToggleVerdict' },
    close: { keys: ['Escape'], text: 'keysCloseVerdict' },
  },
  tree: {
    next: { keys: ['ArrowDown'], text: 'keysNextLine' },
    previous: { keys: ['ArrowUp'], text: 'keysPreviousLine' },
    first: { keys: ['Home'], text: 'keysFirstLine' },
    last: { keys: ['End'], text: 'keysLastLine' },
    inward: { keys: ['ArrowRight'], text: 'keysInward' },
    outward: { keys: ['ArrowLeft'], text: 'keysOutward' },
    toggle: { keys: ['Enter', 'Space'], text: 'keysToggleLine' },
  },
  tabs: {
    next: { keys: ['ArrowRight'], text: 'keysNextTab' },
    previous: { keys: ['ArrowLeft'], text: 'keysPreviousTab' },
    first: { keys: ['Home'], text: 'keysFirstTab' },
    last: { keys: ['End'], text: 'keysLastTab' },
  },
  filter: {
    next: { keys: ['ArrowDown'], text: 'keysNextSuggestion' },
    previous: { keys: ['ArrowUp'], text: 'keysPreviousSuggestion' },
    accept: { keys: ['Enter', 'Tab'], text: 'keysTakeSuggestion' },
    close: { keys: ['Escape'], text: 'keysCloseFilter' },
  },
  span: {
    earlier: { keys: ['ArrowLeft'], text: 'keysEarlier' },
    later: { keys: ['ArrowRight'], text: 'keysLater' },
    first: { keys: ['Home'], text: 'keysEarliest' },
    last: { keys: ['End'], text: 'keysLatest' },
    longer: { keys: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+Home', 'Shift+End'], text: 'keysLongerSpan' },
    clear: { keys: ['Escape'], text: 'keysClearSpan' },
  },
  find: {
    open: { keys: ['Mod+f'], text: 'keysFind' },
    next: { keys: ['Enter'], text: 'keysNextMatch' },
    previous: { keys: ['Shift+Enter'], text: 'keysPreviousMatch' },
    close: { keys: ['Escape'], text: 'keysCloseFind' },
  },
  split: {
    more: { keys: ['ArrowLeft', 'ArrowUp'], text: 'keysMoreDetails' },
    less: { keys: ['ArrowRight', 'ArrowDown'], text: 'keysLessDetails' },
    least: { keys: ['Home'], text: 'keysLeastDetails' },
    most: { keys: ['End'], text: 'keysMostDetails' },
  },
} as const satisfies Record<string, Record<string, Shortcut>>;

export type Place = keyof typeof SHORTCUTS;
export type Action<P extends Place> = keyof (typeof SHORTCUTS)[P] & string;

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>;

/** `Control+l`, `ArrowDown`, `?`: Shift counts only where it does not make the character itself, and AltGraph never. */
function chordOf(event: KeyPress): string {
  const { key } = event;
  const graph = event.getModifierState('AltGraph');
  const control = event.ctrlKey && !graph ? 'Control+' : '';
  const alt = event.altKey && !graph ? 'Alt+' : '';
  const meta = event.metaKey ? 'Meta+' : '';
  const shift = event.shiftKey && (key.length > 1 || /\p{L}/u.test(key)) ? 'Shift+' : '';
  return control + alt + meta + shift + (key === ' ' ? 'Space' : key.length === 1 ? key.toLowerCase() : key);
}

/** What the key does there; null where it is not the panel's. */
export function actionOf<P extends Place>(place: P, event: KeyPress): Action<P> | null {
  const chord = chordOf(event);
  const anyModifier = chord.replace(/^(Control|Meta)\+/, 'Mod+');
  const shortcuts: Readonly<Record<string, Shortcut>> = SHORTCUTS[place];
  const found = Object.entries(shortcuts).find(([, { keys }]) => keys.includes(chord) || keys.includes(anyModifier));
  // Its keys are the actions of the place.
  return found === undefined ? null : (found[0] as Action<P>);
}

/** By how much an action moves in a list whose page has so many lines and which has so many in all; undefined when it does not move. */
export function stepOf(action: string | null, page: number, all: number): number | undefined {
  const steps: Readonly<Record<string, number>> = { next: 1, previous: -1, pageDown: page, pageUp: -page, first: -all, last: all };
  return action === null ? undefined : steps[action];
}
