import { byteCount } from '../findings/byte-count.ts';
import { counted, formatCount, type MessageKey, message } from '../message.ts';
import type { CookieRole, Framework, Layout, MessagePart, OpeningKey, Reading } from '../readers/reader.ts';
import { serializerText } from './explanations/serializer-text.ts';
import { type ValueView, viewValue } from './value-view.ts';

/** What is to be said of a reading besides what is wrong with it. */
export interface ReadingText {
  /** What the cookie is for; null for a session, which goes without saying. */
  readonly role: string | null;
  /** Of a reading that shows no content, or none that Rails would take; null when it simply opened. */
  readonly notice: { readonly title: string; readonly text: string } | null;
  /** `AES-256-GCM · SHA256 · JSON`: the configuration that opened it, in the order of the steps. */
  readonly configuration: string;
  /** How the secret became the key; null where none was used. */
  readonly key: string | null;
  /** How the value is sealed, as far as it shows. */
  readonly layout: string;
  /** `ciphertext 1,204 bytes · IV 12 · authentication tag 16`: what can be seen of a sealed value. */
  readonly parts: string;
  /** Of each part, as a heading and inside a line. */
  readonly partNames: readonly (readonly [heading: string, inline: string])[];
  /** Whoever has the cookie has the session: not where the server refuses the value, nor where it is only an id. */
  readonly keptInCookie: boolean;
  /** What is in it; null where that cannot be seen. */
  readonly content: ValueView | null;
  /** What opens it, as it is called there. */
  readonly secret: string;
}

export function readingText(reading: Reading): ReadingText {
  return {
    role: roleText(reading.role),
    notice: plainNotice(reading),
    configuration: configurationText(reading),
    key: keyText(reading),
    layout: layoutText(reading.layout, null),
    parts: partsText(reading.parts),
    partNames: reading.parts.map(({ kind }) => partNames(kind)),
    keptInCookie: isKeptInCookie(reading),
    content: reading.data && viewValue(reading.data),
    secret: secretText(reading.framework),
  };
}

export function layoutText(layout: Layout | null, key: OpeningKey | null): string {
  switch (layout) {
    case 'encrypted-gcm':
      return `AES-${key?.cipherBits ?? 256}-GCM`;
    case 'encrypted-cbc':
      return key?.hmacDigest
        ? message('readingCbcDigest', key.cipherBits ?? 256, key.hmacDigest)
        : message('readingCbc', key?.cipherBits ?? 256);
    case 'signed':
      return key?.hmacDigest ? message('readingSignedDigest', key.hmacDigest) : message('readingSigned');
    case 'rack-hmac':
      return key?.hmacDigest ? message('readingRackSignedDigest', key.hmacDigest) : message('readingRackSigned');
    case 'rack-plain':
      return message('readingRackPlain');
    case 'rack-encryptor-v1':
      return message('readingRackCtr');
    case 'rack-encryptor-v2':
      return 'Rack, AES-256-GCM';
    case 'store-id':
      return message('readingStoreId');
    case null:
      return message('readingUnknownLayout');
  }
}

function roleText(role: CookieRole): string | null {
  switch (role) {
    case 'session':
      return null;
    case 'rails8-session-id':
      return message('readingRails8');
    case 'remember-token':
      return message('readingRememberToken');
    case 'signed-cookie':
      return message('readingSignedCookie');
    case 'encrypted-cookie':
      return message('readingEncryptedCookie');
  }
}

function secretText(framework: Framework): string {
  switch (framework) {
    case 'rails':
      return 'secret_key_base';
    case 'rack':
      return message('readingRackSecret');
  }
}

type NamedPart = Exclude<MessagePart['kind'], 'iv'>;

/** As a heading, and inside a line. */
const PARTS: Readonly<Record<NamedPart, readonly [MessageKey, MessageKey]>> = {
  ciphertext: ['partCiphertext', 'partCiphertextInline'],
  tag: ['partTag', 'partTagInline'],
  salt: ['partSalt', 'partSaltInline'],
  payload: ['partPayload', 'partPayloadInline'],
  signature: ['partSignature', 'partSignatureInline'],
  envelope: ['partEnvelope', 'partEnvelopeInline'],
  plaintext: ['partPlaintext', 'partPlaintextInline'],
  identifier: ['partIdentifier', 'partIdentifierInline'],
  value: ['partValue', 'partValueInline'],
};

const partNames = (kind: MessagePart['kind']): readonly [string, string] =>
  kind === 'iv' ? ['IV', 'IV'] : [message(PARTS[kind][0]), message(PARTS[kind][1])];

function configurationText({ state, layout, key, serializer }: Reading): string {
  const sealing = state === 'readable' ? null : layoutText(layout, key);
  return [sealing, key?.digest, serializer === null ? null : serializerText(serializer)].filter(Boolean).join(' · ');
}

const partsText = (parts: readonly MessagePart[]): string =>
  parts.map(({ kind, bytes }, index) => `${partNames(kind)[1]} ${index === 0 ? byteCount(bytes) : formatCount(bytes)}`).join(' · ');

function keyText({ key, layout }: Reading): string | null {
  if (key === null) return null;
  const parts = [key.salt === null ? directText(layout) : message('detailsSalt', key.salt)];
  if (key.iterations !== null) parts.push(counted('detailsIterations', key.iterations));
  return parts.join(', ');
}

const isKeptInCookie = ({ state, data, identifier, role }: Reading): boolean =>
  data !== null && state !== 'failed' && identifier === null && role === 'session';

/** How a secret is used that goes without PBKDF2. */
function directText(layout: Reading['layout']): string {
  const encryptor = layout === 'rack-encryptor-v1' || layout === 'rack-encryptor-v2';
  return message(encryptor ? 'detailsKeyOfSalt' : 'detailsKeyIsSecret');
}

function plainNotice(reading: Reading): { readonly title: string; readonly text: string } | null {
  const { state, serializer, data, layout, framework, role } = reading;
  if (state === 'identifier') return { title: message('readingIdTitle'), text: message('readingIdText') };
  if (layout === 'rack-plain') return { title: message('readingPlainTitle'), text: message('readingPlainText') };
  if (state === 'readable') {
    return { title: message('readingReadableTitle'), text: message('readingReadableText', secretText(framework)) };
  }
  if (state === 'sealed') {
    const title = message(role === 'session' ? 'readingSealedSessionTitle' : 'readingSealedCookieTitle');
    return { title, text: message('readingSealedText', secretText(framework)) };
  }
  return serializer === 'unknown' && data === null ? { title: message('readingCustomTitle'), text: message('readingCustomText') } : null;
}
