import { total } from './bundle-sizes.mjs';

/** What the panel's script may weigh, all that shows on demand with it, and each chunk's part of that. Kilobytes after gzip. */
export const PANEL_BUDGET = 80;

/** @type {Readonly<Record<string, number>>} */
const PARTS = { shared: 1.4, panel: 52.8, later: 25.8 };

/**
 * Null while the panel's script keeps to its budget; else what it weighs, and which chunks grew beyond their part.
 * @param {readonly import('./bundle-sizes.mjs').PanelChunk[]} chunks
 * @returns {string | null}
 */
export function overBudget(chunks) {
  const weight = total(chunks.map(({ size }) => size));
  if (weight <= PANEL_BUDGET) return null;
  const grown = chunks.filter(({ name, size }) => size > (PARTS[name] ?? 0));
  const lines = grown.map(({ name, size }) => `  ${name}: ${size.toFixed(1)} kB, of which ${(PARTS[name] ?? 0).toFixed(1)} are its part`);
  return [`The panel’s script weighs ${weight.toFixed(1)} kB after gzip, and may weigh ${PANEL_BUDGET}. Grown:`, ...lines].join('\n');
}
