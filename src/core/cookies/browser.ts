/** Whose storage model is replayed; where they differ is in `browser-rules.ts`. */
export type Browser = 'chromium' | 'firefox';
