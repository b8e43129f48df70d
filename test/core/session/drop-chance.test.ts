import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { UNREAD } from '../../../src/core/readers/reader.ts';
import { dropChance } from '../../../src/core/session/drop-chance.ts';

interface Measured {
  readonly raw_value: number;
  readonly dropped_share: number;
}
interface Band {
  readonly measurements: readonly {
    readonly rails: string;
    readonly results: Readonly<Record<string, { readonly rows: readonly Measured[] }>>;
  }[];
}

const file = new URL('../../fixtures/vectors/drop-band.json', import.meta.url);
const band: Band = JSON.parse(readFileSync(file, 'utf8'));

/** Of so many bytes before percent-encoding: `b64(ciphertext)--b64(iv)--b64(tag)`. */
function chanceOf(raw: number, name: string): number {
  const text = raw - '--'.length * 2 - 16 - 24;
  const part = (kind: 'ciphertext' | 'iv' | 'tag', bytes: number) => ({ kind, encoding: 'base64' as const, text: '', bytes });
  // The padding of the ciphertext is not told; its mean is.
  const chances = [0, 1, 2].map(
    (padding) =>
      dropChance(
        {
          ...UNREAD,
          framework: 'rails',
          role: 'session',
          layout: 'encrypted-gcm',
          parts: [part('ciphertext', (text / 4) * 3 - padding), part('iv', 12), part('tag', 16)],
        },
        { name, value: '%3D' },
      ) ?? Number.NaN,
  );
  return chances.reduce((sum, each) => sum + each, 0) / chances.length;
}

describe('how often browsers drop what Rails sealed', () => {
  const rows = band.measurements.flatMap(({ rails, results }) =>
    Object.entries(results).flatMap(([title, { rows: measured }]) =>
      title.startsWith('gcm') ? measured.map((row) => [rails, title, row.raw_value, row.dropped_share] as const) : [],
    ),
  );

  test.each(rows)('Rails %s, %s, %i bytes: %d of 60 cookies', (_, title, raw, share) => {
    // Four standard deviations of a share of 60, and what the unknown padding makes.
    expect(Math.abs(chanceOf(raw, title.split(', ')[1] ?? '') - share)).toBeLessThan(0.27);
  });

  test('far below the limit and far above there is no chance', () => {
    expect(chanceOf(3000, '_app_session')).toBeCloseTo(0);
    expect(chanceOf(4200, '_app_session')).toBeCloseTo(1);
  });
});

test('a value of fixed size is dropped or not, and an id is nothing that is sealed', () => {
  const reading = { ...UNREAD, framework: 'rails', role: 'session' } as const;
  expect(dropChance({ ...reading, layout: 'signed' }, { name: 'a', value: 'x'.repeat(4095) })).toBe(0);
  expect(dropChance({ ...reading, layout: 'signed' }, { name: 'a', value: 'x'.repeat(4096) })).toBe(1);
  expect(dropChance({ ...reading, layout: 'store-id' }, { name: 'a', value: 'x' })).toBeNull();
});
