import type { PayloadFailure } from '../../serializers/read-payload.ts';
import { thousands } from '../../thousands.ts';

/** `a link to a value that is not there, at byte 1,204 (0x40)` */
export function unreadableText({ code, offset, byte }: PayloadFailure): string {
  const value = byte === null ? '' : ` (0x${byte.toString(16).padStart(2, '0')})`;
  return `${reasonText(code)}, at byte ${thousands(offset)}${value}`;
}

function reasonText(code: PayloadFailure['code']): string {
  switch (code) {
    case 'too-large':
      return 'it is larger than Sessionscope reads';
    case 'too-deep':
      return 'its values are nested deeper than Sessionscope reads';
    case 'too-many-elements':
      return 'it holds more values than Sessionscope reads';
    case 'too-many-links':
      return 'it holds more links than Sessionscope reads';
    case 'integer-too-large':
      return 'an integer is larger than Sessionscope reads';
    case 'wrong-version':
      return 'another version of the format';
    case 'no-signature':
      return 'the signature of Rails is missing';
    case 'unexpected-end':
      return 'it ends too early';
    case 'bad-length':
      return 'a length goes beyond the end';
    case 'unknown-type':
      return 'no such type';
    case 'unknown-extension':
      return 'an extension type that Rails does not have';
    case 'bad-extension':
      return 'an extension with other content than Rails writes';
    case 'no-symbol':
      return 'a name is missing';
    case 'bad-link':
      return 'a link to a value that is not there';
    case 'bad-symbol-link':
      return 'a link to a symbol that is not there';
    case 'invalid-float':
      return 'a float that is no number';
    case 'invalid-number':
      return 'an invalid number';
    case 'invalid-utf8':
      return 'invalid UTF-8';
    case 'invalid-escape':
      return 'an invalid escape';
    case 'control-character':
      return 'a bare control character';
    case 'unexpected-character':
      return 'an unexpected character';
    case 'trailing-bytes':
      return 'more bytes after the end';
  }
}
