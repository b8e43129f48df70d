import { decodeUtf8, encodeUtf8 } from '../core/cookies/form-encoding.ts';
import { parseHarTime } from '../core/http/har-time.ts';
import { explainReading } from '../core/readers/explanation/explain-reading.ts';
import type { Explanation } from '../core/readers/explanation/explanation.ts';
import { findRepair, type Repair } from '../core/readers/explanation/repair.ts';
import { openCookie, READERS } from '../core/readers/index.ts';
import { parsePasted } from '../core/readers/pasted-cookie.ts';
import type { Keyring, Reading, SealedCookie } from '../core/readers/reader.ts';
import { reportSession } from '../core/report/build-report.ts';
import { explanationText } from '../core/report/explanations/explanation-info.ts';
import { repairText } from '../core/report/explanations/repair-info.ts';
import { unreadableText } from '../core/report/explanations/unreadable-text.ts';
import { printSession } from '../core/report/report-json.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Arguments, readArguments, readChoice } from './arguments.ts';
import { fileFault, type Io, type Outcome, refused } from './io.ts';
import { tried } from './opening-tally.ts';
import { readSecrets, SECRET_OPTIONS } from './secrets.ts';
import { printOpened } from './text-session.ts';
import { printableLine } from './text-style.ts';

interface OpenOptions {
  /** As text. */
  readonly name: string;
  readonly format: 'text' | 'json';
  /** Milliseconds since the epoch; -Infinity judges nothing expired. */
  readonly now: number;
}

/** `sessionscope open`: one cookie from standard input. */
export async function open(argv: readonly string[], io: Io): Promise<Outcome> {
  const given = readArguments(argv, { ...SECRET_OPTIONS, name: 'value', format: 'value', at: 'value' });
  if (!given.ok) return refused(given.failure);
  const options = readOptions(given.value);
  if (!options.ok) return refused(options.failure);
  const secrets = await readSecrets(given.value, io);
  if (!secrets.ok) return refused(secrets.failure);
  const { name, format, now } = options.value;
  const cookie = await readCookie(name, io);
  if (!cookie.ok) return refused(cookie.failure);
  const reading = await openAny(cookie.value, secrets.value, now);
  const explanation = reading && explainReading(reading, cookie.value, { now, opened: [] });
  const repair = explanation && (await findRepair(cookie.value, secrets.value, now));
  const faults =
    reading === null ? ['no reader knows this value'] : describeFailure(reading, secrets.value.length, { explanation, repair, name });
  const session = reading && reportSession(reading, cookie.value);
  return {
    status: faults.length > 0 ? 1 : 0,
    output: format === 'json' ? printSession(session) : printOpened(name, cookie.value, { reading, explanation, repair }, io.colour),
    messages: faults.map((fault) => `${name}: ${fault}`),
  };
}

function readOptions(given: Arguments): Result<OpenOptions, string> {
  if (given.positionals.length > 0) return fail('open takes no arguments besides its options: the value comes from standard input');
  const name = given.last('name');
  if (name === null) return fail('open needs --name COOKIE, since Rails seals the name into the value');
  const format = readChoice(given, 'format', ['text', 'json'], 'text');
  if (!format.ok) return format;
  const at = given.last('at');
  const now = at === null ? Number.NEGATIVE_INFINITY : parseHarTime(at);
  if (now === null) return fail('--at is an ISO 8601 time such as 2026-01-15T12:00:00Z');
  return ok({ name, format: format.value, now });
}

/** Of a name in a message. */
const LONGEST_NAME = 40;

/** The first cookie of that name, which is the one that Rack reads; a bare value is taken to be it. */
async function readCookie(name: string, io: Io): Promise<Result<SealedCookie, string>> {
  let text: string;
  try {
    text = await io.readStdin();
  } catch (error) {
    return fail(`standard input: ${fileFault(error)}`);
  }
  const pasted = parsePasted(text);
  if (!pasted.ok) {
    switch (pasted.failure.code) {
      case 'empty':
        return fail('standard input is empty: it should hold a cookie value, name=value, a Set-Cookie line or a Cookie header');
      case 'too-long':
        return fail('standard input is too long for a cookie');
      case 'no-cookie':
        return fail('standard input holds no cookie');
    }
  }
  const wireName = encodeUtf8(name);
  const found = pasted.value.find((cookie) => cookie.name === wireName || cookie.name === null);
  // Whoever asks for it says that it is a session, so that 32 hex digits are an id under any name.
  if (found !== undefined) return ok({ name: wireName, value: found.value, httpOnly: true });
  const others = [...new Set(pasted.value.map((cookie) => decodeUtf8(cookie.name ?? '').slice(0, LONGEST_NAME)))].slice(0, 10);
  return fail(`standard input holds no cookie ${name}, but ${others.join(', ')}`);
}

/** Also a value that no reader would take for its own: who asks for it is told that it is malformed. */
async function openAny(cookie: SealedCookie, keyring: Keyring, now: number): Promise<Reading | null> {
  return (await openCookie(cookie, keyring, now)) ?? (await READERS[0]?.open(cookie, keyring, now)) ?? null;
}

interface Explained {
  readonly explanation: Explanation | null;
  readonly repair: Repair | null;
  /** The cookie's name as text. */
  readonly name: string;
}

/** One line where the value did not open as it should have; none where nothing was to be expected. */
function describeFailure(reading: Reading, secrets: number, { explanation, repair, name }: Explained): readonly string[] {
  const { state, failure, layout, unreadable, purpose, expires, tried: combinations, key } = reading;
  switch (failure) {
    case 'malformed': {
      const why = explanation === null ? '' : `: ${explanationText(explanation, name).sentence}`;
      return [printableLine(`the value is malformed${why}${repair === null ? '' : ` ${repairText(repair)}`}`)];
    }
    case 'purpose-mismatch':
      return [`Rails refuses it: it was sealed for ${purpose ?? 'another purpose'}`];
    case 'expired':
      return [`Rails refuses it: it expired at ${expires ?? 'an earlier time'}`];
    case 'unreadable':
      return [`it opens, but its content is broken${unreadable === null ? '' : `: ${unreadableText(unreadable)}`}`];
    case 'wrong-key':
    case 'tampered':
      return [
        `no secret opens it; tried ${tried(secrets, combinations)}${repair === null ? '' : `. ${printableLine(repairText(repair))}`}`,
      ];
    case null:
      return state === 'readable' && layout !== 'rack-plain' && secrets > 0 && key === null
        ? [`no secret verifies its signature; tried ${tried(secrets, combinations)}`]
        : [];
  }
}
