import { byteCount } from '../../findings/byte-count.ts';
import type { Damage, LimitHit, MissingPart } from '../../readers/explanation/explanation.ts';
import { thousands } from '../../thousands.ts';
import type { ExplanationInfo } from './prose.ts';

const NEW_SESSION = 'The server takes it as absent and starts a new session.';

/** The prose of what can have happened to a value that no key opens. */
export const damageInfo: { readonly [K in Damage['kind']]: ExplanationInfo<K> } = {
  empty: {
    title: () => 'Empty',
    sentence: () => 'The value is empty: nothing is sealed in it.',
    remedy: () => 'Look at the response that set it: a cookie is usually emptied to delete it.',
  },
  'too-long': {
    title: () => 'Too long for a cookie',
    sentence: ({ bytes, limit }) =>
      `The value has ${byteCount(bytes)}; no browser keeps one of that size, and nothing over ${thousands(limit)} is read.`,
    remedy: () => 'Check that it is a cookie’s value and not a whole file or page.',
  },
  quoted: {
    title: () => 'Wrapped in quotes',
    sentence: ({ quote }) => `The value stands in ${quote} quotes, which Rails and Rack take as a part of it. ${NEW_SESSION}`,
    remedy: () => 'Take the quotes off where the value was written: a proxy, a client library or a copy out of JSON adds them.',
  },
  'white-space-around': {
    title: () => 'White space around the value',
    sentence: () => `The value begins or ends with a blank or a line break, which is no base64. ${NEW_SESSION}`,
    remedy: () => 'Trim it where it was written; values read from a file or a variable often end in a line break.',
  },
  'encoded-twice': {
    title: () => 'Percent-encoded twice',
    sentence: ({ escapes }) =>
      `${counted(escapes, 'escape')} of the value ${escapes === 1 ? 'is' : 'are'} escaped once more (\`%252B\` for \`%2B\`). ${NEW_SESSION}`,
    remedy: () => 'Something between server and browser encodes the value although Rack has done so: send it on as it came.',
  },
  'decoded-already': {
    title: () => 'Percent-decoded already',
    sentence: ({ spaces }) =>
      `The value holds ${counted(spaces, 'bare +', 'bare +')}: it was percent-decoded on its way, and a server that decodes it reads each as a space. ${NEW_SESSION}`,
    remedy: () => 'Send the value on as it came, with `%2B` for `+`: a proxy or script that sets the cookie again must not decode it.',
  },
  'cut-in-escape': {
    title: () => 'Cut inside a percent-escape',
    sentence: ({ wire, limit }) =>
      `The value ends in the middle of a \`%XX\`, after ${byteCount(wire)} of name and value${limitText(limit)}.`,
    remedy: () => cutRemedy,
  },
  truncated: {
    title: () => 'Cut short',
    sentence: ({ missing, wire, limit }) =>
      `${MISSING[missing]} The value ends after ${byteCount(wire)} of name and value${limitText(limit)}.`,
    remedy: () => cutRemedy,
  },
  unrecognised: {
    title: () => 'Damaged',
    sentence: () =>
      `The value is no session, signed or encrypted cookie, or is damaged beyond recognition, so no key can open it. ${NEW_SESSION}`,
    remedy: () =>
      'Compare it in the panel’s Raw tab with a value that opens: parts are separated by `--`, each of them base64 or hex digits.',
  },
};

const cutRemedy =
  'Unless it was no more than padding, what was cut off cannot be won back. Look for what limits its length on the way: a database column, a header limit of a proxy, a copy out of a terminal; and make the session smaller.';

const MISSING: Readonly<Record<MissingPart, string>> = {
  tag: 'The authentication tag is missing or not whole.',
  iv: 'The IV is not whole, and the authentication tag is missing.',
  signature: 'The signature is not whole.',
  seal: 'What should follow the content (IV and tag, or a signature) is missing.',
};

function limitText(limit: LimitHit | null): string {
  switch (limit) {
    case 'name-and-value':
      return ', which is exactly the browsers’ limit of 4,096';
    case 'value':
      return '; the value alone is exactly 4,096 bytes, where something cut it';
    case 'raw-value':
      return '; before percent-encoding the value is exactly 4,096 bytes, where something cut it';
    case null:
      return '';
  }
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}
