/** Uncaught errors and violations in what belongs to the extension. @param {import('./cdp.mjs').Connection} connection */
export function watchProblems(connection) {
  /** @type {string[]} */
  const problems = [];
  /** @type {Set<string>} */
  const sessions = new Set();
  connection.on(({ method, params, sessionId }) => {
    if (!sessionId || !sessions.has(sessionId)) return;
    if (method === 'Runtime.exceptionThrown') {
      const details = params.exceptionDetails;
      problems.push(details.exception?.description ?? details.text);
    }
    if (method === 'Log.entryAdded' && params.entry.level === 'error') problems.push(params.entry.text);
  });
  return {
    problems,
    /** @param {import('./cdp.mjs').Session} session */
    async watch(session) {
      sessions.add(session.sessionId);
      await session.send('Runtime.enable');
      await session.send('Log.enable');
    },
  };
}
