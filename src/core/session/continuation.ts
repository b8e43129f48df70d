import type { Reading } from '../readers/reader.ts';
import { keptKeys } from './kept-keys.ts';
import { sessionIdOf } from './session-id.ts';

/**
 * Whether a response that was sent `before` and set `after` had read it and went on with it: the same `session_id`, or where that does
 * not tell a key with the same value. A server that could not read it, or did not want to, starts a session of its own.
 */
export function continuesSession(before: Reading | null, after: Reading | null): boolean {
  if (before === null || after === null) return false;
  const [was, is] = [sessionIdOf(before), sessionIdOf(after)];
  return was !== null && is !== null ? was === is : keptKeys(before.data, after.data).length > 0;
}
