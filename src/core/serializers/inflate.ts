type Bytes = Uint8Array<ArrayBuffer>;

/** Whether the bytes start with a zlib header (RFC 1950, 2.2): method 8, a window of at most 32 kB, and the check over both bytes. */
export function isZlib(bytes: Uint8Array): boolean {
  const [method = 0, flags = 0] = bytes;
  return (method & 0x0f) === 8 && method >> 4 <= 7 && ((method << 8) | flags) % 31 === 0 && (flags & 0x20) === 0;
}

/** Inflates a zlib stream (RFC 1950); null when it is broken or holds more than `limit` bytes. Nothing beyond that limit is kept. */
export async function inflate(bytes: Bytes, limit: number): Promise<Bytes | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    for (const reader = inflated.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel();
        return null;
      }
      chunks.push(value);
    }
  } catch {
    // DecompressionStream tells broken data by an error (Compression Standard, 5).
    return null;
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
