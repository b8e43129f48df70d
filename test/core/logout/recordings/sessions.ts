import { sealSession } from '../../../../demo/rails-session.mjs';
import { sealGcm, sealSigned, wrap } from '../../readers/seal.ts';

export type Session = Record<string, unknown>;

export const NAME = '_shop_session';
export const SECRET = 'one secret that only tests know, 0123456789abcdef0123456789abcdef';
export const OTHER_SECRET = 'another secret that only tests know, fedcba9876543210fedcba98';

/** What differs from how the application seals by default: AES-256-GCM, SHA256, JSON, with purpose. */
export interface Sealing {
  readonly name?: string;
  readonly secret?: string;
  readonly digest?: 'sha256' | 'sha1';
  readonly cipher?: 'gcm' | 'cbc';
  readonly metadata?: boolean;
  readonly expiresAt?: Date | null;
}

/** The cookie's value, as Rails seals it. */
export function seal(session: Session, { name = NAME, secret = SECRET, ...rest }: Sealing = {}): string {
  return sealSession(session, { name, secret, ...rest });
}

/** The same with another salt, which the sealing of the demo does not know. */
export function sealWithSalt(session: Session, salt: string): string {
  return sealGcm(wrap(JSON.stringify(session), { pur: `cookie.${NAME}` }), { secret: SECRET, salt });
}

/** With the Marshal serializer; strings, numbers and arrays of them. */
export function sealMarshal(session: Session): string {
  return sealGcm(wrap(marshal(session), { pur: `cookie.${NAME}` }), { secret: SECRET });
}

/** The `session_id` cookie of Rails 8's authentication: the id of a row. */
export function rails8Cookie(id: number, secret = SECRET): string {
  return sealSigned(wrap(String(id), { pur: 'cookie.session_id', exp: '2046-01-01T00:00:00.000Z' }), { secret });
}

/** Devise's remember-me cookie. */
export function rememberCookie(): string {
  const content = JSON.stringify([[42], '$2a$12$abcdefghijklmnopqrstuv', '1767261600.123456']);
  return sealSigned(wrap(content, { pur: 'cookie.remember_user_token', exp: '2026-01-15T10:00:00.000Z' }), { secret: SECRET });
}

const id = (number: number): string => number.toString(16).padStart(32, 'a');
const token = (number: number): string => Buffer.alloc(32, number).toString('base64url');

/** The id of a session on the server: 32 hex digits. */
export const storeId = (number: number): string => id(number * 7919);

export const anonymous = (number: number, more: Session = {}): Session => ({ session_id: id(number), _csrf_token: token(number), ...more });

/** Somebody is signed in by Devise. */
export const member = (number: number, more: Session = {}): Session => ({
  session_id: id(number),
  'warden.user.user.key': [[42], '$2a$12$abcdefghijklmnopqrstuv'],
  _csrf_token: token(number),
  ...more,
});

/** What Devise writes when it sends somebody to the sign-in. */
export const refused = (number: number): Session =>
  anonymous(number, {
    flash: { discard: [], flashes: { alert: 'You need to sign in or sign up before continuing.' } },
    user_return_to: '/dashboard',
  });

/** Marshal 4.8 of what these sessions hold. */
function marshal(value: unknown): Uint8Array {
  return Buffer.concat([Buffer.from([4, 8]), marshalled(value)]);
}

function marshalled(value: unknown): Buffer {
  if (value === null) return Buffer.from('0');
  if (typeof value === 'number') return Buffer.concat([Buffer.from('i'), long(value)]);
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    // `I"…` with E true: UTF-8. The symbol is written in full once; repeating it in full is read as well.
    return Buffer.concat([Buffer.from('I"'), long(text.length), text, long(1), Buffer.from(':'), long(1), Buffer.from('ET')]);
  }
  if (Array.isArray(value)) return Buffer.concat([Buffer.from('['), long(value.length), ...value.map(marshalled)]);
  const pairs = Object.entries(value ?? {}).flatMap(([key, each]) => [marshalled(key), marshalled(each)]);
  return Buffer.concat([Buffer.from('{'), long(pairs.length / 2), ...pairs]);
}

/** Not negative, up to three bytes. */
function long(number: number): Buffer {
  if (number === 0) return Buffer.from([0]);
  if (number < 123) return Buffer.from([number + 5]);
  const bytes = number < 256 ? 1 : number < 65_536 ? 2 : 3;
  return Buffer.from([bytes, ...Array.from({ length: bytes }, (_, index) => (number >> (8 * index)) & 255)]);
}
