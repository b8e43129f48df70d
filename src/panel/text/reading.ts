import type { Explanation } from '../../core/readers/explanation/explanation.ts';
import type { CookieRole, Framework, Layout, MessagePart, OpeningKey, Reading } from '../../core/readers/reader.ts';
import { explanationText } from '../../core/report/explanations/explanation-info.ts';
import { serializerText } from '../../core/report/explanations/serializer-text.ts';
import { type MessageKey, message } from './message.ts';
import { formatBytes, formatCount } from './numbers.ts';

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

/** What the cookie is for; null for a session, which goes without saying here. */
export function roleText(role: CookieRole): string | null {
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

/** Whether whoever has the cookie has the session: not where the server refuses the value, nor where it is only an id. */
export function isKeptInCookie({ state, data, identifier, role }: Reading): boolean {
  return data !== null && state !== 'failed' && identifier === null && role === 'session';
}

/** What opens a framework’s cookies, as it is called there. */
export function secretText(framework: Framework): string {
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

export const partText = (kind: MessagePart['kind']): string => (kind === 'iv' ? 'IV' : message(PARTS[kind][0]));

export const inlinePartText = (kind: MessagePart['kind']): string => (kind === 'iv' ? 'IV' : message(PARTS[kind][1]));

/** `AES-256-GCM · SHA256 · JSON`: the configuration that opened it, in the order of the steps. */
export function configurationText({ state, layout, key, serializer }: Reading): string {
  const sealing = state === 'readable' ? null : layoutText(layout, key);
  return [sealing, key?.digest, serializer === null ? null : serializerText(serializer)].filter(Boolean).join(' · ');
}

/** `ciphertext 1,204 bytes · IV 12 · authentication tag 16`: what can be seen of a sealed value. */
export function partsText(parts: readonly MessagePart[]): string {
  return parts
    .map(({ kind, bytes }, index) => `${inlinePartText(kind)} ${index === 0 ? formatBytes(bytes) : formatCount(bytes)}`)
    .join(' · ');
}

/** Heading and text of a reading that shows no content, or none that Rails would take. Null when it simply opened. */
export function readingNotice(
  reading: Reading,
  explanation: Explanation | null,
  cookie: string,
): { readonly title: string; readonly text: string; readonly remedy: string | null } | null {
  if (explanation !== null) {
    const { title, sentence, remedy } = explanationText(explanation, cookie);
    return { title, text: sentence, remedy };
  }
  const notice = plainNotice(reading);
  return notice && { ...notice, remedy: null };
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
