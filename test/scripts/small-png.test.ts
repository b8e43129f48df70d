import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { smallPng } from '../../scripts/small-png.mjs';

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

const header = (width: number, height: number, type: number): Buffer =>
  chunk('IHDR', Buffer.from([0, 0, width >> 8, width & 255, 0, 0, height >> 8, height & 255, 8, type, 0, 0, 0]));

/** An RGB picture; each line is what its first number, the filter, leaves of it. */
const picture = (width: number, lines: readonly (readonly number[])[]): Uint8Array =>
  Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header(width, lines.length, 2),
    chunk('IDAT', deflateSync(Buffer.from(lines.flat()))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** The colours of a picture with a palette, line by line; every chunk's sum is checked. */
function coloursOf(png: Buffer): readonly (readonly string[])[] {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const end = at + 8 + png.readUInt32BE(at);
    expect(png.readUInt32BE(end)).toBe(crc32(png.subarray(at + 4, end)));
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, end));
  }
  const palette = found.get('PLTE')?.toString('hex').match(/.{6}/g) ?? [];
  const lines = inflateSync(found.get('IDAT') ?? Buffer.alloc(0));
  const width = found.get('IHDR')?.readUInt32BE(0) ?? 0;
  return Array.from({ length: lines.length / (width + 1) }, (_, y) =>
    Array.from(lines.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), (place) => palette[place] ?? ''),
  );
}

test('every filter of PNG is undone, and flat colours stay what they are', () => {
  const lines = [
    [0, 200, 0, 0, 0, 0, 200],
    [1, 200, 0, 0, 56, 0, 200],
    [2, 0, 0, 0, 0, 0, 0],
    [3, 100, 0, 0, 156, 0, 100],
    [4, 0, 0, 0, 0, 0, 0],
  ];
  const same = ['c80000', '0000c8'];
  expect(coloursOf(Buffer.from(smallPng(picture(2, lines))))).toEqual([same, same, same, same, same]);
});

test('a rare hue keeps its place among many shades of the frequent ones', () => {
  const shades = Array.from({ length: 1200 }, (_, index) => [index % 256, index % 256, (index * 7) % 256]);
  const [line = []] = coloursOf(Buffer.from(smallPng(picture(1201, [[0, ...shades.flat(), 255, 0, 0]]))));
  expect(line.at(-1)).toBe('ff0000');
  expect(new Set(line).size).toBeLessThanOrEqual(256);
});

test('what is no screenshot is refused', () => {
  const gray = Buffer.concat([Buffer.alloc(8), header(1, 1, 0)]);
  expect(() => smallPng(gray)).toThrow('Not a PNG as browsers make screenshots.');
});
