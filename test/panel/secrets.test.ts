import { describe, expect, it } from 'vitest';
import type { KeyOptions } from '../../src/core/readers/reader.ts';
import type { KeptSecret, PanelHost } from '../../src/panel/host.ts';
import { withCipherBits, withDigest, withIterations, withSalt } from '../../src/panel/state/key-options.ts';
import { readSecretLines, type SecretLine } from '../../src/panel/state/secret-lines.ts';
import { createSecretsStore } from '../../src/panel/state/secrets.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';

const LONG = 'f'.repeat(64);

describe('pasted lines', () => {
  it.each<[string, readonly SecretLine[], string]>([
    [LONG, [{ label: null, text: LONG }], 'one secret'],
    [`  ${LONG}\r\n`, [{ label: null, text: LONG }], 'white space around it'],
    [
      `current=${LONG}\nold=${LONG}`,
      [
        { label: 'current', text: LONG },
        { label: 'old', text: LONG },
      ],
      'labels',
    ],
    ['abc=defghijklmnop', [{ label: null, text: 'abc=defghijklmnop' }], 'fewer than 16 characters follow: the sign belongs to the secret'],
    ['a=b=cdefghijklmnopq', [{ label: 'a', text: 'b=cdefghijklmnopq' }], 'the first sign divides'],
    [`=${LONG}`, [{ label: null, text: `=${LONG}` }], 'no label before the sign'],
    [`# rotated\n\n${LONG}`, [{ label: null, text: LONG }], 'comments and empty lines'],
    ['', [], 'nothing'],
  ])('%j', (pasted, lines) => {
    expect(readSecretLines(pasted)).toEqual(lines);
  });
});

describe('the advanced options', () => {
  it('keeps what is given and nothing else', () => {
    let options: KeyOptions = {};
    options = withDigest(options, 'SHA1');
    options = withIterations(options, '2,000');
    options = withSalt(options, 'signedCookie', 'my salt');
    options = withSalt(options, 'encryptedCookie', 'other');
    expect(options).toEqual({ digest: 'SHA1', iterations: 2000, salts: { signedCookie: 'my salt', encryptedCookie: 'other' } });
    options = withSalt(withSalt(options, 'signedCookie', ''), 'encryptedCookie', '');
    expect(withCipherBits({}, '192')).toEqual({ cipherBits: 192 });
    expect(withCipherBits(withCipherBits({}, '192'), '')).toEqual({});
    options = withIterations(withDigest(options, 'auto'), '');
    expect(options).toEqual({});
  });
});

function fakeHost() {
  const kept = new Map<string, KeptSecret>();
  const keptSecrets: PanelHost['keptSecrets'] = {
    ids: async () => [...kept.keys()],
    keep: async (secret) => void kept.set(secret.id, secret),
    forget: async (id) => (id === null ? kept.clear() : void kept.delete(id)),
  };
  return { kept, keptSecrets };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function secretsStore() {
  const sent: ToWorker[] = [];
  const host = fakeHost();
  let id = 0;
  const store = createSecretsStore(
    (message) => void sent.push(message),
    host.keptSecrets,
    () => `id${++id}`,
  );
  return { store, sent, ...host };
}

describe('the secrets store', () => {
  it('hands a secret to the worker and keeps no text of it', () => {
    const { store, sent } = secretsStore();
    store.add([{ label: null, text: LONG }], { digest: 'SHA1' }, false);
    expect(sent).toEqual([{ type: 'add-secret', id: 'id1', label: 'current', text: LONG, options: { digest: 'SHA1' } }]);
    expect(JSON.stringify({ ...store, list: store.list.value, kept: [...store.kept.value] })).not.toContain(LONG);
  });

  it('sends the newest of several last, as the worker puts each new one first', () => {
    const { store, sent } = secretsStore();
    store.add(
      [
        { label: 'new', text: 'a' },
        { label: 'old', text: 'b' },
      ],
      {},
      false,
    );
    expect(sent.map((message) => 'label' in message && message.label)).toEqual(['old', 'new']);
  });

  it('names secrets that have no label, and takes no name twice', () => {
    const { store, sent } = secretsStore();
    store.list.value = [{ id: 'x', label: 'secret 2', options: {}, opened: 0, sealed: 0 }];
    store.add(
      [
        { label: null, text: 'a' },
        { label: null, text: 'b' },
      ],
      {},
      false,
    );
    expect(sent.map((message) => 'label' in message && message.label)).toEqual(['secret 4', 'secret 3']);
  });

  it('keeps a secret until the browser closes only when asked, and says which', async () => {
    const { store, kept } = secretsStore();
    store.add([{ label: null, text: 'a' }], {}, false);
    await settled();
    expect(kept.size).toBe(0);
    store.add([{ label: null, text: 'b' }], {}, true);
    await settled();
    expect([...kept.values()].map(({ text }) => text)).toEqual(['b']);
    expect([...store.kept.value]).toEqual(['id2']);
  });

  it('forgets in both places at once', async () => {
    const { store, kept, sent } = secretsStore();
    store.add(
      [
        { label: 'a', text: 'a' },
        { label: 'b', text: 'b' },
      ],
      {},
      true,
    );
    await settled();
    store.forget('id1');
    expect(sent.at(-1)).toEqual({ type: 'forget-secret', id: 'id1' });
    await settled();
    expect([...kept.keys()]).toEqual(['id2']);
    store.forget(null);
    await settled();
    expect(kept.size).toBe(0);
    expect(store.kept.value.size).toBe(0);
  });

  it('hands dropped files on and keeps nothing of them, and forgets what became of the last ones', () => {
    const { store, sent } = secretsStore();
    const bytes = new TextEncoder().encode(LONG);
    store.files.value = { found: ['old'], notes: [] };
    store.addFiles([{ name: 'local_secret.txt', bytes }]);
    expect(sent).toEqual([{ type: 'add-secret-files', files: [{ name: 'local_secret.txt', bytes }] }]);
    expect(store.files.value).toBeNull();
    store.addFiles([]);
    expect(sent).toHaveLength(1);
  });

  it('does not keep a secret that the worker refused', async () => {
    const { store, kept } = secretsStore();
    store.add([{ label: null, text: 'a' }], {}, true);
    await settled();
    store.refuse('id1', 'too-long');
    await settled();
    expect(store.refused.value).toBe('too-long');
    expect(kept.size).toBe(0);
  });
});
