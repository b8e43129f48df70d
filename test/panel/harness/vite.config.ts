import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The panel alone, with a worker that plays a recording: `npx vite build -c test/panel/harness/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  publicDir: false,
  build: { outDir: '../../../tmp/panel-harness', emptyOutDir: true, target: 'es2023', modulePreload: false },
});
