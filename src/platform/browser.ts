/// <reference types="chrome" />
import browser from 'webextension-polyfill';

/** The one way to the extension API. Everything else in this folder goes through it. */
export { browser };

/** Named by the build: neither package carries what the other needs. */
declare const IS_FIREFOX: boolean;

/** Firefox's extension API differs where the polyfill has nothing to say: DevTools. */
export const isFirefox = IS_FIREFOX;
