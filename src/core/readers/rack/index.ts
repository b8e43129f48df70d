import type { Bytes } from '../base64.ts';
import { type CookieReader, type Keyring, type Reading, type Recognition, type SealedCookie, UNREAD } from '../reader.ts';
import { identifierOf } from '../session-identifier.ts';
import { readRackPayload } from './coder.ts';
import { decryptEncryptor, withoutPadding } from './encryptor.ts';
import { verifyHmac } from './hmac.ts';
import { readLayout, type Sealed } from './layout.ts';
import { isRackName } from './limits.ts';
import { partsOf } from './parts.ts';

/** Sessions of `Rack::Session::Cookie` (Sinatra, Hanami, Roda): Rack 1 and 2, rack-session 1 and 2. */
export const rack: CookieReader = { id: 'rack', ownsName: isRackName, recognise, open, roleOf: () => 'session' };

const NOTHING: Reading = { ...UNREAD, framework: 'rack', role: 'session' };

function recognise(cookie: SealedCookie): Recognition | null {
  const sealed = readLayout(cookie);
  if (sealed === null) return null;
  return sealed.layout === null
    ? { framework: 'rack', layout: sealed.nearest, malformed: true }
    : { framework: 'rack', layout: sealed.layout, malformed: false };
}

async function open(cookie: SealedCookie, keyring: Keyring): Promise<Reading> {
  const sealed = readLayout(cookie) ?? { layout: null, raw: cookie.value, nearest: null };
  const shape = { ...NOTHING, layout: sealed.layout, parts: partsOf(sealed) };
  switch (sealed.layout) {
    case 'rack-encryptor-v1':
    case 'rack-encryptor-v2':
      return openEncrypted(shape, sealed, cookie.name, keyring);
    case 'rack-hmac': {
      const { opened, tried } = await verifyHmac(sealed.message, keyring);
      const reading = { ...shape, key: opened?.key ?? null, tried };
      return withPayload(reading, sealed.message.content);
    }
    case 'rack-plain':
      return withPayload(shape, sealed.content);
    case 'store-id':
      return { ...shape, state: 'identifier', identifier: await identifierOf(sealed.raw) };
    case null:
      return { ...shape, state: 'failed', failure: 'malformed', layout: sealed.nearest };
  }
}

async function openEncrypted(
  shape: Reading,
  sealed: Sealed & { readonly layout: 'rack-encryptor-v1' | 'rack-encryptor-v2' },
  cookieName: string,
  keyring: Keyring,
): Promise<Reading> {
  const { opened, tried } = await decryptEncryptor(sealed.message, cookieName, keyring);
  if (opened === null) return { ...shape, tried, failure: keyring.length === 0 ? null : 'wrong-key' };
  const reading: Reading = { ...shape, tried, key: opened.key, purpose: opened.purpose };
  const payload = withoutPadding(opened.content);
  return payload === null ? { ...reading, state: 'failed', failure: 'unreadable' } : withPayload(reading, payload);
}

/** What is authenticated is opened, or broken; what is only signed or not even that can be read by everybody. */
async function withPayload(reading: Reading, payload: Bytes): Promise<Reading> {
  const { serializer, data, broken, unreadable, plaintext } = await readRackPayload(payload);
  const read = { ...reading, serializer, data, unreadable, parts: [...reading.parts, plaintext] };
  if (reading.key === null) return { ...read, state: 'readable' };
  return broken ? { ...read, state: 'failed', failure: 'unreadable' } : { ...read, state: 'opened' };
}
