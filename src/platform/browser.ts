/// <reference types="chrome" />
import browser from 'webextension-polyfill';

/** The one way to the extension API. Everything else in this folder goes through it. */
export { browser };

/** Firefox's extension API differs where the polyfill has nothing to say: DevTools. */
export const isFirefox = location.protocol === 'moz-extension:';
