import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a text was found, and in which form. */
export interface Hit {
  readonly file: string;
  readonly form: string;
}

/** Searches every file below a folder for texts as UTF-8, UTF-16, hex, and Base64 at any of its three alignments. */
export function searchFiles(folder: string, texts: readonly string[]): readonly Hit[] {
  const forms = texts.flatMap(formsOf);
  return filesBelow(folder).flatMap((file) => {
    const content = readFileSync(file);
    return forms.filter(({ bytes }) => content.includes(bytes)).map(({ form }) => ({ file, form }));
  });
}

/** Every form in which a text is searched for. */
export function formsOf(text: string): readonly { readonly form: string; readonly bytes: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  const base64 = [0, 1, 2].map((before) => {
    // Only the characters that the neighbours cannot change.
    const encoded = Buffer.concat([Buffer.alloc(before), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = encoded.slice(Math.ceil((before * 8) / 6), Math.floor(((before + utf8.length) * 8) / 6));
    return { form: `Base64 after ${before} bytes`, bytes: Buffer.from(inner) };
  });
  return [
    { form: 'UTF-8', bytes: utf8 },
    { form: 'UTF-16LE', bytes: utf16 },
    { form: 'UTF-16BE', bytes: Buffer.from(utf16).swap16() },
    { form: 'hex', bytes: Buffer.from(utf8.toString('hex')) },
    { form: 'HEX', bytes: Buffer.from(utf8.toString('hex').toUpperCase()) },
    ...base64,
    ...base64.map(({ form, bytes }) => ({
      form: `${form}, url-safe`,
      bytes: Buffer.from(bytes.toString().replaceAll('+', '-').replaceAll('/', '_')),
    })),
  ];
}

/** Regular files only: a profile holds sockets and dangling links as well. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
