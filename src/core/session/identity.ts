import type { CookieRole } from '../readers/reader.ts';
import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import { writeNeutralJson } from '../serializers/neutral-json.ts';
import { bareValue, type RubyHash, type RubyValue } from '../serializers/ruby-value.ts';
import { asHash, keyName, keyNames, valueAt } from './hash.ts';

/** Who is signed in, as one key of a session says, or a cookie that signs in by itself. */
export interface Identity {
  /** The session's key; `session_id` or `remember_user_token` where the cookie itself says it. */
  readonly key: string;
  /** The id as text, to be compared: the same person has the same text under every serializer. */
  readonly id: string;
  /** Of Warden and of `admin_user_id` and the like: who can be signed in beside others. Null without one. */
  readonly scope: string | null;
}

export interface IdentityOptions {
  /** Keys of the session that the user says are identity too, nested ones with dots (`auth.member`); they go first. */
  readonly keys: readonly string[];
  /** What the cookie is for, where that is no session: Rails 8's `session_id` and Devise's remember-me cookie. */
  readonly role?: CookieRole;
}

/** The first of `identitiesOf`; null when nobody is signed in. */
export function identityOf(session: RubyValue | null, options: IdentityOptions): Identity | null {
  return identitiesOf(session, options)[0] ?? null;
}

/** Everyone who is signed in: the keys that the user named, then those of Warden, ids, tokens; of equals in the order of their names. */
export function identitiesOf(session: RubyValue | null, { keys, role = 'session' }: IdentityOptions): readonly Identity[] {
  if (session === null) return [];
  if (role === 'rails8-session-id') return identity('session_id', session, null);
  if (role === 'remember-token') return identity('remember_user_token', firstOf(session), null);
  const hash = asHash(session);
  if (hash === null) return [];
  const found = hash.pairs.flatMap(({ key, value }) => {
    const name = keyName(key);
    const rank = name === null ? -1 : rankOf(name, hash, keys);
    return name === null || rank < 0 ? [] : identityAt(name, value).map((each) => ({ ...each, rank }));
  });
  const top = keyNames(hash);
  const nested = keys.flatMap((path) => (top.includes(path) ? [] : identity(path, valueAt(hash, path), null)));
  const ranked = [...found, ...nested.map((each) => ({ ...each, rank: 0 }))].sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
  return ranked.map(({ key, id, scope }) => ({ key, id, scope }));
}

/** Whether a key of a session says who is signed in; Authlogic's other keys are known by their pair alone. */
export function isIdentityKey(name: string, keys: readonly string[] = []): boolean {
  return keys.includes(name) || PATTERNS.some((pattern) => pattern.test(name));
}

export type IdentityChange = 'signed-in' | 'signed-out' | 'switched';

/** Null while the same person stays signed in, or nobody. */
export function identityChange(before: Identity | null, after: Identity | null): IdentityChange | null {
  return identitiesChange(before === null ? [] : [before], after === null ? [] : [after]);
}

/** The same where several may be signed in, each in a scope: one who comes or goes beside another is signed in or out. */
export function identitiesChange(before: readonly Identity[], after: readonly Identity[]): IdentityChange | null {
  const was = byScope(before);
  const is = byScope(after);
  const pairs = [...is].flatMap(([scope, now]) => [[was.get(scope) ?? [], now] as const]);
  if (pairs.some(([old, now]) => isOther(old, now))) return 'switched';
  if ([...is.keys()].some((scope) => !was.has(scope))) return 'signed-in';
  return [...was.keys()].some((scope) => !is.has(scope)) ? 'signed-out' : null;
}

function byScope(identities: readonly Identity[]): ReadonlyMap<string | null, readonly Identity[]> {
  const scopes = new Set(identities.map(({ scope }) => scope));
  return new Map([...scopes].map((scope) => [scope, identities.filter((each) => each.scope === scope)]));
}

