import { connect } from 'node:net';

/** Firefox's own remote protocol: `<byte length>:<JSON>` over TCP. */

/** @typedef {{ name: string, resolve: (value: any) => void, reject: (error: Error) => void }} Waiting */

/**
 * @param {number} port
 * @returns {Promise<Marionette>} once Firefox has greeted
 */
export function connectMarionette(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1').once('error', reject);
    /** @type {Map<number, Waiting>} */
    const pending = new Map();
    const marionette = marionetteOn(socket, pending);
    let buffer = Buffer.alloc(0);
    socket.on('close', () => {
      for (const waiting of pending.values()) waiting.reject(new Error(`${waiting.name}: the browser has gone`));
      pending.clear();
    });
    socket.on('data', (data) => {
      buffer = Buffer.concat([buffer, data]);
      for (let colon = buffer.indexOf(':'); colon >= 0; colon = buffer.indexOf(':')) {
        const end = colon + 1 + Number(buffer.subarray(0, colon).toString());
        if (buffer.length < end) return;
        const message = JSON.parse(buffer.subarray(colon + 1, end).toString());
        buffer = buffer.subarray(end);
        if (!Array.isArray(message)) {
          resolve(marionette);
          continue;
        }
        const [, id, error, result] = message;
        const waiting = pending.get(id);
        pending.delete(id);
        if (error) waiting?.reject(new Error(`${waiting.name}: ${error.error}: ${error.message}`));
        else waiting?.resolve(result);
      }
    });
  });
}

/** @param {import('node:net').Socket} socket @param {Map<number, Waiting>} pending */
function marionetteOn(socket, pending) {
  let last = 0;
  /** @type {Promise<unknown>} chrome scripts switch the context and back, so they run one at a time */
  let queue = Promise.resolve();

  /** @param {string} name @param {object} [params] @returns {Promise<any>} */
  const send = (name, params = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      pending.set(last, { name, resolve, reject });
      const body = Buffer.from(JSON.stringify([0, last, name, params]));
      socket.write(Buffer.concat([Buffer.from(`${body.length}:`), body]));
    });
  /** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
  const alone = (task) => {
    const result = queue.then(task);
    queue = result.catch(() => {});
    return result;
  };
  /** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
  const inChrome = (task) =>
    alone(async () => {
      await send('Marionette:SetContext', { value: 'chrome' });
      try {
        return await task();
      } finally {
        await send('Marionette:SetContext', { value: 'content' });
      }
    });

  /** @param {string} body of an async function over `args` @param {readonly unknown[]} args @param {object} [options] @returns {Promise<any>} */
  const runAsync = async (body, args, options = {}) => {
    const { value } = await send('WebDriver:ExecuteAsyncScript', {
      script: `const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1);
        (async () => { ${body} })().then((v) => done({ v: v === undefined ? null : v }), (e) => done({ e: String(e) + "\\n" + (e && e.stack) }));`,
      args,
      ...options,
    });
    if (value?.e) throw new Error(value.e);
    return value?.v;
  };

  return {
    send,
    /** A command in the content context, never in between the two halves of another. @param {string} name @param {object} [params] */
    command: (name, params) => alone(() => send(name, params)),
    /** A command in the chrome context. @param {string} name @param {object} [params] */
    chromeCommand: (name, params) => inChrome(() => send(name, params)),
    /** Body of an async function in the parent process with system privileges. @param {string} body @param {...unknown} args */
    chrome: (body, ...args) => inChrome(() => runAsync(body, args, { sandboxName: 'system', newSandbox: false })),
    /** Body of an async function in the page. @param {string} body @param {...unknown} args */
    content: (body, ...args) => alone(() => runAsync(body, args)),
    close: () => socket.destroy(),
  };
}

/** @typedef {ReturnType<typeof marionetteOn>} Marionette */
