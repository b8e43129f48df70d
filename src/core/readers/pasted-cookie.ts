import { parseCookieHeader } from '../cookies/cookie-header.ts';
import { decodeUtf8, encodeUtf8 } from '../cookies/form-encoding.ts';
import { parseSetCookie } from '../cookies/set-cookie.ts';
import { fail, ok, type Result } from '../result.ts';
import { recogniseCookie } from './index.ts';

/** One cookie out of pasted text: name and value in wire form, one character per byte. The name is null for a bare value. */
export interface PastedCookie {
  readonly name: string | null;
  readonly value: string;
}

export interface PasteFailure {
  /** `no-cookie`: a header line that carries none. */
  readonly code: 'empty' | 'too-long' | 'no-cookie';
}

/** In UTF-16 units. */
export const LONGEST_PASTE = 1 << 20;

const COOKIE_FIELD = /^[<>]?\s*(set-cookie|cookie)\s*:\s*(.*)$/i;
const OTHER_FIELD = /^[<>]?\s*[\w-]+\s*:(?:\s|$)/;
const ATTRIBUTE = /^(?:(?:expires|max-age|domain|path|samesite|priority)\s*=.*|secure|httponly|partitioned)?$/i;

/**
 * Reads what people paste: a bare value, `name=value`, `Set-Cookie:` lines, a `Cookie:` header (any letter case, among other
 * headers too), with quotes, white space and line breaks around or inside. Header lines are wire form as they stand; elsewhere
 * a value of base64 characters without any %XX has been decoded already and is encoded again, so readers have one path.
 */
export function parsePasted(text: string): Result<readonly PastedCookie[], PasteFailure> {
  if (text.length > LONGEST_PASTE) return fail({ code: 'too-long' });
  const whole = unquote(text.replace(/^\ufeff/, '').trim());
  if (whole === '') return fail({ code: 'empty' });
  const lines = toBytes(whole)
    .split(/[\r\n]+/)
    .map((line) => line.trim());
  const cookies = lines.some((line) => COOKIE_FIELD.test(line)) ? readFields(lines) : readLoose(unquote(lines.join('')));
  return cookies.length === 0 ? fail({ code: 'no-cookie' }) : ok(cookies);
}

/** The cookies of header lines; a line that is no field of its own continues the one before. */
function readFields(lines: readonly string[]): readonly PastedCookie[] {
  const fields: { name: string; value: string }[] = [];
  for (const line of lines) {
    const [, name, value] = COOKIE_FIELD.exec(line) ?? [];
    const last = fields.at(-1);
    if (name !== undefined && value !== undefined) fields.push({ name: name.toLowerCase(), value });
    else if (OTHER_FIELD.test(line)) fields.push({ name: '', value: '' });
    else if (last !== undefined) last.value += line;
  }
  return fields.flatMap((field) => {
    if (field.name === 'set-cookie') return field.value === '' ? [] : [named(parseSetCookie(field.value))];
    return field.name === 'cookie' ? parseCookieHeader(field.value).map(named) : [];
  });
}

function readLoose(text: string): readonly PastedCookie[] {
  const pieces = text.split(';').map((piece) => piece.trim());
  const isSetCookie = pieces.slice(1).every((piece) => ATTRIBUTE.test(piece));
  return (isSetCookie ? pieces.slice(0, 1) : pieces).filter((piece) => piece !== '').map(readPair);
}

function readPair(pair: string): PastedCookie {
  const equals = pair.indexOf('=');
  if (equals < 0 || isBareValue(pair, equals)) return { name: null, value: toWireForm(unquote(pair)) };
  return named({ name: pair.slice(0, equals).trim(), value: toWireForm(unquote(pair.slice(equals + 1).trim())) });
}

/** No application gives its cookies longer names. */
const LONGEST_NAME = 64;

/** Whether the first `=` is base64 padding and not the end of a name. */
function isBareValue(pair: string, equals: number): boolean {
  // RFC 6265, 4.1.1: a name is a token, which has no `/` and no quotes; browsers take any other byte too.
  if (!/^[\w!#$%&'*+.^`|~\u0080-\u00ff -]*$/.test(pair.slice(0, equals))) return true;
  if (!/^={1,2}(?:--|$)/.test(pair.slice(equals))) return false;
  return equals > LONGEST_NAME || recogniseCookie({ name: '', value: toWireForm(pair) })?.malformed === false;
}

function named(pair: { readonly name: string; readonly value: string }): PastedCookie {
  return { name: pair.name === '' ? null : pair.name, value: unquote(pair.value) };
}

function toWireForm(value: string): string {
  return /^[A-Za-z0-9+/=_-]+$/.test(value) ? value.replace(/[+/=]/g, encodeURIComponent) : value;
}

/** People paste text, but a copied header may already have one character per byte: valid UTF-8 then shows it. */
function toBytes(text: string): string {
  return decodeUtf8(text) === text ? encodeUtf8(text) : text;
}

function unquote(text: string): string {
  return /^(["'`]).*\1$/s.test(text) && text.length > 1 ? text.slice(1, -1).trim() : text;
}
