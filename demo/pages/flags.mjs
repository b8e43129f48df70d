import { buttons, Html, html } from '../html.mjs';
import { SessionStore } from '../session-store.mjs';
import { countVisit, explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'Flags';
const scripts = new SessionStore({ name: '_no_httponly_session', path: '/missing-httponly', httpOnly: false });
const insecure = new SessionStore({ name: '_no_secure_session', path: '/missing-secure' });
const anySite = new SessionStore({ name: '_no_samesite_session', path: '/missing-samesite', sameSite: 'omit' });
const noneInsecure = new SessionStore({ name: '_none_insecure_session', path: '/samesite-none-insecure', sameSite: 'none' });
const secureOnHttp = new SessionStore({ name: '_secure_session', path: '/secure-on-http', secure: true });
const behindTls = new SessionStore({ name: '_tls_proxy_session', path: '/secure-on-http', secure: true, assumeSsl: true });

/** @type {Page} */
const missingHttpOnly = {
  path: '/missing-httponly',
  cookies: [scripts.name],
  group: GROUP,
  title: 'No HttpOnly',
  summary: 'httponly: false – every script on the page reads the session cookie.',
  findings: ['missing-httponly'],
  handle(visit) {
    const script = "document.getElementById('read').textContent = document.cookie.length + ' characters';";
    return explain(missingHttpOnly, {
      why: 'A script that got into the page can send this cookie anywhere, and whoever holds it is signed in.',
      look: 'The letter H is struck in the row’s flags.',
      parts: html`${countVisit(visit, scripts)}<p>A script on this page reads <output id="read">nothing</output> from document.cookie.</p>
        <script>${new Html(script)}</script>`,
    });
  },
};

/** @type {Page} */
const missingSecure = {
  path: '/missing-secure',
  cookies: [insecure.name],
  group: GROUP,
  title: 'No Secure',
  summary: 'Without Secure the cookie also travels over plain http, where anyone on the way reads it.',
  findings: ['missing-secure'],
  handle(visit) {
    return explain(missingSecure, {
      why: 'This demo speaks plain http on the loopback address, so none of its session cookies is Secure. On https the same finding is an error.',
      look: 'The remedy is the line for production: secure: Rails.env.production?, since Secure would break the sign-in on plain http.',
      parts: countVisit(visit, insecure),
    });
  },
};

/** @type {Page} */
const missingSameSite = {
  path: '/missing-samesite',
  cookies: [anySite.name],
  group: GROUP,
  title: 'No SameSite',
  summary: 'Chromium treats it as Lax, Firefox as None: the application behaves differently in each.',
  findings: ['missing-samesite'],
  handle(visit) {
    return explain(missingSameSite, {
      why: 'Rails sets SameSite=Lax from the defaults of 6.1 on; applications that kept older defaults send none.',
      look: 'The third letter of the flags is struck.',
      parts: countVisit(visit, anySite),
    });
  },
};

/** @type {Page} */
const sameSiteNone = {
  path: '/samesite-none-insecure',
  cookies: [noneInsecure.name],
  group: GROUP,
  title: 'SameSite=None without Secure',
  summary: 'Set for an embedded page, refused by the browser: the session never sticks.',
  findings: ['samesite-none-insecure'],
  handle(visit) {
    return explain(sameSiteNone, {
      why: 'Browsers refuse SameSite=None unless Secure stands beside it, so every visit starts over.',
      look: 'The finding is an error, and no later request carries the cookie.',
      parts: countVisit(visit, noneInsecure),
    });
  },
};

/** @type {Page} */
const secure = {
  path: '/secure-on-http',
  cookies: [secureOnHttp.name, behindTls.name],
  group: GROUP,
  title: 'Secure on plain http',
  summary: 'secure: true without https: Rails sends no cookie at all, or the browser refuses it.',
  handle(visit) {
    const kind = visit.params.get('as');
    if (visit.unsafe) {
      visit.session(kind === 'proxy' ? behindTls : secureOnHttp).user_id = 7;
      return { redirect: secure.path };
    }
    const signedIn = (/** @type {SessionStore} */ store) => (visit.session(store).user_id === undefined ? 'not signed in' : 'signed in');
    return explain(secure, {
      why: 'With secure: true Rails does not commit a session on a request that came over http, and says nothing. Behind a proxy that ends TLS and tells Rails so, Rails does send the cookie; a browser that came by plain http refuses it, except from the loopback address (127.0.0.1, localhost), which it trusts.',
      look: 'The first button’s redirect sets nothing. The second’s sets a Secure cookie, which only the loopback exception keeps alive.',
      parts: html`<section><p>As Rails sees plain http: <output>${signedIn(secureOnHttp)}</output><br>As Rails behind a TLS proxy: <output>${signedIn(behindTls)}</output></p>
        ${buttons(secure.path, [
          { label: 'Sign in over http', fields: { as: 'http' } },
          { label: 'Sign in as behind a TLS proxy', fields: { as: 'proxy' } },
        ])}</section>`,
    });
  },
};

export const flagPages = [missingHttpOnly, missingSecure, missingSameSite, sameSiteNone, secure];
