import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { chunkOf } from './scripts/chunks.mjs';
import { docsPages } from './scripts/docs-pages.mjs';

/**
 * Firefox's add-on linter warns of every `innerHTML`. Preact has one, for dangerouslySetInnerHTML, which the panel never
 * uses: remove it, and fail loudly when Preact's text has changed.
 */
const preactWithoutInnerHtml: Plugin = {
  name: 'preact-without-inner-html',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]preact[\\/](dist|src)[\\/]/.test(id) || !code.includes('.innerHTML')) return;
    const out = code.replace(/\b(\w+)\.innerHTML\s*=(?!=)\s*(\w+)\.__html/g, 'void 0');
    if (out === code) this.error('preact: the innerHTML assignment was not found');
    return { code: out, map: null };
  },
};

/** The notes for translators have no use in the worker and on the command line, which bundle the English table. */
const textsWithoutNotes = (): Plugin => ({
  name: 'texts-without-notes',
  enforce: 'pre',
  transform(code, id) {
    if (!/[\\/]_locales[\\/]\w+[\\/]messages\.json$/.test(id)) return;
    const isNote = (name: string, value: unknown) => typeof value === 'string' && (name === 'description' || name === 'example');
    return { code: JSON.stringify(JSON.parse(code), (name, value) => (isNote(name, value) ? undefined : value)), map: null };
  },
});

/** What shows on demand has its styles already: its script is imported as it is, without Vite's loader of what goes before it. */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};

const { browser_specific_settings, minimum_chrome_version, ...common } = manifest;

/** What DevTools pages can do by themselves in Chrome takes a background page in Firefox; Chrome's recording needs no `webRequest`. */
const firefoxOnly = {
  browser_specific_settings,
  optional_permissions: [...common.optional_permissions, 'webRequest'],
  background: { scripts: ['src/background/background.ts'], type: 'module' },
};

/** One source, one manifest per browser; development builds may talk to the dev server and go to a folder of their own. */
function manifestFor(browser: 'chrome' | 'firefox', development: boolean): ManifestV3Export {
  const { extension_pages } = common.content_security_policy;
  return {
    ...common,
    ...(browser === 'chrome' ? { minimum_chrome_version } : firefoxOnly),
    content_security_policy: {
      extension_pages: development
        ? extension_pages
            .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
            .concat('; connect-src http://localhost:* ws://localhost:*')
        : extension_pages,
    },
  } as ManifestV3Export;
}

/** The command line: one ES module that Node runs. */
const commandLine: UserConfig = {
  plugins: [textsWithoutNotes()],
  // One file, which runs without anything installed.
  ssr: { noExternal: true as const },
  build: {
    ssr: 'src/cli/main.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    copyPublicDir: false,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'sessionscope.js', banner: '#!/usr/bin/env node' } },
  },
};

export default defineConfig(({ mode, command }) => {
  if (mode === 'cli') return commandLine;
  const browser = mode.startsWith('firefox') ? 'firefox' : 'chrome';
  const development = command === 'serve' || mode.endsWith('-dev');
  return {
    plugins: [preactWithoutInnerHtml, plainImports, preact(), docsPages(), crx({ manifest: manifestFor(browser, development), browser })],
    define: { IS_FIREFOX: String(browser === 'firefox') },
    // Firefox's API is what the polyfill gives.
    resolve: { alias: browser === 'chrome' ? { 'webextension-polyfill': '/src/platform/chromium.ts' } : {} },
    worker: { format: 'es' as const, plugins: () => [textsWithoutNotes()] },
    build: {
      outDir: development ? `dist/dev-${browser}` : `dist/${browser}`,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      rollupOptions: {
        // A chunk of what a page loads at once must not draw in what only others need, and the pages export nothing.
        output: { codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf, debugName: 'chunkOf' }] } },
        preserveEntrySignatures: false,
        input: { panel: 'src/panel/panel.html', ...(browser === 'firefox' ? { permission: 'src/permission/permission.html' } : {}) },
      },
    },
    server: { host: '127.0.0.1', port: 5199, strictPort: true },
  };
});
