import { Html, html } from './html.mjs';
import { MAX_COOKIE_BYTES, measureCookie } from './rack-cookie.mjs';
import { DEMO_SECRET } from './secrets.mjs';
import { STYLE } from './style.mjs';

const count = new Intl.NumberFormat('en');
const COPY = "navigator.clipboard?.writeText(this.previousElementSibling.textContent).then(() => { this.textContent = 'Copied'; })";

/**
 * A whole page. Below its content stands what the exchange did: the cookies that the request carried, and those that the response sets.
 * @param {{ title: string, body: import('./html.mjs').Html, carried: Map<string, string>, lines: readonly string[] }} page
 * @returns {string}
 */
export function layout({ title, body, carried, lines }) {
  return html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} – Sessionscope demo</title>
  <link rel="icon" href="data:,">
  <style>${new Html(STYLE)}</style>
</head>
<body>
<header><strong><a href="/">Sessionscope demo</a></strong> <a href="/sign_in">Sign in</a> <a href="/cart">Cart</a> <a href="/">All pages</a></header>
<main>
  <h1>${title}</h1>
  ${body}
  ${exchange(carried, lines)}
</main>
<footer><p>Everything here is made up, and the secret of this demo is public. The server keeps nothing on disk.</p></footer>
</body>
</html>
`.text;
}

/** The demo's secret with a hint where it goes. */
export function secretCard() {
  return html`<section id="secret">
    <h2>Enter this in the Sessionscope panel</h2>
    <p class="soft">The demo's <code>secret_key_base</code>. Open DevTools, go to Sessionscope, choose the key in its toolbar and paste it.</p>
    <code class="secret" id="secret-key-base">${DEMO_SECRET}</code>
    <button class="quiet" onclick="${COPY}">Copy</button>
  </section>`;
}

/** @param {Map<string, string>} carried @param {readonly string[]} lines */
function exchange(carried, lines) {
  return html`<section id="exchange">
    <h2>This request and its response</h2>
    <p><span class="soft">Carried:</span> ${
      carried.size === 0
        ? 'no cookie'
        : [...carried].map(
            ([name, value]) => html`<code>${name}</code> <span class="soft">${bytes(measureCookie(name, value).wire)}</span> `,
          )
    }</p>
    ${lines.length === 0 ? html`<p><span class="soft">Set:</span> no cookie</p>` : setTable(lines)}
  </section>`;
}

/** @param {readonly string[]} lines */
function setTable(lines) {
  return html`<div class="scroll"><table>
    <tr><th>Set-Cookie</th><th class="number">Rails counts</th><th class="number">on the wire</th><th>of 4,096</th><th>attributes</th></tr>
    ${lines.map(setRow)}
  </table></div>`;
}

/** @param {string} line */
function setRow(line) {
  const [pair = '', ...attributes] = line.split('; ');
  const at = pair.indexOf('=');
  const name = pair.slice(0, at);
  const { rails, wire } = measureCookie(name, pair.slice(at + 1));
  const tone = wire > MAX_COOKIE_BYTES ? 'bad' : wire >= 0.8 * MAX_COOKIE_BYTES ? 'warn' : 'good';
  return html`<tr>
    <td><code>${name}</code></td><td class="number">${count.format(rails)}</td><td class="number ${tone}">${count.format(wire)}</td>
    <td><meter min="0" max="${MAX_COOKIE_BYTES}" high="${0.8 * MAX_COOKIE_BYTES}" optimum="0" value="${wire}"></meter></td>
    <td><code>${attributes.join('; ')}</code></td>
  </tr>`;
}

/** @param {number} size */
function bytes(size) {
  return `${count.format(size)} bytes`;
}
