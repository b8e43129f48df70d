import { buttons, html } from '../html.mjs';
import { OLD_DEMO_SECRET } from '../secrets.mjs';
import { SessionStore } from '../session-store.mjs';
import { countVisit, explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'Keys and ciphers';
const beforeRotation = new SessionStore({ name: '_rotated_session', path: '/old-secret', secret: OLD_DEMO_SECRET });
const afterRotation = new SessionStore({ name: '_rotated_session', path: '/old-secret', oldSecret: OLD_DEMO_SECRET });
const oldStyle = new SessionStore({ name: '_old_style_session', path: '/old-cipher', cipher: 'cbc', digest: 'sha1' });

/** @type {Page} */
const oldSecret = {
  path: '/old-secret',
  cookies: [afterRotation.name],
  group: GROUP,
  title: 'An old secret',
  summary: 'secret_key_base was rotated: the old cookie is still read, and written anew under the new secret.',
  handle(visit) {
    const begin = visit.unsafe || !visit.cookies.has(beforeRotation.name);
    if (begin) visit.send(beforeRotation.line({ user_id: 7, visits: 0 }, visit.now));
    if (visit.unsafe) return { redirect: oldSecret.path };
    const state = begin
      ? 'This response sealed the session with the old secret, as before the deploy. Load the page again.'
      : visit.rotated(afterRotation)
        ? 'The request’s cookie opened with the old secret; this response sealed it with the new one.'
        : 'The session is under the new secret.';
    return explain(oldSecret, {
      why: 'A rotation keeps people signed in while the secret changes. As long as it stands, whoever has the old secret still gets in.',
      look: 'Enter both secrets: the rows say which of them opened each version.',
      parts: html`<section><h2>The secret before the deploy</h2><code class="secret" id="old-secret-key-base">${OLD_DEMO_SECRET}</code>
        <p id="state">${state}</p>${begin ? '' : countVisit(visit, afterRotation)}
        ${buttons(oldSecret.path, [{ label: 'Go back to before the deploy', quiet: true }])}</section>`,
    });
  },
};

/** @type {Page} */
const oldCipher = {
  path: '/old-cipher',
  cookies: [oldStyle.name],
  group: GROUP,
  title: 'An old-style cookie',
  summary: 'AES-256-CBC with HMAC-SHA1, keys derived with SHA1: Rails 4 and 5, or an upgrade that kept old defaults.',
  handle(visit) {
    Object.assign(visit.session(oldStyle), { user_id: 7 });
    return explain(oldCipher, {
      why: 'Applications that were upgraded step by step often still write the cookies of long ago.',
      look: 'The same secret opens it: layout and digest are found by trying, and the details say which ones did.',
      parts: countVisit(visit, oldStyle),
    });
  },
};

export const keyPages = [oldSecret, oldCipher];
