/** The Chrome DevTools Protocol over two pipes (`--remote-debugging-pipe`): JSON messages, each ended by a NUL byte. */

/** @typedef {{ method: string, params: Record<string, any>, sessionId?: string }} CdpEvent */
/** @typedef {(method: string, params?: object, sessionId?: string) => Promise<any>} Send */
/** @typedef {{ targetId: string, type: string, url: string }} TargetInfo */

/**
 * @param {import('node:stream').Writable} output
 * @param {import('node:stream').Readable} input
 */
export function connectPipe(output, input) {
  /** @type {Map<number, { method: string, resolve: (value: any) => void, reject: (error: Error) => void }>} */
  const pending = new Map();
  /** @type {Set<(event: CdpEvent) => void>} */
  const listeners = new Set();
  let last = 0;
  /** @type {Buffer[]} */
  let begun = [];

  /** @param {any} message */
  const receive = (message) => {
    const waiting = pending.get(message.id);
    if (!waiting) {
      for (const listener of [...listeners]) listener(message);
      return;
    }
    pending.delete(message.id);
    if (message.error) waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting.resolve(message.result);
  };
  input.on('data', (/** @type {Buffer} */ data) => {
    let rest = data;
    for (let end = rest.indexOf(0); end >= 0; end = rest.indexOf(0)) {
      const message = Buffer.concat([...begun, rest.subarray(0, end)]).toString('utf8');
      begun = [];
      rest = rest.subarray(end + 1);
      receive(JSON.parse(message));
    }
    if (rest.length > 0) begun.push(rest);
  });
  output.on('error', () => {});
  input.on('error', () => {});

  return {
    /** @type {Send} */
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((resolve, reject) => {
        last += 1;
        pending.set(last, { method, resolve, reject });
        output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      }),
    /** @param {(event: CdpEvent) => void} listener */
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Rejects whatever still waits. @param {string} reason */
    end: (reason) => {
      for (const waiting of pending.values()) waiting.reject(new Error(`${waiting.method}: ${reason}`));
      pending.clear();
    },
  };
}

/** @typedef {ReturnType<typeof connectPipe>} Connection */

/**
 * A session with one target (tab, DevTools front-end, extension frame, worker).
 * @param {Connection} connection
 * @param {string} targetId
 */
export async function attach(connection, targetId) {
  /** @type {{ sessionId: string }} */
  const { sessionId } = await connection.send('Target.attachToTarget', { targetId, flatten: true });
  return {
    targetId,
    sessionId,
    /** @param {string} method @param {object} [params] */
    send: (method, params) => connection.send(method, params, sessionId),
    /**
     * @param {Function | string} fn the source of a function, where it must not be touched by a bundler
     * @param {readonly unknown[]} args
     * @returns {Promise<any>}
     */
    async evaluate(fn, args) {
      const list = args.map((arg) => (arg === undefined ? 'undefined' : JSON.stringify(arg))).join(', ');
      const expression = `(${fn})(${list})`;
      const answer = await connection.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true }, sessionId);
      const thrown = answer.exceptionDetails;
      if (thrown) throw new Error(thrown.exception?.description ?? thrown.exception?.value ?? thrown.text);
      return answer.result.value;
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof attach>>} Session */
