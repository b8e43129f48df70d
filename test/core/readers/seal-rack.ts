import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { escapeValue } from './seal.ts';

/** Seals as `Rack::Session::Cookie` does what no vector has. Of 80 bytes, so that both versions take it. */
export const RACK_SECRET = 'a secret of Rack that only tests know '.padEnd(80, '0123456789');

const slice = (from: number, to?: number): Buffer => Buffer.from(RACK_SECRET).subarray(from, to);

export interface RackSealOptions {
  /** Null for a message without one. */
  readonly purpose?: string | null;
  /** Bytes of padding. */
  readonly padding?: number;
}

function padded(payload: string | Uint8Array, padding: number): Buffer {
  return Buffer.concat([Buffer.from([padding & 0xff, padding >> 8]), randomBytes(padding), Buffer.from(payload)]);
}

export function sealV1(payload: string | Uint8Array, { purpose = 'rack.session', padding = 7 }: RackSealOptions = {}): string {
  const salt = randomBytes(32);
  const iv = randomBytes(16);
  const key = createHmac('sha256', slice(0, 32)).update(salt).digest();
  const ciphertext = createCipheriv('aes-256-ctr', key, iv).update(padded(payload, padding));
  const head = Buffer.concat([Buffer.from([1]), salt, iv, ciphertext]);
  const signature = createHmac('sha256', slice(32))
    .update(head)
    .update(purpose ?? '')
    .digest();
  const text = Buffer.concat([head, signature]).toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  return escapeValue(text);
}

export function sealV2(payload: string | Uint8Array, { purpose = 'rack.session', padding = 7 }: RackSealOptions = {}): string {
  const head = Buffer.concat([Buffer.from([2]), randomBytes(32)]);
  const iv = randomBytes(12);
  const key = createHmac('sha256', slice(0, 32)).update(head.subarray(1)).digest();
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.concat([head, Buffer.from(purpose ?? '')]));
  const ciphertext = Buffer.concat([cipher.update(padded(payload, padding)), cipher.final()]);
  return escapeValue(Buffer.concat([head, iv, cipher.getAuthTag(), ciphertext]).toString('base64'));
}

export function sealHmac(payload: string | Uint8Array, digest = 'sha1'): string {
  return signText(Buffer.from(payload).toString('base64'), digest);
}

export function signText(text: string, digest = 'sha1'): string {
  const signature = createHmac(digest, RACK_SECRET).update(text).digest('hex');
  return escapeValue(`${text}--${signature}`).replaceAll('\n', '%0A');
}

export const deflated = (text: string): Uint8Array => new Uint8Array(deflateSync(text));
