/**
 * A page of the demo.
 *
 * @typedef {object} Page
 * @property {string} path  its own sessions use it as their cookie's path, so that pages do not disturb each other
 * @property {string[]} [also]  further paths that it answers
 * @property {string[]} [cookies]  the names of its own cookies
 * @property {string} group  its heading on the home page
 * @property {string} title
 * @property {string} summary  one sentence on the home page
 * @property {string[]} [findings]  what the panel reports about it
 * @property {(visit: import('../visit.mjs').Visit) => import('../visit.mjs').Answer | Promise<import('../visit.mjs').Answer>} handle
 */
import { html } from '../html.mjs';

/**
 * The usual content of a failure page: what happens and why, what to look for in the panel, then the page's own parts.
 * @param {{ title: string, findings?: string[] }} page
 * @param {{ why: string, look: string, parts?: import('../html.mjs').Part }} content
 * @returns {{ title: string, body: import('../html.mjs').Html }}
 */
export function explain({ title, findings = [] }, { why, look, parts = '' }) {
  const tags = html`<p class="tags">${findings.map((kind) => html`<code>${kind}</code>`)}</p>`;
  return {
    title,
    body: html`<p>${why}</p><section><h2>In the panel</h2><p>${look}</p>${findings.length > 0 ? tags : ''}</section>${parts}`,
  };
}

/**
 * How often this session has been here; stays at 1 where the browser refuses the cookie.
 * @param {import('../visit.mjs').Visit} visit
 * @param {import('../session-store.mjs').SessionStore} store
 */
export function countVisit(visit, store) {
  const session = visit.session(store);
  session.visits = Number(session.visits ?? 0) + 1;
  return html`<p>This session has been here <output>${Number(session.visits)}</output> time(s). <a href="${visit.path}">Load it again</a></p>`;
}
