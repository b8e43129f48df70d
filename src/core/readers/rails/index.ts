import type { Attempt } from '../attempt.ts';
import { judgeExpiry } from '../expiry.ts';
import { type CookieReader, type Keyring, type Reading, type Recognition, type SealedCookie, UNREAD } from '../reader.ts';
import { identifierOf } from '../session-identifier.ts';
import { type Content, readContent } from './content.ts';
import { decryptCbc } from './encrypted-cbc.ts';
import { decryptGcm } from './encrypted-gcm.ts';
import { type Damaged, readLayout, type Sealed } from './layout.ts';
import { isSessionName } from './limits.ts';
import { isPurposeOf } from './metadata.ts';
import { partsOf } from './parts.ts';
import { roleOf } from './role.ts';
import { verifySigned } from './signed.ts';

/** Encrypted and signed cookies of Rails 3 to 8.1, and the ids of its server-side sessions (`ActionDispatch::Cookies`). */
export const rails: CookieReader = { id: 'rails', ownsName: isSessionName, recognise, open, roleOf };

/** The cookie that was recognised last. It is opened next, if at all: what it is taken apart into serves both. */
let last: { readonly cookie: SealedCookie; readonly sealed: Sealed | Damaged } | null = null;

function recognise(cookie: SealedCookie): Recognition | null {
  const sealed = readLayout(cookie);
  last = sealed === null ? null : { cookie, sealed };
  if (sealed === null) return null;
  return sealed.layout === null
    ? { framework: 'rails', layout: sealed.nearest, malformed: true }
    : { framework: 'rails', layout: sealed.layout, malformed: false };
}

async function open(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading> {
  const known = last?.cookie === cookie ? last.sealed : readLayout(cookie);
  last = null;
  const sealed = known ?? { layout: null, raw: cookie.value, nearest: null };
  const reading = await openSealed(cookie.name, sealed, keyring, now);
  return { ...reading, framework: 'rails', role: roleOf(cookie.name, reading.layout, reading.data) };
}

type Unnamed = Omit<Reading, 'framework' | 'role'>;

async function openSealed(name: string, sealed: Sealed | Damaged, keyring: Keyring, now: number): Promise<Unnamed> {
  if (sealed.layout === null) return { ...UNREAD, parts: partsOf(sealed), state: 'failed', failure: 'malformed', layout: sealed.nearest };
  if (sealed.layout === 'store-id')
    return { ...UNREAD, parts: partsOf(sealed), state: 'identifier', layout: 'store-id', identifier: await identifierOf(sealed.raw) };
  const { opened, tried } = await tryKeys(sealed, keyring);
  const found: Unnamed = { ...UNREAD, parts: partsOf(sealed), layout: sealed.layout, key: opened?.key ?? null, tried };
  if (opened !== null) {
    const content = readContent(opened.content);
    return judgeExpiry(withContent(found, content, judgeContent(content, name)), now);
  }
  if (sealed.layout === 'signed') return withContent(found, readContent(sealed.message.content), { state: 'readable', failure: null });
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

type Verdict = Pick<Reading, 'state' | 'failure'>;

/** What Rails makes of an authenticated message, apart from its expiry: it asks for the purpose first, then unpacks the content. */
function judgeContent({ envelope, broken }: Content, cookieName: string): Verdict {
  if (envelope !== null && !isPurposeOf(envelope.purpose, cookieName)) return { state: 'failed', failure: 'purpose-mismatch' };
  return broken ? { state: 'failed', failure: 'unreadable' } : { state: 'opened', failure: null };
}

function withContent(reading: Unnamed, content: Content, { state, failure }: Verdict): Unnamed {
  return {
    ...reading,
    state,
    failure,
    serializer: content.serializer,
    purpose: content.envelope?.purpose ?? null,
    expires: content.envelope?.expires ?? null,
    envelope: content.envelope !== null,
    data: content.data,
    unreadable: content.unreadable,
    parts: [...reading.parts, ...content.parts],
  };
}
