import { judgeExpiry } from '../expiry.ts';
import type { CookieReader, Keyring, Reading, Recognition, SealedCookie } from '../reader.ts';
import type { Attempt } from './attempt.ts';
import { type Content, readContent } from './content.ts';
import { decryptCbc } from './encrypted-cbc.ts';
import { decryptGcm } from './encrypted-gcm.ts';
import { readLayout, type Sealed } from './layout.ts';
import { isPurposeOf } from './metadata.ts';
import { partsOf } from './parts.ts';
import { verifySigned } from './signed.ts';

/** Encrypted and signed cookies of Rails 3 to 8.1, and the ids of its server-side sessions (`ActionDispatch::Cookies`). */
export const rails: CookieReader = { id: 'rails', recognise, open };

const NOTHING: Reading = {
  framework: 'rails',
  state: 'sealed',
  failure: null,
  layout: null,
  serializer: null,
  key: null,
  purpose: null,
  expires: null,
  envelope: false,
  data: null,
  unreadable: null,
  parts: [],
  tried: 0,
};

function recognise(cookie: SealedCookie): Recognition | null {
  const sealed = readLayout(cookie);
  if (sealed === null) return null;
  return sealed.layout === null
    ? { framework: 'rails', layout: sealed.nearest, malformed: true }
    : { framework: 'rails', layout: sealed.layout, malformed: false };
}

async function open(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading> {
  const sealed = readLayout(cookie) ?? { layout: null, raw: cookie.value, nearest: null };
  const shape = { ...NOTHING, parts: partsOf(sealed) };
  if (sealed.layout === null) return { ...shape, state: 'failed', failure: 'malformed', layout: sealed.nearest };
  if (sealed.layout === 'store-id') return { ...shape, state: 'identifier', layout: 'store-id' };
  const attempt = await tryKeys(sealed, keyring);
  const found = { ...shape, layout: sealed.layout, tried: attempt.tried };
  if (attempt.opened !== null) {
    const content = readContent(attempt.opened.content);
    const reading = withContent({ ...found, key: attempt.opened.key }, content);
    return judgeExpiry(judgeContent(reading, content.broken, cookie.name), now);
  }
  if (sealed.layout === 'signed') return { ...withContent(found, readContent(sealed.message.content)), state: 'readable' };
  return { ...found, failure: keyring.length === 0 ? null : 'wrong-key' };
}

function tryKeys(sealed: Exclude<Sealed, { layout: 'store-id' }>, keyring: Keyring): Promise<Attempt> {
  switch (sealed.layout) {
    case 'encrypted-gcm':
      return decryptGcm(sealed.message, keyring);
    case 'encrypted-cbc':
      return decryptCbc(sealed.message, keyring);
    case 'signed':
      return verifySigned(sealed.message, keyring);
  }
}

/** What Rails makes of an authenticated message, apart from its expiry: it asks for the purpose first, then unpacks the content. */
function judgeContent(reading: Reading, broken: boolean, cookieName: string): Reading {
  if (!isPurposeOf(reading.purpose, cookieName)) return { ...reading, state: 'failed', failure: 'purpose-mismatch' };
  return broken ? { ...reading, state: 'failed', failure: 'unreadable' } : { ...reading, state: 'opened' };
}

function withContent(reading: Reading, content: Content): Reading {
  return {
    ...reading,
    serializer: content.serializer,
    purpose: content.envelope?.purpose ?? null,
    expires: content.envelope?.expires ?? null,
    envelope: content.envelope !== null,
    data: content.data,
    unreadable: content.unreadable,
    parts: [...reading.parts, ...content.parts],
  };
}
