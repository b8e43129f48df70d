import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The bytes, unpacked where they begin as a gzip does (RFC 1952, 2.3.1), in pieces: no more is unpacked than is asked for. A gzip that
 * is damaged or cut off rejects with an error whose `code` is one of zlib's, such as `Z_DATA_ERROR`.
 */
export async function* plainBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = source[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let head: readonly number[] = [];
  for (let piece = await pieces.next(); !piece.done; piece = await pieces.next()) {
    start.push(piece.value);
    head = [...head, ...piece.value.subarray(0, 2)].slice(0, 2);
    if (head.length === 2) break;
  }
  const whole = again(start, pieces);
  // A failure reaches who reads: it destroys the last stream.
  yield* head[0] === 0x1f && head[1] === 0x8b ? pipeline(Readable.from(whole), createGunzip(), () => {}) : whole;
}

async function* again(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* start;
    for (let piece = await rest.next(); !piece.done; piece = await rest.next()) yield piece.value;
  } finally {
    await rest.return?.();
  }
}
