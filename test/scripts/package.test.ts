import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipFolder } from '../../scripts/package.mjs';

function folder(order: readonly string[], time: number): string {
  const made = mkdtempSync(join(tmpdir(), 'sessionscope-package-'));
  for (const path of order) {
    mkdirSync(join(made, path, '..'), { recursive: true });
    writeFileSync(join(made, path), `text of ${path}`);
    utimesSync(join(made, path), time, time);
  }
  return made;
}

test('the same files give the same bytes, whenever and in whatever order they were written', () => {
  const first = zipFolder(folder(['manifest.json', 'assets/a.js', 'assets/b.js'], 1_000_000_000));
  const second = zipFolder(folder(['assets/b.js', 'manifest.json', 'assets/a.js'], 1_700_000_000));
  expect(Buffer.from(second)).toEqual(Buffer.from(first));
});

test('every file is in it, whole', () => {
  const files = unzipSync(zipFolder(folder(['manifest.json', 'assets/a.js'], 1_000_000_000)));
  expect(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))).toEqual({
    'assets/a.js': 'text of assets/a.js',
    'manifest.json': 'text of manifest.json',
  });
});
