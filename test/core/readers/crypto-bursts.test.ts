import { describe, expect, test } from 'vitest';
import { inBurst } from '../../../src/core/readers/crypto-bursts.ts';

/** A call that ends when it is told to. */
function call(name: string, started: string[]) {
  let resolve = (): void => {};
  let reject = (): void => {};
  const end = new Promise<string>((fulfil, fail) => {
    resolve = () => fulfil(name);
    reject = () => fail(new Error(name));
  });
  const result = inBurst(() => {
    started.push(name);
    return end;
  });
  return { result, resolve, reject };
}

/** Long enough for all that has been settled to be seen. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('calls of WebCrypto', () => {
  test('start together once those under way are done, also when one of these fails', async () => {
    const started: string[] = [];
    const first = call('first', started);
    const [second, third] = [call('second', started), call('third', started)];
    expect(started).toEqual(['first']);
    first.reject();
    await expect(first.result).rejects.toThrow('first');
    await turn();
    expect(started).toEqual(['first', 'second', 'third']);
    const fourth = call('fourth', started);
    second.resolve();
    expect(await second.result).toBe('second');
    await turn();
    expect(started).not.toContain('fourth');
    third.resolve();
    await turn();
    expect(started).toContain('fourth');
    fourth.resolve();
    expect(await Promise.all([third.result, fourth.result])).toEqual(['third', 'fourth']);
  });

  test('one that throws at once holds up nothing', async () => {
    await expect(
      inBurst(() => {
        throw new Error('unsupported');
      }),
    ).rejects.toThrow('unsupported');
    expect(await inBurst(() => Promise.resolve(1))).toBe(1);
  });
});
