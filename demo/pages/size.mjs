import { buttons, html } from '../html.mjs';
import { MAX_COOKIE_BYTES, measureCookie } from '../rack-cookie.mjs';
import { SessionStore } from '../session-store.mjs';
import { explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'Size';
const nearStore = new SessionStore({ name: '_near_limit_session', path: '/near-limit' });
const dropStore = new SessionStore({ name: '_silent_drop_session', path: '/silent-drop' });
const overflowStore = new SessionStore({ name: '_overflow_session', path: '/cookie-overflow' });

/** @type {Page} */
const nearLimit = {
  path: '/near-limit',
  cookies: [nearStore.name],
  group: GROUP,
  title: 'Near the limit',
  summary: 'More than 80% of the 4,096 bytes a browser accepts: one more key may be one too many.',
  findings: ['near-limit'],
  handle(visit) {
    fill(visit, nearStore, 3400);
    return explain(nearLimit, {
      why: 'The session of this page is nearly full. It still works, which is why nobody notices.',
      look: 'The gauge of the row stands near its end; the finding says how many bytes are left.',
    });
  },
};

/** @type {Page} */
const silentDrop = {
  path: '/silent-drop',
  cookies: [dropStore.name],
  group: GROUP,
  title: 'The silent drop',
  summary: 'Rails counts fewer than 4,096 bytes and is content; percent-encoding makes it more, and the browser keeps the old cookie.',
  findings: ['silent-drop'],
  handle(visit) {
    const session = visit.session(dropStore);
    if (visit.unsafe) {
      session.step = 'after the button';
      // Rails accepts 4,096; from about 3,900 on, the wire is over the limit whatever the random ciphertext is.
      fill(visit, dropStore, 3980);
      return { redirect: silentDrop.path };
    }
    session.step ??= 'before the button';
    return explain(silentDrop, {
      why: 'The button stores about two kilobytes. The answer is an ordinary redirect and no log mentions anything, but the cookie is too large on the wire: the browser ignores it and goes on sending the one from before.',
      look: 'The POST’s row shows both counts, Rails’ below 4,096 and the wire above; the next request still carries the old version.',
      parts: html`<section><h2>The server reads: <output id="step">${String(session.step)}</output></h2>
        ${buttons(silentDrop.path, [{ label: 'Store two kilobytes' }])}</section>`,
    });
  },
};

/** @type {Page} */
const cookieOverflow = {
  path: '/cookie-overflow',
  cookies: [overflowStore.name],
  group: GROUP,
  title: 'CookieOverflow',
  summary: 'Over 4,096 bytes by Rails’ own count: a 500, and no Set-Cookie at all.',
  findings: ['cookie-overflow'],
  handle(visit) {
    const session = visit.session(overflowStore);
    if (visit.unsafe) {
      session.report = 'x'.repeat(4000);
      return { redirect: cookieOverflow.path };
    }
    session.report ??= 'short';
    return explain(cookieOverflow, {
      why: 'The button stores four kilobytes. Rails raises ActionDispatch::Cookies::CookieOverflow after the action has run: what it wrote to the database stays, the session does not.',
      look: 'The POST’s row is a 500 without a cookie; the finding names the exception although no header tells.',
      parts: html`<section><h2>The report in the session has <output>${String(session.report).length}</output> characters</h2>
        ${buttons(cookieOverflow.path, [{ label: 'Store four kilobytes' }])}</section>`,
    });
  },
};

/**
 * Fills the session until its sealed value has this many bytes before percent-encoding, or a few more.
 * @param {import('../visit.mjs').Visit} visit
 * @param {SessionStore} store
 * @param {number} bytes
 */
function fill(visit, store, bytes) {
  const session = visit.session(store);
  session.recently_viewed = '';
  for (let raw = 0; raw < bytes; raw = measureCookie(store.name, store.seal(session, visit.now)).raw) {
    session.recently_viewed += '/products/oak-table ';
    if (raw > MAX_COOKIE_BYTES) throw new Error('The filler passed the limit');
  }
}

export const sizePages = [nearLimit, silentDrop, cookieOverflow];
