import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**'],
          setupFiles: ['test/panel/use-english.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // The drivers send functions to the browsers as text: they must run as they are written.
          server: { deps: { external: [/[\\/]scripts[\\/]/] } },
          include: ['test/e2e/**/*.test.ts'],
          setupFiles: ['test/panel/use-english.ts'],
          // Two cores: browsers run one after another.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
