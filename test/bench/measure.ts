/** Values per second: `wall` by the clock, `core` by the processor time that all threads of the process took together. */
export interface Rate {
  readonly wall: number;
  readonly core: number;
}

/** In milliseconds. */
export const ROUND = 200;
export const ROUNDS = 5;
/** Fewer values than that are gone through again, so that no pass is too short to measure. */
const PASS = 512;

/** How many values are opened at a time, as the analysis does it. */
const AT_A_TIME = 32;

/** The best of some rounds, after one that warms up. `pass` goes through `count` values. */
async function measure(count: number, pass: () => Promise<void> | void): Promise<Rate> {
  let best: Rate = { wall: 0, core: 0 };
  for (let round = 0; round <= ROUNDS; round++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    let passes = 0;
    for (; performance.now() - start < ROUND; passes++) await pass();
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const rate = { wall: (passes * count) / seconds, core: (passes * count * 1e6) / (user + system) };
    if (round > 0) best = { wall: Math.max(best.wall, rate.wall), core: Math.max(best.core, rate.core) };
  }
  return best;
}

const enough = <T>(values: readonly T[]): readonly T[] => Array.from({ length: Math.ceil(PASS / values.length) }, () => values).flat();

/** For readers that answer at once. */
export function measureReading<T>(values: readonly T[], read: (value: T) => unknown): Promise<Rate> {
  const all = enough(values);
  return measure(all.length, () => {
    for (const value of all) read(value);
  });
}

/** For what waits for WebCrypto: some at a time, the next as soon as one is done. */
export function measureOpening<T>(values: readonly T[], open: (value: T) => Promise<unknown>): Promise<Rate> {
  const all = enough(values);
  return measure(all.length, async () => {
    const left = all.values();
    const work = async (): Promise<void> => {
      for (const value of left) await open(value);
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
  });
}
