import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/core/serializers/children.ts';
import { createIdentityKeysStore, identityPath, isKnownIdentity } from '../../src/panel/state/identity-keys.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';

const key = (text: string): Step => ({ kind: 'key', key: { type: 'string', text } });
const symbol = (text: string): Step => ({ kind: 'key', key: { type: 'symbol', text } });

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

  test.each<[reason: string, path: readonly Step[], named: string | null, known: boolean]>([
    ['a key at the top', [key('member_ref')], 'member_ref', false],
    ['a nested one', [key('auth'), symbol('member')], 'auth.member', false],
    ['one that is known', [key('user_id')], 'user_id', true],
    ['one that is known at the top only', [key('cart'), key('user_id')], 'cart.user_id', false],
    ['what Rails keeps', [key('session_id')], null, false],
    ['what is inside of it', [key('flash'), key('flashes')], null, false],
    ['an index on the way', [key('members'), { kind: 'index', index: 0 }], null, false],
    ['a key that is no name', [{ kind: 'key', key: { type: 'integer', text: '7' } }], null, false],
    ['the session as a whole', [], null, false],
  ])('%s', (_, path, named, known) => {
    expect(identityPath(path)).toBe(named);
    expect(isKnownIdentity(path)).toBe(known);
  });
});
