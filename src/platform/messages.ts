import { browser } from './browser.ts';

/** As many as a text can have. */
const SUBSTITUTIONS = Array.from({ length: 9 }, (_, index) => `\uE000${index}\uE001`);
const SLOT = /\uE000(\d)\uE001/;

/** By key: text, number of a substitution, text, and so on. */
const known = new Map<string, readonly string[]>();

/** Asked once for each text, as the browser takes longer to answer than a row of a table to be drawn. */
function piecesOf(key: string): readonly string[] {
  const pieces = known.get(key) ?? browser.i18n.getMessage(key, SUBSTITUTIONS).split(SLOT);
  known.set(key, pieces);
  return pieces;
}

/** The texts of `_locales` in the user's language, as the browser chose it. */
export const messages = {
  /** The language of the texts themselves: the browser's own may be one that has none, and then they are English. */
  language: browser.i18n.getMessage('language'),
  read: (key: string, substitutions: readonly string[]): string =>
    piecesOf(key).reduce((text, piece, index) => text + (index % 2 === 0 ? piece : (substitutions[Number(piece)] ?? '')), ''),
};
