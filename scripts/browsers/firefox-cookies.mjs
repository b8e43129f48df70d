/**
 * What Firefox's cookie store holds, in all its partitions. Not by WebDriver: that sees the cookies of the page alone.
 * @param {import('./marionette.mjs').Marionette} marionette
 * @returns {Promise<readonly import('./panel-driver.ts').BrowserCookie[]>}
 */
export const firefoxCookies = (marionette) =>
  marionette.chrome(`
    const sameSites = { [Ci.nsICookie.SAMESITE_NONE]: "None", [Ci.nsICookie.SAMESITE_LAX]: "Lax", [Ci.nsICookie.SAMESITE_STRICT]: "Strict" };
    return Services.cookies.cookies.map((cookie) => ({
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
