import { buttons, html } from '../html.mjs';
import { SessionStore } from '../session-store.mjs';
import { countVisit, explain } from './page.mjs';

/** @typedef {import('./page.mjs').Page} Page */

const GROUP = 'What the browser does';

/** @type {{ name: string, attributes: string, what: string }[]} */
const mistakes = [
  { name: '__Host-demo', attributes: 'path=/refused', what: '__Host- asks for Secure and Path=/' },
  { name: '__Secure-demo', attributes: 'path=/refused', what: '__Secure- asks for Secure' },
  { name: 'other_domain', attributes: 'path=/refused; domain=other.example', what: 'a Domain that is not this host’s' },
  { name: 'partitioned', attributes: 'path=/refused; partitioned', what: 'Partitioned without Secure' },
  { name: 'none', attributes: 'path=/refused; samesite=none', what: 'SameSite=None without Secure' },
  { name: 'long', attributes: 'path=/refused; max-age=tomorrow; expires=soon', what: 'kept, but both lifetimes are passed over' },
];

/** @type {Page} */
const refused = {
  path: '/refused',
  cookies: mistakes.map(({ name }) => name),
  group: GROUP,
  title: 'Refused, without a word',
  summary: 'Five Set-Cookie lines that no browser keeps, each for another reason, and one with attributes that it passes over.',
  findings: ['cookie-refused', 'prefix-violated', 'samesite-none-insecure', 'attribute-malformed'],
  handle(visit) {
    for (const { name, attributes } of mistakes) visit.send(`${name}=1; ${attributes}`);
    return explain(refused, {
      why: 'A browser that does not keep a cookie tells neither the server nor the page.',
      look: 'The Cookies view counts the refusals with their reasons; the Cookie tab of a row says which rule decided.',
      parts: html`<ul>${mistakes.map(({ name, what }) => html`<li><code>${name}</code>: ${what}</li>`)}</ul>`,
    });
  },
};

const shadow = new SessionStore({ name: '_shadow_session', path: '/shadowed' });

/** @type {Page} */
const shadowed = {
  path: '/shadowed',
  also: ['/shadowed/deep'],
  cookies: [shadow.name],
  group: GROUP,
  title: 'Two cookies of one name',
  summary: 'A cookie with a longer path stands before the session of the same name, and Rack reads the first.',
  findings: ['shadowed-cookie'],
  handle(visit) {
    if (visit.unsafe) {
      const age = visit.params.get('as') === 'end' ? '; max-age=0' : '';
      visit.send(`${shadow.name}=stale; path=/shadowed/deep${age}`);
      return { redirect: '/shadowed/deep' };
    }
    return explain(shadowed, {
      why: 'The browser sends both, the longer path first. The server never sees the session behind it, so every visit below that path starts over.',
      look: 'Set the shadow: the next request carries the name twice.',
      parts: html`${countVisit(visit, shadow)}
        ${buttons(shadowed.path, [{ label: 'Set the shadow' }, { label: 'Take it away', fields: { as: 'end' }, quiet: true }])}`,
    });
  },
};

export const browserPages = [refused, shadowed];
