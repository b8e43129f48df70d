import type { Explanation } from '../../core/readers/explanation/explanation.ts';
import type { CookieRole, Framework, Layout, MessagePart, OpeningKey, Reading } from '../../core/readers/reader.ts';
import { explanationText } from '../../core/report/explanations/explanation-info.ts';
import { serializerText } from '../../core/report/explanations/serializer-text.ts';
import { formatBytes, formatCount } from './numbers.ts';

export function layoutText(layout: Layout | null, key: OpeningKey | null): string {
  switch (layout) {
    case 'encrypted-gcm':
      return `AES-${key?.cipherBits ?? 256}-GCM`;
    case 'encrypted-cbc':
      return `AES-${key?.cipherBits ?? 256}-CBC with HMAC${key?.hmacDigest ? `-${key.hmacDigest}` : ''}`;
    case 'signed':
      return key?.hmacDigest ? `signed with HMAC-${key.hmacDigest}` : 'signed';
    case 'rack-hmac':
      return key?.hmacDigest ? `Rack, signed with HMAC-${key.hmacDigest}` : 'Rack, signed';
    case 'rack-plain':
      return 'Rack, without a signature';
    case 'rack-encryptor-v1':
      return 'Rack, AES-256-CTR with HMAC-SHA256';
    case 'rack-encryptor-v2':
      return 'Rack, AES-256-GCM';
    case 'store-id':
      return 'session id';
    case null:
      return 'unknown layout';
  }
}

/** What the cookie is for; null for a session, which goes without saying here. */
export function roleText(role: CookieRole): string | null {
  switch (role) {
    case 'session':
      return null;
    case 'rails8-session-id':
      return 'Sign-in of Rails 8: the id of a row in the sessions table';
    case 'remember-token':
      return 'Remember-me token of Devise';
    case 'signed-cookie':
      return 'Signed cookie, no session';
    case 'encrypted-cookie':
      return 'Encrypted cookie, no session';
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
      return 'the session secret';
  }
}

export function partText(kind: MessagePart['kind']): string {
  switch (kind) {
    case 'ciphertext':
      return 'Ciphertext';
    case 'iv':
      return 'IV';
    case 'tag':
      return 'Authentication tag';
    case 'salt':
      return 'Salt';
    case 'payload':
      return 'Payload';
    case 'signature':
      return 'Signature';
    case 'envelope':
      return 'Envelope, decrypted';
    case 'plaintext':
      return 'Plaintext';
    case 'identifier':
      return 'Session id';
    case 'value':
      return 'Value';
  }
}

/** `AES-256-GCM · SHA256 · JSON`: the configuration that opened it, in the order of the steps. */
export function configurationText({ state, layout, key, serializer }: Reading): string {
  const sealing = state === 'readable' ? null : layoutText(layout, key);
  return [sealing, key?.digest, serializer === null ? null : serializerText(serializer)].filter(Boolean).join(' · ');
}

/** `ciphertext 1,204 bytes · IV 12 · authentication tag 16`: what can be seen of a sealed value. */
export function partsText(parts: readonly MessagePart[]): string {
  return parts
    .map(
      ({ kind, bytes }, index) =>
        `${kind === 'iv' ? 'IV' : partText(kind).toLowerCase()} ${index === 0 ? formatBytes(bytes) : formatCount(bytes)}`,
    )
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

function plainNotice({
  state,
  serializer,
  data,
  layout,
  framework,
  role,
}: Reading): { readonly title: string; readonly text: string } | null {
  if (state === 'identifier') {
    return {
      title: 'Only a session id',
      text: 'The content is kept on the server; the cookie holds the id under which it is found there. Nothing is sealed inside.',
    };
  }
  if (layout === 'rack-plain')
    return {
      title: 'Not protected at all',
      text: 'Rack has no secret here: whoever has the cookie can read this, and change it without being noticed.',
    };
  if (state === 'readable')
    return {
      title: 'Not encrypted',
      text: `Whoever has the cookie can read this. Enter ${secretText(framework)} to verify the signature.`,
    };
  if (state === 'sealed')
    return {
      title: role === 'session' ? 'This session is sealed' : 'This cookie is sealed',
      text: `Enter ${secretText(framework)} to open it here, on this machine. Nothing is sent anywhere.`,
    };
  return serializer === 'unknown' && data === null
    ? {
        title: 'Opened, but in a custom format',
        text: 'The content is neither JSON, Marshal nor MessagePack. The Raw tab shows its bytes.',
      }
    : null;
}
