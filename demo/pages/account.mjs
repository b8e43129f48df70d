import { randomBytes } from 'node:crypto';
import { buttons, html, json } from '../html.mjs';
import { SessionStore } from '../session-store.mjs';

/** @typedef {import('./page.mjs').Page} Page */

/** The demo's own session: signing in, the cart, flash messages. */
export const demoStore = new SessionStore({ name: '_demo_session' });

const GROUP = 'A session’s life';

/** @type {Page} */
const signIn = {
  path: '/sign_in',
  group: GROUP,
  title: 'Sign in',
  summary: 'A form, a redirect, a new session: the Set-Cookie line is on the redirect.',
  handle(visit) {
    if (visit.method === 'POST') {
      visit.reset(demoStore);
      Object.assign(visit.session(demoStore), { user_id: 7, _csrf_token: randomBytes(32).toString('base64url'), locale: 'en' });
      visit.flash(demoStore, { notice: 'Welcome back, Ana!' });
      return { redirect: '/' };
    }
    return {
      title: signIn.title,
      body: html`<p>Any address will do. The answer is a redirect that sets <code>${demoStore.name}</code>, sealed with AES-256-GCM.</p>
        <section><form method="post" action="/sign_in">
          <label>E-mail address<br><input type="email" name="email" value="ana@demo.test" autocomplete="off"></label>
          <button>Sign in</button>
        </form></section>`,
    };
  },
};

/** @type {Page} */
const signOut = {
  path: '/sign_out',
  group: GROUP,
  title: 'Sign out',
  summary: 'reset_session: the keys go, the session_id changes, the cookie is written anew.',
  handle(visit) {
    visit.reset(demoStore);
    visit.flash(demoStore, { notice: 'Signed out.' });
    return { redirect: '/' };
  },
};

/** @type {Page} */
const cart = {
  path: '/cart',
  group: GROUP,
  title: 'A cart that grows',
  summary: 'Fill the session: near the limit, dropped without a word, and at last CookieOverflow.',
  findings: ['near-limit', 'silent-drop', 'cookie-overflow'],
  handle(visit) {
    const { notice = '' } = visit.notice(demoStore);
    const session = visit.session(demoStore);
    const items = Array.isArray(session.cart) ? session.cart : [];
    if (visit.method === 'DELETE') {
      delete session.cart;
      return { redirect: '/cart' };
    }
    if (visit.method === 'POST') {
      const bytes = Math.min(Math.max(Number(visit.params.get('bytes')) || 100, 1), 10_000);
      session.cart = [...items, item(items.length + 1, bytes)];
      return { redirect: '/cart' };
    }
    return {
      title: cart.title,
      body: html`${notice ? html`<p class="notice">${String(notice)}</p>` : ''}
        <p>Every item is kept in the session, and so in the cookie. Small items lead into the silent drop: Rails still accepts the session, but
        the browser keeps the cookie from before, and the number below stands still. A large item then brings the exception.</p>
        <section><h2><output id="items">${items.length}</output> item(s) in the cart</h2>
        ${buttons('/cart', [
          { label: 'Add 100 bytes', fields: { bytes: '100' } },
          { label: 'Add 400 bytes', fields: { bytes: '400' } },
          { label: 'Add 1,500 bytes', fields: { bytes: '1500' } },
          { label: 'Empty the cart', fields: { _method: 'delete' }, quiet: true },
        ])}</section>`,
    };
  },
};

/**
 * The home page: what can be tried, and the secret to enter.
 * @param {import('../visit.mjs').Visit} visit
 * @param {readonly Page[]} pages
 * @param {import('../html.mjs').Html} secret
 */
export function home(visit, pages, secret) {
  const { notice = '' } = visit.notice(demoStore);
  const session = visit.session(demoStore);
  const groups = [...new Set(pages.map((page) => page.group))];
  return {
    title: 'Sessions to look into',
    body: html`
      ${notice ? html`<p class="notice" id="notice">${String(notice)}</p>` : ''}
      <p>A small shop whose sessions are sealed exactly as Rails seals them, with a page for each way a session can fail. Open DevTools, choose
      Sessionscope, and try them.</p>
      ${secret}
      <section><h2>${session.user_id === undefined ? 'You are not signed in' : 'Signed in as Ana'}</h2>
        ${session.user_id === undefined ? html`<p><a href="/sign_in">Sign in</a></p>` : buttons('/sign_out', [{ label: 'Sign out', fields: { _method: 'delete' } }])}
        <details><summary>What the server reads in <code>${demoStore.name}</code></summary>${json(session)}</details>
      </section>
      ${groups.map((group) => html`<section><h2>${group}</h2><ul class="grid">${pages.filter((page) => page.group === group).map(entry)}</ul></section>`)}
      ${buttons('/forget', [{ label: 'Delete all cookies of this demo', quiet: true }])}`,
  };
}

/** @param {Page} page */
function entry({ path, title, summary }) {
  return html`<li><a href="${path}"><b>${title}</b><span>${summary}</span></a></li>`;
}

/** @param {number} number @param {number} bytes */
function item(number, bytes) {
  return `item ${number} `.padEnd(bytes, 'a long description that belongs in the database; ').slice(0, bytes);
}

export const accountPages = [signIn, signOut, cart];
