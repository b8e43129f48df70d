/**
 * Listens on the first of these ports that is free, and says which; port 0 is any free one.
 * @param {import('node:http').Server} server
 * @param {readonly number[]} ports
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function listenOnFirst(server, ports, host) {
  const [port = 0, ...others] = ports;
  try {
    await listen(server, port, host);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
    if (!taken || others.length === 0) throw error;
    return listenOnFirst(server, others, host);
  }
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

/** @param {import('node:http').Server} server @param {number} port @param {string} host @returns {Promise<void>} */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
