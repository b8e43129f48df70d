import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extensionFolder } from './recorded.ts';

/**
 * A copy of the shipped extension with the optional permissions already given. Chromium's prompt stays open for ever without a display;
 * that the shipped manifest asks for them is another test's matter.
 */
export function grantedExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-granted-'));
  cpSync(extensionFolder('chromium'), folder, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.permissions.push(...manifest.optional_permissions);
  manifest.host_permissions = manifest.optional_host_permissions;
  delete manifest.optional_permissions;
  delete manifest.optional_host_permissions;
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}
