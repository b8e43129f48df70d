/**
 * What Firefox's cookie store holds, in all its partitions. Not by WebDriver: that sees the cookies of the page alone.
 * Without what has expired: Firefox sends none of that, but keeps it for a while. A deletion by `Max-Age=0` may be
 * stored too: it expires at the cookie's creation time, and no two cookies have the same, so it can lie just ahead.
 * @param {import('./marionette.mjs').Marionette} marionette
 * @returns {Promise<readonly import('./panel-driver.ts').BrowserCookie[]>}
 */
export const firefoxCookies = (marionette) =>
  marionette.chrome(`
    const sameSites = { [Ci.nsICookie.SAMESITE_NONE]: "None", [Ci.nsICookie.SAMESITE_LAX]: "Lax", [Ci.nsICookie.SAMESITE_STRICT]: "Strict" };
    const isAlive = (cookie) => cookie.isSession || cookie.expiry > Date.now();
    return Services.cookies.cookies.filter(isAlive).map((cookie) => ({
      name: cookie.name,
      value: cookie.value,
      domain: cookie.rawHost,
      hostOnly: !cookie.isDomain,
      path: cookie.path,
      secure: cookie.isSecure,
      httpOnly: cookie.isHttpOnly,
      sameSite: sameSites[cookie.sameSite] ?? null,
      partition: cookie.originAttributes.partitionKey || null,
    }));`);
