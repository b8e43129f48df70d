import { describe, expect, test } from 'vitest';
import { openCookie } from '../../../src/core/readers/index.ts';
import type { Reading } from '../../../src/core/readers/reader.ts';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import { SECRET, sealGcm, sealSigned, wrap } from './seal.ts';
import { keyringFrom } from './vectors.ts';

const keyring = await keyringFrom([SECRET]);
const NAME = '_app_session';
const SESSION = '{"user_id":1}';

async function open(content: string | Uint8Array, now = 0, name = NAME): Promise<Reading> {
  const reading = await openCookie({ name, value: sealGcm(content) }, keyring, now);
  if (reading === null) throw new Error('taken for a plain cookie');
  return reading;
}

const shown = (reading: Reading): string | null => (reading.data === null ? null : writeNeutralJson(reading.data));

describe('the envelope', () => {
  test('without one the content is the session, under any name', async () => {
    const reading = await open(SESSION, 0, 'elsewhere');
    expect(reading).toMatchObject({ state: 'opened', envelope: false, purpose: null, expires: null });
    expect(shown(reading)).toBe(SESSION);
  });

  test('a session may have a key named _rails', async () => {
    for (const session of [
      '{"session_id":"a","_rails":{"message":"aGk=","exp":null,"pur":null}}',
      '{"_rails":{"note":"mine"}}',
      '{"_rails":{"message":5}}',
      '{"_rails":"x"}',
      '{"_rails":{"data":1,"more":2}}',
      '{"_rails":{"message":"aGk=","pur":7}}',
    ]) {
      const reading = await open(session);
      expect(reading).toMatchObject({ state: 'opened', envelope: false });
      expect(shown(reading)).toBe(session);
    }
  });

  test('a session inside an envelope that looks like an envelope is a session', async () => {
    const reading = await open(wrap(wrap(SESSION)));
    expect(reading).toMatchObject({ state: 'opened', envelope: true });
    expect(shown(reading)).toBe(wrap(SESSION));
  });

  test('the newer form holds the session itself', async () => {
    const reading = await open(`{"_rails":{"data":${SESSION},"exp":"2026-01-15T13:00:00.000Z","pur":"cookie.${NAME}"}}`);
    expect(reading).toMatchObject({ state: 'opened', envelope: true, serializer: 'json', purpose: `cookie.${NAME}` });
    expect(reading.expires).toBe('2026-01-15T13:00:00.000Z');
    expect(shown(reading)).toBe(SESSION);
    expect(reading.parts.at(-1)).toEqual({ kind: 'plaintext', encoding: 'text', text: SESSION, bytes: SESSION.length });
  });

  test.each([
    ['Marshal', Uint8Array.of(0x04, 0x08, 0x7b, 0x00), 'marshal', '{}'],
    ['MessagePack', Uint8Array.of(0xcc, 0x80, 0x80), 'message_pack', '{}'],
    ['a custom serializer', Uint8Array.of(0x78, 0x9c, 0x03), 'unknown', null],
  ])('around %s it still tells purpose and expiry', async (_what, payload, serializer, content) => {
    const reading = await open(wrap(payload, { pur: `cookie.${NAME}`, exp: '2026-01-15T13:00:00.000Z' }));
    expect(reading).toMatchObject({
      state: 'opened',
      serializer,
      purpose: `cookie.${NAME}`,
      expires: '2026-01-15T13:00:00.000Z',
    });
    expect(shown(reading)).toBe(content);
    expect(reading.parts.at(-1)?.bytes).toBe(payload.length);
  });
});

