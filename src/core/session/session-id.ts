import type { Reading } from '../readers/reader.ts';
import { bareValue } from '../serializers/ruby-value.ts';
import { asHash, keyName } from './hash.ts';

/** Rails' `session_id` inside a session, or the id that a cookie of a server-side store is. Null when there is none or it is sealed. */
export function sessionIdOf(reading: Reading | null): string | null {
  if (reading === null) return null;
  if (reading.state === 'identifier') return reading.identifier?.publicId ?? null;
  const pair = asHash(reading.data)?.pairs.findLast(({ key }) => keyName(key) === 'session_id');
  const value = pair === undefined ? null : bareValue(pair.value);
  return value?.type === 'string' ? value.text : null;
}
