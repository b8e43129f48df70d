import type { SetCookie } from '../cookies/set-cookie.ts';

/**
 * Whether the line takes the cookie away rather than setting it: Max-Age of zero or less, else Expires in the past
 * (RFC 6265bis 5.7: Max-Age wins), or an empty value, as some frameworks clear a session.
 * `at` is the time of the response in milliseconds, by the clock of the traffic.
 */
export function deletesCookie(cookie: SetCookie, at: number): boolean {
  const { maxAge, expires } = cookie.effective;
  if (maxAge !== null) return maxAge <= 0 || cookie.value === '';
  return cookie.value === '' || (expires !== null && expires.time !== null && expires.time <= at);
}
