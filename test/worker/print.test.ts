import { describe, expect, test, vi } from 'vitest';
import type { Printable } from '../../src/core/report/print-text.ts';
import { createPrinter } from '../../src/panel/state/printer.ts';
import { print } from '../../src/worker/print.ts';

/** A panel's printer whose questions the worker answers, the newest first. */
async function printed(...wanted: readonly Printable[]): Promise<readonly (string | null)[]> {
  const answers: (() => void)[] = [];
  const printer = createPrinter((message) => {
    if (message.type !== 'print') throw new Error(message.type);
    answers.unshift(() => print((answer) => answer.type === 'printed' && printer.received(answer.request, answer.text), message));
  });
  const texts = wanted.map((what) => printer.print(what));
  for (const answer of answers) answer();
  return Promise.all(texts);
}

describe('what is copied or saved', () => {
  const value = { type: 'string', text: 'a "b"' } as const;

  test('is printed by the worker, each for who asked', async () => {
    expect(
      await printed(
        { as: 'json', value, format: 'json' },
        { as: 'value', value, format: 'json' },
        { as: 'ruby', value },
        { as: 'cookies-csv', cookies: [] },
      ),
    ).toEqual(['"a \\"b\\""', 'a "b"', '"a \\"b\\""', expect.stringMatching(/^name,/i)]);
  });

  test('fails where it cannot be printed, and says so', async () => {
    const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await printed({ as: 'ruby', value: null as never })).toEqual([null]);
    expect(quiet).toHaveBeenCalledWith('sessionscope: printing failed', 'TypeError');
    quiet.mockRestore();
  });
});
