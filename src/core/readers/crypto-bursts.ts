let underWay = 0;
let waiting: (() => void)[] = [];

/**
 * Makes a call of WebCrypto at once when none is under way, else together with all others that come meanwhile, as soon as those under way
 * are done. Engines hand every call to another thread: one that has to be woken for each small message costs more than the decryption,
 * and in a burst it is woken once. Rejects as the call does.
 */
export function inBurst<T>(call: () => Promise<T>): Promise<T> {
  if (underWay === 0) return begin(call);
  return new Promise((resolve) => waiting.push(() => resolve(begin(call))));
}

async function begin<T>(call: () => Promise<T>): Promise<T> {
  underWay++;
  try {
    return await call();
  } finally {
    underWay--;
    if (underWay === 0) startWaiting();
  }
}

function startWaiting(): void {
  const burst = waiting;
  waiting = [];
  for (const start of burst) start();
}