describe('the purpose', () => {
  test.each([
    ['it names this cookie', NAME, `cookie.${NAME}`, 'opened'],
    ['it names another', NAME, 'cookie._other_session', 'failed'],
    ['it lacks the word cookie', NAME, NAME, 'failed'],
    ['it is empty, which is not the same as none', NAME, '', 'failed'],
    ['the name is escaped on the wire', 'app%20sess', 'cookie.app sess', 'opened'],
    ['the name has a plus for a blank on the wire', 'app+sess', 'cookie.app sess', 'opened'],
    ['the name has a literal plus, which Rack 3.2 sends as it is', 'app+sess', 'cookie.app+sess', 'opened'],
    ['the name is escaped UTF-8', 'caf%C3%A9', 'cookie.café', 'opened'],
    ['the name is raw UTF-8', 'caf\u00c3\u00a9', 'cookie.café', 'opened'],
  ])('when %s', async (_when, name, pur, state) => {
    const reading = await open(wrap(SESSION, { pur }), 0, name);
    expect(reading).toMatchObject({ state, failure: state === 'failed' ? 'purpose-mismatch' : null, purpose: pur });
    expect(shown(reading)).toBe(SESSION);
  });
});

describe('the expiry', () => {
  const exp = '2026-01-15T13:00:00.000Z';
  const at = Date.parse(exp);

  test.each([
    ['a millisecond before', exp, at - 1, 'opened', null],
    ['on the millisecond', exp, at, 'failed', 'expired'],
    ['later', exp, at + 1, 'failed', 'expired'],
    ['with an offset, before', '2026-01-15T14:00:00+01:00', at - 1, 'opened', null],
    ['with an offset, after', '2026-01-15T14:00:00+01:00', at, 'failed', 'expired'],
    ['in the form without use_standard_json_time_format', '2026/01/15 13:00:00 +0000', at, 'failed', 'expired'],
    ['of no time at all, which raises in Rails', 'tomorrow', at, 'failed', 'unreadable'],
  ])('%s', async (_when, text, now, state, failure) => {
    const reading = await open(wrap(SESSION, { exp: text }), now);
    expect(reading).toMatchObject({ state, failure, expires: text });
    expect(shown(reading)).toBe(SESSION);
  });

  test('a wrong purpose goes before it', async () => {
    expect(await open(wrap(SESSION, { exp, pur: 'cookie.x' }), at)).toMatchObject({ failure: 'purpose-mismatch' });
  });
});

describe('content that cannot be read', () => {
  test.each([
    ['JSON is cut short', '{"user_id":1'],
    ['JSON has something behind it', '{"user_id":1} '.concat('x')],
    ['JSON in the envelope is cut short', wrap('{"user_id"')],
    ['the envelope holds no base64', '{"_rails":{"message":"###","exp":null,"pur":null}}'],
    ['the envelope holds characters beyond bytes', '{"_rails":{"message":"日本","exp":null,"pur":null}}'],
  ])('when %s', async (_when, content) => {
    expect(await open(content)).toMatchObject({ state: 'failed', failure: 'unreadable', data: null });
  });

  test('content that is no UTF-8 is shown byte by byte', async () => {
    const reading = await open(Uint8Array.of(0x78, 0x9c, 0xff));
    expect(reading).toMatchObject({ state: 'opened', serializer: 'unknown', data: null });
    expect(reading.parts.at(-1)).toEqual({ kind: 'plaintext', encoding: 'text', text: 'x\u009c\u00ff', bytes: 3 });
  });
});

describe('signed content without a fitting secret', () => {
  test.each([
    ['a session', SESSION],
    ['an integer, as the session_id of Rails 8', '42'],
    ['a string', '"abc"'],
  ])('%s is readable', async (_what, content) => {
    for (const ring of [[], await keyringFrom(['another secret'])]) {
      const reading = await openCookie({ name: 'session_id', value: sealSigned(wrap(content)) }, ring, 0);
      expect(reading).toMatchObject({ state: 'readable', failure: null, key: null, serializer: 'json', envelope: true });
      expect(reading === null ? null : shown(reading)).toBe(content);
    }
  });

  test('it is never judged, since whoever wrote it also wrote purpose and expiry', async () => {
    const value = sealSigned(wrap(SESSION, { exp: '2020-01-01T00:00:00.000Z', pur: 'cookie.x' }));
    const reading = await openCookie({ name: NAME, value }, [], Date.now());
    expect(reading).toMatchObject({ state: 'readable', failure: null, purpose: 'cookie.x', expires: '2020-01-01T00:00:00.000Z' });
  });
});
