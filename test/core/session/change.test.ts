import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { readJson } from '../../../src/core/serializers/json.ts';
import { type ChangeEvidence, type SessionChange, sessionChange } from '../../../src/core/session/change.ts';

function reading(content: string | null, more: Partial<Reading> = {}): Reading {
  const data = content === null ? null : readJson(content);
  return {
    framework: 'rails',
    role: 'session',
    state: content === null ? 'sealed' : 'opened',
    failure: null,
    layout: 'encrypted-gcm',
    serializer: 'json',
    key: null,
    purpose: null,
    expires: null,
    envelope: false,
    identifier: null,
    stored: null,
    data: data?.ok ? data.value : null,
    unreadable: null,
    parts: [],
    tried: 0,
    ...more,
  };
}

function change(evidence: Partial<ChangeEvidence>): SessionChange {
  return sessionChange({
    hadCookie: true,
    carried: null,
    set: null,
    cleared: false,
    sameValue: false,
    wire: 400,
    limit: 4096,
    ...evidence,
  });
}

const between = (carried: string, set: string) => change({ carried: reading(carried), set: reading(set) });
const changed = (added: readonly string[], removed: readonly string[], kept: readonly string[]) => ({
  event: 'changed',
  added,
  removed,
  changed: kept,
});

describe('two versions that are open', () => {
  test.each([
    ['the same content is the same, though sealed again', '{"a":1}', '{"a":1}', { event: 'same' }],
    [
      'the order of keys does not matter, at any depth',
      '{"a":{"x":1,"y":[1,2]},"b":2}',
      '{"b":2,"a":{"y":[1,2],"x":1}}',
      { event: 'same' },
    ],
    [
      'another session_id is a reset',
      '{"session_id":"0a","cart":1}',
      '{"session_id":"0b"}',
      { event: 'reset', added: [], removed: ['cart'], changed: ['session_id'] },
    ],
    ['one that comes first is none', '{"cart":1}', '{"session_id":"0b","cart":1}', changed(['session_id'], [], [])],
    ['the order of a list does', '{"a":[1,2]}', '{"a":[2,1]}', changed([], [], ['a'])],
    ['a key is added, removed, changed', '{"a":1,"b":2}', '{"b":3,"c":4}', changed(['c'], ['a'], ['b'])],
    ['a change deep inside is told by its top-level key', '{"a":{"b":{"c":1}}}', '{"a":{"b":{"c":2}}}', changed([], [], ['a'])],
    ['integers beyond doubles differ by their last digit', '{"a":9007199254740993}', '{"a":9007199254740992}', changed([], [], ['a'])],
    ['a number is not its text', '{"a":1}', '{"a":"1"}', changed([], [], ['a'])],
    ['null is not absence', '{"a":null}', '{}', changed([], ['a'], [])],
    ['__proto__ is a key like any other', '{}', '{"__proto__":1}', changed(['__proto__'], [], [])],
    ['of a repeated key the last one counts', '{"a":1,"a":2}', '{"a":2}', { event: 'same' }],
  ])('%s', (_, carried, set, expected) => {
    expect(between(carried, set)).toEqual(expected);
  });
});

describe('what else a response does', () => {
  const open = reading('{"a":1}');
  test.each<[reason: string, Partial<ChangeEvidence>, string]>([
    ['nothing was carried', { hadCookie: false, set: open }, 'new'],
    ['nothing was carried and what is set cannot be opened', { hadCookie: false, set: reading(null) }, 'new'],
    ['the cookie is deleted, whatever it held', { carried: open, cleared: true }, 'cleared'],
    ['the cookie is too large for the browser', { carried: open, set: open, wire: 4097 }, 'refused'],
    ['the cookie is as large as the browser takes', { carried: open, set: open, wire: 4096 }, 'same'],
    ['the very value that was carried', { carried: reading(null), set: reading(null), sameValue: true }, 'same'],
    ['one of the two cannot be opened', { carried: open, set: reading(null) }, 'sealed'],
    ['neither can be opened', { carried: reading(null), set: reading(null) }, 'sealed'],
    ['the carried one had expired, so Rails started over', { carried: { ...open, state: 'failed', failure: 'expired' }, set: open }, 'new'],
    [
      'the carried one was sealed for another cookie',
      { carried: { ...open, state: 'failed', failure: 'purpose-mismatch' }, set: open },
      'new',
    ],
    ['the carried one was damaged', { carried: reading(null, { state: 'failed', failure: 'malformed' }), set: open }, 'new'],
    [
      'another id of a server-side session',
      { carried: reading(null, { state: 'identifier' }), set: reading(null, { state: 'identifier' }) },
      'new',
    ],
  ])('%s', (_, evidence, event) => {
    expect(change(evidence).event).toBe(event);
  });
});

describe('who is signed in', () => {
  const user = reading('{"user_id":7}');
  const lists = (added: readonly string[], removed: readonly string[]) => ({ added, removed, changed: [] });

  test.each<[reason: string, Partial<ChangeEvidence>, SessionChange]>([
    [
      'identity appeared',
      { carried: reading('{"a":1}'), set: reading('{"a":1,"user_id":7}') },
      { event: 'signed-in', ...lists(['user_id'], []) },
    ],
    ['it appeared where nothing was carried', { hadCookie: false, set: user }, { event: 'signed-in', ...lists(['user_id'], []) }],
    [
      'it appeared where what was carried had expired',
      { carried: { ...user, state: 'failed', failure: 'expired' }, set: user },
      { event: 'signed-in', ...lists(['user_id'], []) },
    ],
    ['it was removed', { carried: user, set: reading('{"b":1}') }, { event: 'signed-out', ...lists(['b'], ['user_id']) }],
    ['the whole cookie was deleted', { carried: user, cleared: true }, { event: 'cleared' }],
    ['the sign-in was too large', { carried: reading('{}'), set: user, wire: 4097 }, { event: 'refused' }],
    [
      'another person is a change',
      { carried: user, set: reading('{"user_id":8}') },
      { event: 'changed', ...lists([], []), changed: ['user_id'] },
    ],
    [
      'a key that the user named',
      { carried: reading('{}'), set: reading('{"member":1}'), identityKeys: ['member'] },
      { event: 'signed-in', ...lists(['member'], []) },
    ],
    [
      'the sign-in of Rails 8, a scalar',
      { hadCookie: false, set: reading('41', { role: 'rails8-session-id', layout: 'signed' }) },
      { event: 'signed-in', ...lists([], []) },
    ],
    [
      'the same sign-in, signed again',
      {
        carried: reading('41', { role: 'rails8-session-id', layout: 'signed' }),
        set: reading('41', { role: 'rails8-session-id', layout: 'signed' }),
      },
      { event: 'same' },
    ],
  ])('%s', (_, evidence, expected) => {
    expect(change(evidence)).toEqual(expected);
  });
});
