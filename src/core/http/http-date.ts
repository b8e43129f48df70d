import { type HttpExchange, headerValues } from './exchange.ts';

/** The preferred form, which every server sends: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7). */
const IMF_FIXDATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Milliseconds since the epoch; null for anything but the preferred form. */
export function parseHttpDate(text: string): number | null {
  const time = IMF_FIXDATE.test(text.trim()) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}

/** When the server answered: `Date` is by the clock that also wrote the expiry of its cookies; without it the end of the exchange. */
export function answeredAt({ responseHeaders, startedAt, duration }: HttpExchange): number {
  const [date] = headerValues(responseHeaders, 'date');
  return (date === undefined ? null : parseHttpDate(date)) ?? startedAt + (duration ?? 0);
}
