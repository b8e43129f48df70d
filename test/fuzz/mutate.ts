/** Numbers that are the same for the same seed (xorshift32), below a bound. */
export function randomSource(seed: number): (below: number) => number {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Bytes that mean something to one of the readers. */
const TELLING = [...'0TFi:;@IC"/u[{}lfcmMSoUde"{}[],']
  .map((character) => character.charCodeAt(0))
  .concat(0, 1, 4, 5, 6, 0x7f, 0x80, 0xc1, 0xc7, 0xdd, 0xdf, 0xff);

/** A few bytes of a payload changed, left out, repeated or taken from another. */
export function mutate(bytes: Uint8Array, other: Uint8Array, random: (below: number) => number): Uint8Array {
  let mutated = Uint8Array.from(bytes);
  for (let times = 1 + random(4); times > 0; times--) mutated = mutateOnce(mutated, other, random);
  return mutated;
}

function mutateOnce(bytes: Uint8Array<ArrayBuffer>, other: Uint8Array, random: (below: number) => number): Uint8Array<ArrayBuffer> {
  const at = random(bytes.length + 1);
  const length = random(12);
  switch (random(6)) {
    case 0:
      if (at < bytes.length) bytes[at] = random(256);
      return bytes;
    case 1:
      if (at < bytes.length) bytes[at] = TELLING[random(TELLING.length)] ?? 0;
      return bytes;
    case 2:
      return bytes.slice(0, at);
    case 3:
      return joined(bytes.subarray(0, at), bytes.subarray(Math.min(bytes.length, at + length)));
    case 4:
      return joined(bytes.subarray(0, at), bytes.subarray(Math.max(0, at - length)));
    default: {
      const from = random(other.length + 1);
      return joined(bytes.subarray(0, at), joined(other.subarray(from, from + length * 4), bytes.subarray(at)));
    }
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