/** The first key that both have decides, since a token may change for the same person; without one, whether they share an id. */
function isOther(before: readonly Identity[], after: readonly Identity[]): boolean {
  if (before.length === 0) return false;
  const old = new Map(before.map(({ key, id }) => [key, id]));
  const common = after.find(({ key }) => old.has(key));
  if (common !== undefined) return old.get(common.key) !== common.id;
  return !after.some(({ id }) => before.some((each) => each.id === id));
}

const WARDEN = /^warden\.user\.(.+)\.key$/;

/** In the order in which they tell best who it is (the catalogue, "Identity is"). */
const PATTERNS: readonly RegExp[] = [
  WARDEN,
  // Sorcery, and most that is written by hand.
  /^user_id$/,
  /^\w+_user_id$/,
  /^current_user\w*$/,
  /^account_id$/,
  // Authlogic: the record's id, and its persistence token.
  /^user_credentials_id$/,
  /^user_credentials$/,
  /^session_token$/,
  /^user_token$/,
  // Clearance, where it was put into the session.
  /^remember_token$/,
];

/** 0 for the user's own; negative for a key that is none. */
function rankOf(name: string, hash: RubyHash, keys: readonly string[]): number {
  if (keys.includes(name)) return 0;
  const known = PATTERNS.findIndex((pattern) => pattern.test(name));
  if (known >= 0) return known + 1;
  if (!isAuthlogicKey(name, hash)) return -1;
  return PATTERNS.length + (name.endsWith('_id') ? 1 : 2);
}

/** Authlogic's `<model>_credentials` of any model: it always writes the pair, which nothing else is called like. */
function isAuthlogicKey(name: string, hash: RubyHash): boolean {
  const [, base] = /^(\w+_credentials)(?:_id)?$/.exec(name) ?? [];
  const has = (wanted: string) => hash.pairs.some(({ key }) => keyName(key) === wanted);
  return base !== undefined && has(base) && has(`${base}_id`);
}

function identityAt(name: string, value: RubyValue): readonly Identity[] {
  const [, warden] = WARDEN.exec(name) ?? [];
  if (warden !== undefined) return identity(name, wardenId(value), warden);
  const [, prefix] = /^(\w+)_user_id$/.exec(name) ?? [];
  return identity(name, value, prefix ?? null);
}

function identity(key: string, value: RubyValue | null, scope: string | null): readonly Identity[] {
  const id = value === null ? null : idText(value);
  return id === null ? [] : [{ key, id, scope }];
}

/** Devise: `[[id], salt]`, before 2.1 with the class's name in front. The salt is of the password, and not of who it is. */
function wardenId(value: RubyValue): RubyValue {
  const bare = bareValue(value);
  if (bare.type !== 'array') return value;
  return bare.items.find((item) => bareValue(item).type === 'array') ?? value;
}

const firstOf = (value: RubyValue): RubyValue => {
  const bare = bareValue(value);
  return bare.type === 'array' ? (bare.items[0] ?? value) : value;
};

/** A record is its id. Null for what nobody is: nil, false, empty. */
function idText(value: RubyValue): string | null {
  const record = activeRecordOf(value)?.attributes.find(({ name }) => name === 'id')?.value;
  const bare = bareValue(record ?? value);
  switch (bare.type) {
    case 'nil':
      return null;
    case 'boolean':
      return bare.value ? 'true' : null;
    case 'integer':
    case 'string':
    case 'symbol':
      return bare.text === '' ? null : bare.text;
    case 'array': {
      const ids = bare.items.map(idText);
      return ids.length === 0 || ids.includes(null) ? null : ids.join(',');
    }
    case 'hash': {
      const id = bare.pairs.findLast(({ key }) => keyName(key) === 'id')?.value;
      return id === undefined ? (bare.pairs.length === 0 ? null : writeNeutralJson(bare)) : idText(id);
    }
    default:
      return writeNeutralJson(bare);
  }
}
