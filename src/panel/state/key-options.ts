import type { Digest, KeyOptions, Salts } from '../../core/readers/reader.ts';

const isDigest = (text: string): text is Digest => /^SHA(1|256|384|512)$/.test(text);

/** Anything but a digest's name means: find it by trying. */
export function withDigest({ digest: _, ...rest }: KeyOptions, text: string): KeyOptions {
  return isDigest(text) ? { ...rest, digest: text } : rest;
}

/** Takes digits as they are typed; nothing, or 0, means: Rails' default. */
export function withIterations({ iterations: _, ...rest }: KeyOptions, text: string): KeyOptions {
  const iterations = Number(text.replace(/\D/g, '').slice(0, 8));
  return iterations > 0 ? { ...rest, iterations } : rest;
}

const CIPHER_BITS = [128, 192, 256] as const;

/** Anything but a key length of AES means: find it by trying. */
export function withCipherBits({ cipherBits: _, ...rest }: KeyOptions, text: string): KeyOptions {
  const cipherBits = CIPHER_BITS.find((bits) => String(bits) === text);
  return cipherBits === undefined ? rest : { ...rest, cipherBits };
}

export function withSalt({ salts, ...rest }: KeyOptions, name: keyof Salts, text: string): KeyOptions {
  const { [name]: _, ...others } = salts ?? {};
  const next = text === '' ? others : { ...others, [name]: text };
  return Object.keys(next).length === 0 ? rest : { ...rest, salts: next };
}
