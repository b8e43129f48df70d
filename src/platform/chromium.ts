import type { Browser } from 'webextension-polyfill';

/**
 * In Chromium's package in place of the polyfill (`vite.config.ts`), which wraps there what gives promises by itself: all that is used
 * of the API, but for DevTools' own, whose callbacks `panels.ts` and `network.ts` take.
 */
export default chrome as unknown as Browser;
