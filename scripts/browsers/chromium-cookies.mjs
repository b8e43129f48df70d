/**
 * What Chromium's cookie store holds, read over the protocol.
 * @param {import('./cdp.mjs').Connection} connection
 * @returns {Promise<readonly import('./panel-driver.ts').BrowserCookie[]>}
 */
export async function chromiumCookies(connection) {
  /** @type {{ cookies: any[] }} */
  const { cookies } = await connection.send('Storage.getCookies');
  return cookies.map(({ name, value, domain, path, secure, httpOnly, sameSite, partitionKey }) => ({
    ...{ name, value, path, secure, httpOnly },
    domain: domain.replace(/^\./, ''),
    hostOnly: !domain.startsWith('.'),
    sameSite: sameSite ?? null,
    partition: partitionKey?.topLevelSite ?? null,
  }));
}
