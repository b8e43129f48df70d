import { describe, expect, test } from 'vitest';
import { createIdentityKeysStore, identityPath, isKnownIdentity, type KeyNames } from '../../src/panel/state/identity-keys.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';

describe('keys that the user names as identity', () => {
  test('go to the worker, each once, and are shown at once', () => {
    const sent: ToWorker[] = [];
    const store = createIdentityKeysStore((message) => void sent.push(message));
    for (const named of ['member_ref', ' auth.member ', 'member_ref', '  ']) store.add(named);
    store.remove('member_ref');
    expect(store.keys.value).toEqual(['auth.member']);
    expect(sent.map((message) => (message.type === 'identity-keys' ? message.keys : null))).toEqual([
      ['member_ref'],
      ['member_ref', 'auth.member'],
      ['auth.member'],
    ]);
  });

  test('are those that the worker has, also in a panel that comes later', () => {
    const store = createIdentityKeysStore(() => {});
    store.received(['member_ref']);
    expect(store.keys.value).toEqual(['member_ref']);
  });

  test.each<[reason: string, names: KeyNames, named: string | null, known: boolean]>([
    ['a key at the top', ['member_ref'], 'member_ref', false],
    ['a nested one', ['auth', 'member'], 'auth.member', false],
    ['one that is known', ['user_id'], 'user_id', true],
    ['one that is known at the top only', ['cart', 'user_id'], 'cart.user_id', false],
    ['what Rails keeps', ['session_id'], null, false],
    ['what is inside of it', ['flash', 'flashes'], null, false],
    ['an index on the way', ['members', null], null, false],
    ['a key that is no name', [null], null, false],
    ['the session as a whole', [], null, false],
  ])('%s', (_, names, named, known) => {
    expect(identityPath(names)).toBe(named);
    expect(isKnownIdentity(names)).toBe(known);
  });
});
