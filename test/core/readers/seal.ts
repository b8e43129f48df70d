import { createCipheriv, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/**
 * Seals messages that no vector has: odd envelopes, rare settings. Node's crypto stands in for Rails, so these tests show how the
 * reader reacts and not what Rails writes.
 */
export const SECRET = 'a secret that only tests know, 0123456789abcdef';

export interface SealOptions {
  readonly secret?: string;
  readonly digest?: string;
  readonly iterations?: number;
  readonly salt?: string;
  readonly signedSalt?: string;
  readonly bits?: 128 | 192 | 256;
  readonly hmac?: string;
}

const derived = new Map<string, Buffer>();

/** PBKDF2 of the secret, once for each setting. */
export function derive(options: SealOptions, salt: string, bytes: number): Buffer {
  const setting = [options.secret ?? SECRET, salt, options.iterations ?? 1000, bytes, options.digest ?? 'sha256'] as const;
  const known = JSON.stringify(setting);
  const key = derived.get(known) ?? pbkdf2Sync(...setting);
  derived.set(known, key);
  return key;
}

/** As Rack escapes a value. */
export const escapeValue = (raw: string): string => raw.replace(/[+/=]/g, encodeURIComponent);

export function sealGcm(content: string | Uint8Array, options: SealOptions = {}): string {
  const bits = options.bits ?? 256;
  const iv = randomBytes(12);
  const key = derive(options, options.salt ?? 'authenticated encrypted cookie', bits / 8);
  const cipher = createCipheriv(`aes-${bits}-gcm` as 'aes-256-gcm', key, iv);
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  return escapeValue([ciphertext, iv, cipher.getAuthTag()].map((part) => part.toString('base64')).join('--'));
}

export function sealCbc(content: string | Uint8Array, options: SealOptions = {}): string {
  const bits = options.bits ?? 256;
  const iv = randomBytes(16);
  const cipher = createCipheriv(`aes-${bits}-cbc`, derive(options, options.salt ?? 'encrypted cookie', bits / 8), iv);
  const ciphertext = Buffer.concat([cipher.update(content), cipher.final()]);
  const outer = Buffer.from(`${ciphertext.toString('base64')}--${iv.toString('base64')}`).toString('base64');
  return sign(outer, derive(options, options.signedSalt ?? 'signed encrypted cookie', 64), options);
}

export function sealSigned(content: string | Uint8Array, options: SealOptions = {}): string {
  return sign(Buffer.from(content).toString('base64'), derive(options, options.salt ?? 'signed cookie', 64), options);
}

export function sign(text: string, key: string | Buffer, options: SealOptions = {}): string {
  return escapeValue(
    `${text}--${createHmac(options.hmac ?? 'sha1', key)
      .update(text)
      .digest('hex')}`,
  );
}

/** The metadata envelope around a serialized session. */
export function wrap(payload: string | Uint8Array, fields: { readonly exp?: string | null; readonly pur?: string | null } = {}): string {
  return JSON.stringify({ _rails: { message: Buffer.from(payload).toString('base64'), exp: null, pur: null, ...fields } });
}
