import { describe, expect, test } from 'vitest';
import { Vault } from '../../src/vault/vault.ts';

const secret = (id: string): { id: string; label: string; text: string } => ({ id, label: `label ${id}`, text: `the secret of ${id}` });
const ids = (vault: Vault): string => vault.keyring.map((keys) => keys.id).join('');

describe('the vault', () => {
  test('has the secret that was added last in front', async () => {
    const vault = new Vault();
    expect(ids(vault)).toBe('');
    await vault.add(secret('a'));
    await vault.add(secret('b'));
    expect(ids(vault)).toBe('ba');
  });

  test('takes a file of secrets in its order, in front of what there is', async () => {
    const vault = new Vault();
    await vault.add(secret('z'));
    await vault.addAll([secret('a'), secret('b')]);
    expect(ids(vault)).toBe('abz');
  });

  test('goes by the order of the calls, whichever is ready first', async () => {
    const vault = new Vault();
    await Promise.all(['a', 'b', 'c', 'd'].map((id) => vault.add(secret(id))));
    expect(ids(vault)).toBe('dcba');
  });

  test('replaces a secret of the same id', async () => {
    const vault = new Vault();
    await vault.addAll([secret('a'), secret('b')]);
    const [, before] = vault.keyring;
    await vault.add(secret('b'));
    expect(ids(vault)).toBe('ba');
    expect(vault.keyring[0]).not.toBe(before);
  });

  test('forgets one, and says whether there was one', async () => {
    const vault = new Vault();
    await vault.addAll([secret('a'), secret('b')]);
    expect(vault.forget('a')).toBe(true);
    expect(vault.forget('a')).toBe(false);
    expect(ids(vault)).toBe('b');
  });

  test('forgets all', async () => {
    const vault = new Vault();
    await vault.addAll([secret('a'), secret('b')]);
    vault.forgetAll();
    expect(ids(vault)).toBe('');
  });

  test('forgets also what is still being added', async () => {
    const vault = new Vault();
    const adding = [vault.add(secret('a')), vault.add(secret('b'))];
    vault.forget('a');
    await Promise.all(adding);
    expect(ids(vault)).toBe('b');
  });

  test('is as it was when a text is refused', async () => {
    const vault = new Vault();
    await vault.add(secret('a'));
    await expect(vault.addAll([secret('b'), { id: 'c', label: '', text: '' }])).rejects.toThrow(RangeError);
    expect(ids(vault)).toBe('a');
  });

  test('gives the same keyring until something changes', async () => {
    const vault = new Vault();
    await vault.add(secret('a'));
    const before = vault.keyring;
    expect(vault.keyring).toBe(before);
    await vault.add(secret('b'));
    expect(vault.keyring).not.toBe(before);
    expect(before.map((keys) => keys.id)).toEqual(['a']);
  });
});
