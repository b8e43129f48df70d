import { browser } from './browser.ts';

/** The texts of `_locales` in the user's language, as the browser chose it. */
export const messages = {
  language: browser.i18n.getUILanguage(),
  read: (key: string, substitutions: readonly string[]): string => browser.i18n.getMessage(key, [...substitutions]),
};
