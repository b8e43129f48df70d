import { describe, expect, test } from 'vitest';
import { checkPayload } from './check-payload.ts';
import { mutate, randomSource } from './mutate.ts';
import { collectSeeds } from './seeds.ts';

/** In all, over the three readers; `npm run fuzz` sets it. */
const INPUTS = Number(process.env.SESSIONSCOPE_FUZZ_INPUTS ?? 30_000);
const SEED = Number(process.env.SESSIONSCOPE_FUZZ_SEED ?? 1);
/** No single input may take longer, in milliseconds. */
const SLOWEST = 1000;

const seeds = collectSeeds();

describe('mutated payloads of real Rails', () => {
  test.each(['json', 'marshal', 'message_pack'] as const)(
    '%s: none throws, hangs, or takes more memory than its length allows',
    (reader) => {
      const random = randomSource(SEED);
      const corpus = seeds[reader];
      const counts = { read: 0, refused: 0 };
      let slowest = 0;
      for (let index = 0; index < INPUTS / 3; index++) {
        const pick = (): Uint8Array => corpus[random(corpus.length)] ?? new Uint8Array();
        const bytes = mutate(pick(), pick(), random);
        const start = performance.now();
        try {
          counts[checkPayload(reader, bytes, index % 4 === 0) ? 'read' : 'refused']++;
        } catch (error) {
          throw new Error(`seed ${SEED}, input ${index}: ${Buffer.from(bytes).toString('base64')}`, { cause: error });
        }
        slowest = Math.max(slowest, performance.now() - start);
      }
      if (process.env.SESSIONSCOPE_FUZZ_INPUTS !== undefined) console.log(reader, counts, `slowest ${slowest.toFixed(1)} ms`);
      expect(slowest).toBeLessThan(SLOWEST);
    },
    600_000,
  );
});
