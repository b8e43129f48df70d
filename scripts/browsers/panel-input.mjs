import { until } from './wait.mjs';

/** What both drivers run inside the panel's document. */

/**
 * Scrolls the element into view and tells its middle; null while it is not there, has no size, moves, or something lies over it.
 * @param {string} css
 */
export async function middleOf(css) {
  const element = document.querySelector(css);
  element?.scrollIntoView({ block: 'center', inline: 'nearest' });
  const before = element?.getBoundingClientRect();
  if (!element || !before || before.width === 0 || before.height === 0) return null;
  // A document that does not show has no frames.
  await new Promise((done) => {
    requestAnimationFrame(done);
    setTimeout(done, 50);
  });
  const box = element.getBoundingClientRect();
  if (box.x !== before.x || box.y !== before.y || box.width !== before.width || box.height !== before.height) return null;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const hit = document.elementFromPoint(middle.x, middle.y);
  return hit !== null && element.contains(hit) ? middle : null;
}

/** @param {string} css @returns {boolean} whether there is such an element */
export function focusAtEnd(css) {
  const element = document.querySelector(css);
  if (!(element instanceof HTMLElement)) return false;
  element.focus();
  if ((element instanceof HTMLInputElement && element.selectionStart !== null) || element instanceof HTMLTextAreaElement) {
    element.setSelectionRange(element.value.length, element.value.length);
  }
  return true;
}

/** @param {string} css @returns {boolean} whether there is such a field */
export function emptyField(css) {
  const field = document.querySelector(css);
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

/** @param {string} css */
export const textOf = (css) => document.querySelector(css)?.textContent ?? null;

/** What follows the panel's size has followed it. */
export const laidOut = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));

/**
 * Both browsers let `prefers-color-scheme` of the panel follow DevTools.
 * @param {import('./panel-driver.ts').PanelDriver} driver the panel must be shown
 * @param {'light' | 'dark'} theme
 */
export async function themeArrived(driver, theme) {
  await until(`the panel to be ${theme}`, () => driver.panel((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme));
}
