/** A piece of HTML that needs no escaping any more. */
export class Html {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }
}

/** @typedef {string | number | Html | readonly (string | number | Html)[]} Part */

/**
 * A template whose values are escaped, unless they are HTML already; lists are joined.
 * @param {TemplateStringsArray} strings
 * @param {...Part} parts
 */
export function html(strings, ...parts) {
  return new Html(String.raw({ raw: strings }, ...parts.map(render)));
}

/**
 * A form with buttons only: each posts its fields.
 * @param {string} action
 * @param {{ label: string, fields?: Record<string, string>, quiet?: boolean }[]} buttons
 */
export function buttons(action, buttons) {
  return html`<div class="buttons">${buttons.map(
    ({ label, fields = {}, quiet }) => html`<form method="post" action="${action}">
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
      <button class="${quiet ? 'quiet' : ''}">${label}</button>
    </form>`,
  )}</div>`;
}

/** A value as indented JSON. @param {unknown} value */
export function json(value) {
  return html`<pre>${JSON.stringify(value, null, 2) ?? 'null'}</pre>`;
}

/** @param {Part} part @returns {string} */
function render(part) {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(render).join('');
  return String(part).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
