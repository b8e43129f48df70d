import type { Explanation } from '../../core/readers/explanation/explanation.ts';
import type { Layout, MessagePart, OpeningKey, Reading, Serializer } from '../../core/readers/reader.ts';
import { explanationText } from '../../core/report/explanations/explanation-info.ts';
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

export function serializerText(serializer: Serializer): string {
  switch (serializer) {
    case 'json':
      return 'JSON';
    case 'marshal':
      return 'Marshal';
    case 'message_pack':
      return 'MessagePack';
    case 'zipjson':
      return 'deflated JSON';
    case 'unknown':
      return 'custom serializer';
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

function plainNotice({ state, serializer, data }: Reading): { readonly title: string; readonly text: string } | null {
  if (state === 'identifier') {
    return {
      title: 'Only a session id',
      text: 'The content is kept on the server; the cookie holds the id under which it is found there. Nothing is sealed inside.',
    };
  }
  if (state === 'readable')
    return { title: 'Not encrypted', text: 'Whoever has the cookie can read this. Enter secret_key_base to verify the signature.' };
  if (state === 'sealed')
    return { title: 'This session is sealed', text: 'Enter secret_key_base to open it here, on this machine. Nothing is sent anywhere.' };
  if (data === null && serializer !== null && serializer !== 'json') {
    const name = serializerText(serializer);
    return serializer === 'unknown'
      ? {
          title: 'Opened, but in a custom format',
          text: 'The content is neither JSON, Marshal nor MessagePack. The Raw tab shows its bytes.',
        }
      : { title: `Opened: ${name}`, text: `Sessionscope does not read ${name} yet. The Raw tab shows its bytes.` };
  }
  return null;
}
