import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { buttons, Html, html, json } from '../html.mjs';
import { setCookieLine } from '../rack-cookie.mjs';
import { SessionStore } from '../session-store.mjs';
import { explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'Storage and timing';
const STORE_COOKIE = '_store_session';
const MAX_STORED = 1000;
const shared = new SessionStore({ name: '_shared_session', path: '/lost-update' });

/** @type {Page} */
const serverStore = {
  path: '/server-store',
  cookies: [STORE_COOKIE],
  group: GROUP,
  title: 'A server-side store',
  summary: 'The cookie is only an id of 32 hex digits; the session stays on the server.',
  handle(visit) {
    const { stored } = visit.database;
    const sent = visit.cookies.get(STORE_COOKIE) ?? '';
    if (visit.unsafe) {
      stored.delete(privateId(sent));
      return { redirect: serverStore.path };
    }
    // An id that the store does not know gets a fresh one, as Rails does against fixation.
    const known = stored.get(privateId(sent));
    const id = known ? sent : randomBytes(16).toString('hex');
    const session = { user_id: 7, visits: Number(known?.visits ?? 0) + 1 };
    if (stored.size >= MAX_STORED) stored.clear();
    stored.set(privateId(id), session);
    visit.send(setCookieLine(STORE_COOKIE, id, { path: serverStore.path, httpOnly: true, sameSite: 'lax' }));
    return explain(serverStore, {
      why: 'With the cache store or the Active Record store nothing can be opened, whatever the secret is: what the session holds never leaves the server.',
      look: 'The row says that it is a server-side id and offers no secret field.',
      parts: html`<section><h2>On the server, under <code>2::sha256(id)</code></h2>${json(session)}
        ${buttons(serverStore.path, [{ label: 'Evict it from the server', quiet: true }])}</section>`,
    });
  },
};

const RACE = `
document.getElementById('race').onclick = async () => {
  await Promise.all([fetch('/lost-update/item', { method: 'POST' }), fetch('/lost-update/locale', { method: 'POST' })]);
  location.reload();
};`;

/** @type {Page} */
const lostUpdate = {
  path: '/lost-update',
  also: ['/lost-update/item', '/lost-update/locale'],
  cookies: [shared.name],
  group: GROUP,
  title: 'Two requests at once',
  summary: 'Both start from the same cookie; the answer that arrives last overwrites the other’s change.',
  async handle(visit) {
    const session = visit.session(shared);
    if (visit.path !== lostUpdate.path) {
      if (visit.path.endsWith('/item')) {
        session.items = Number(session.items ?? 0) + 1;
        await wait(600);
      } else session.locale = session.locale === 'pt' ? 'en' : 'pt';
      return { json: session };
    }
    if (visit.unsafe) {
      visit.reset(shared);
      Object.assign(visit.session(shared), { items: 0, locale: 'en' });
      return { redirect: lostUpdate.path };
    }
    session.items ??= 0;
    session.locale ??= 'en';
    return explain(lostUpdate, {
      why: 'The button sends two requests together: one adds an item and takes 600 ms, one changes the language and answers at once. Both succeed; the language is lost.',
      look: 'Two rows whose requests carried the same version. The later one lacks what the earlier one changed.',
      parts: html`<section><h2>The server reads</h2>${json({ items: session.items, locale: session.locale })}
        <div class="buttons"><button id="race">Send both</button></div>${buttons(lostUpdate.path, [{ label: 'Start again', quiet: true }])}
        <script>${new Html(RACE)}</script></section>`,
    });
  },
};

/** Rack::Session::SessionId#private_id. @param {string} id */
function privateId(id) {
  return `2::${createHash('sha256').update(id).digest('hex')}`;
}

export const elsewherePages = [serverStore, lostUpdate];
