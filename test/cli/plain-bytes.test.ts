import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { plainBytes } from '../../src/cli/plain-bytes.ts';

const TEXT = JSON.stringify({ log: { entries: [] } });

async function* inPieces(bytes: Uint8Array, size: number, onClose: () => void = () => {}): AsyncGenerator<Uint8Array> {
  try {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  } finally {
    onClose();
  }
}

async function textOf(bytes: Uint8Array, size: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of plainBytes(inPieces(bytes, size))) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('the bytes of a file', () => {
  test.each<[reason: string, bytes: Uint8Array, text: string]>([
    ['plain', Buffer.from(TEXT), TEXT],
    ['gzipped', gzipSync(TEXT), TEXT],
    ['gzipped in two parts', Buffer.concat([gzipSync(TEXT.slice(0, 5)), gzipSync(TEXT.slice(5))]), TEXT],
    ['nothing', Buffer.from(''), ''],
    ['one byte', Buffer.from('{'), '{'],
    ['what only begins with the first byte of a gzip', Buffer.from([0x1f, 0x20]), '\u001f '],
  ])('%s: are the same in pieces of any size', async (_reason, bytes, text) => {
    for (const size of [1, 2, 3, 1000]) expect(await textOf(bytes, size)).toBe(text);
  });

  test('of a damaged gzip are refused with the code of zlib', async () => {
    const whole = gzipSync(TEXT);
    await expect(textOf(whole.subarray(0, -9), 7)).rejects.toMatchObject({ code: 'Z_BUF_ERROR' });
    await expect(textOf(Buffer.concat([whole.subarray(0, 10), Buffer.alloc(20, 0xff)]), 7)).rejects.toMatchObject({ code: 'Z_DATA_ERROR' });
  });

  test('of a gzip that unpacks to a thousand times its size are not unpacked before they are asked for', async () => {
    const bomb = gzipSync(Buffer.alloc(64 << 20));
    let isClosed = false;
    let unpacked = 0;
    const pieces = plainBytes(
      inPieces(bomb, 1 << 10, () => {
        isClosed = true;
      }),
    );
    for await (const piece of pieces) {
      unpacked += piece.length;
      if (unpacked > 1000) break;
    }
    expect(unpacked).toBeLessThan(1 << 20);
    await expect.poll(() => isClosed).toBe(true);
  });
});
