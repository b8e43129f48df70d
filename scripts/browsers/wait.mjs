/** @param {number} ms */
export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Calls `fn` until it gives something truthy, and gives that. What it throws counts as "not yet" and is told on time-out.
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} fn
 * @param {number} [timeout] milliseconds
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, fn, timeout = 15_000) {
  const end = Date.now() + timeout;
  // Most waits are for something that comes within a frame or two.
  for (let pause = 5; ; pause = Math.min(2 * pause, 50)) {
    let reason = '';
    try {
      const value = await fn();
      if (value) return value;
    } catch (error) {
      reason = ` (${error instanceof Error ? error.message : String(error)})`;
    }
    if (Date.now() > end) throw new Error(`timed out after ${timeout} ms waiting for ${what}${reason}`);
    await sleep(pause);
  }
}
