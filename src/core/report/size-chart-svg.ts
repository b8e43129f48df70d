import { byteCount } from '../findings/byte-count.ts';
import { thousands } from '../thousands.ts';
import { type Html, html } from './html-text.ts';
import type { CookieLine } from './report-cookies.ts';

const [WIDTH, HEIGHT] = [640, 90];
/** Room for the labels. */
const TOP = 14;
/** More points than this are not told apart: of each stretch the largest stays. */
const MOST_POINTS = 320;

/** The sizes of one cookie in the order of the traffic, with the limit of browsers, as inline SVG. */
export function sizeChart({ newest, lines, most }: CookieLine): Html {
  const { limit } = newest.size;
  const sizes = thinned(lines.map(({ size }) => size.wire));
  const top = Math.max(most, limit) * 1.05;
  const y = (bytes: number): string => (TOP + (HEIGHT - TOP) * (1 - bytes / top)).toFixed(1);
  const x = (index: number): string => ((WIDTH * (index + 0.5)) / sizes.length).toFixed(1);
  const points = sizes.map((bytes, index) => `${x(index)},${y(bytes)}`).join(' ');
  const label = `Sizes of ${newest.name}: ${byteCount(newest.size.wire)} now, ${byteCount(most)} at most, limit ${thousands(limit)}`;
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<line class="limit" x1="0" x2="${WIDTH}" y1="${y(limit)}" y2="${y(limit)}"/>
<text x="0" y="${Math.round(Number(y(limit))) - 3}">limit ${thousands(limit)}</text>
<polyline points="${points}"/>
${sizes.length > 60 ? '' : sizes.map((bytes, index) => html`<circle class="${bytes > limit ? 'over' : ''}" cx="${x(index)}" cy="${y(bytes)}" r="3"/>`)}
</svg>`;
}

function thinned(sizes: readonly number[]): readonly number[] {
  const step = Math.ceil(sizes.length / MOST_POINTS);
  if (step <= 1) return sizes;
  return Array.from({ length: Math.ceil(sizes.length / step) }, (_, index) => Math.max(...sizes.slice(index * step, (index + 1) * step)));
}
