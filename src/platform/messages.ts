import { browser } from './browser.ts';
import { readOnce } from './read-once.ts';

/** The texts of `_locales` in the user's language, as the browser chose it. */
export const messages = {
  /** The language of the texts themselves: the browser's own may be one that has none, and then they are English. */
  language: browser.i18n.getMessage('language'),
  read: readOnce((key, substitutions) => browser.i18n.getMessage(key, [...substitutions])),
};
