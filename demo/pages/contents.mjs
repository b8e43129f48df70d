import { buttons, html, json } from '../html.mjs';
import { SessionStore } from '../session-store.mjs';
import { countVisit, explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'Contents';
const readable = new SessionStore({ name: '_signed_session', path: '/readable-session', cipher: 'signed' });
const snapshot = new SessionStore({ name: '_snapshot_session', path: '/record-snapshot' });
const stale = new SessionStore({ name: '_stale_session', path: '/stale-snapshot' });

/** @type {Page} */
const readableSession = {
  path: '/readable-session',
  cookies: [readable.name],
  group: GROUP,
  title: 'A readable session',
  summary: 'Signed but not encrypted: nobody can change it, everybody can read it.',
  findings: ['readable-session'],
  handle(visit) {
    Object.assign(visit.session(readable), { user_id: 7, email: 'ana@demo.test' });
    return explain(readableSession, {
      why: 'Rails 3 signed its sessions only, and so does an application that has secret_token but no secret_key_base. Base64 is not encryption.',
      look: 'The session is shown before any secret is entered, marked “not verified”; with the secret it becomes verified.',
      parts: countVisit(visit, readable),
    });
  },
};

/** @type {Page} */
const recordSnapshot = {
  path: '/record-snapshot',
  cookies: [snapshot.name],
  group: GROUP,
  title: 'A record in the session',
  summary: 'session[:account] = @account stores every column; so does flash[:account].',
  findings: ['record-snapshot'],
  handle(visit) {
    if (visit.unsafe) {
      visit.flash(snapshot, { account: visit.database.account });
      return { redirect: recordSnapshot.path };
    }
    const { account: shown } = visit.notice(snapshot);
    const session = visit.session(snapshot);
    session.account = { ...visit.database.account };
    return explain(recordSnapshot, {
      why: 'A whole record was put where its id belongs. It comes back as a plain Hash with string keys, costs bytes on every request, and goes stale.',
      look: 'The finding names the path inside the session (account, or flash.flashes.account) and the columns that give it away.',
      parts: html`<section>${shown ? html`<p class="notice">The flash brought a record along.</p>` : ''}${json(session.account)}
        ${buttons(recordSnapshot.path, [{ label: 'Put it into the flash, too' }])}</section>`,
    });
  },
};

/** @type {Page} */
const staleSnapshot = {
  path: '/stale-snapshot',
  cookies: [stale.name],
  group: GROUP,
  title: 'A stale snapshot',
  summary: 'The record changes in the database, the copy in the session does not.',
  findings: ['record-snapshot'],
  handle(visit) {
    const session = visit.session(stale);
    if (visit.unsafe) {
      const changed = visit.database.account.name === 'Ana Silva' ? 'Ana Souza' : 'Ana Silva';
      visit.database.account = { ...visit.database.account, name: changed, updated_at: visit.now.toISOString() };
      return { redirect: staleSnapshot.path };
    }
    session.account ??= { ...visit.database.account };
    return explain(staleSnapshot, {
      why: 'The copy was made when the session began. The button renames the account in the database; the session goes on showing the old name.',
      look: 'Several versions of the session with the same record in them, unchanged past a successful POST.',
      parts: html`<section><h2>In the session</h2>${json(session.account)}<h2>In the database</h2>${json(visit.database.account)}
        ${buttons(staleSnapshot.path, [{ label: 'Rename the account' }])}</section>`,
    });
  },
};

export const contentPages = [readableSession, recordSnapshot, staleSnapshot];
