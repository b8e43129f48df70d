import { formatCount, type MessageKey, message } from '../../message.ts';
import type { PayloadFailure } from '../../serializers/read-payload.ts';

/** `a link to a value that is not there, at byte 1,204 (0x40)` */
export function unreadableText({ code, offset, byte }: PayloadFailure): string {
  const where = [message(REASONS[code]), formatCount(offset)] as const;
  return byte === null
    ? message('explainUnreadableAt', ...where)
    : message('explainUnreadableAtByte', ...where, `0x${byte.toString(16).padStart(2, '0')}`);
}

/** Total: a code without its words does not build. */
const REASONS: Readonly<Record<PayloadFailure['code'], MessageKey>> = {
  'too-large': 'explainUnreadableTooLarge',
  'too-deep': 'explainUnreadableTooDeep',
  'too-many-elements': 'explainUnreadableTooManyElements',
  'too-many-links': 'explainUnreadableTooManyLinks',
  'integer-too-large': 'explainUnreadableIntegerTooLarge',
  'wrong-version': 'explainUnreadableWrongVersion',
  'no-signature': 'explainUnreadableNoSignature',
  'unexpected-end': 'explainUnreadableUnexpectedEnd',
  'bad-length': 'explainUnreadableBadLength',
  'unknown-type': 'explainUnreadableUnknownType',
  'unknown-extension': 'explainUnreadableUnknownExtension',
  'bad-extension': 'explainUnreadableBadExtension',
  'no-symbol': 'explainUnreadableNoSymbol',
  'bad-link': 'explainUnreadableBadLink',
  'bad-symbol-link': 'explainUnreadableBadSymbolLink',
  'invalid-float': 'explainUnreadableInvalidFloat',
  'invalid-number': 'explainUnreadableInvalidNumber',
  'invalid-utf8': 'explainUnreadableInvalidUtf8',
  'invalid-escape': 'explainUnreadableInvalidEscape',
  'control-character': 'explainUnreadableControlCharacter',
  'unexpected-character': 'explainUnreadableUnexpectedCharacter',
  'trailing-bytes': 'explainUnreadableTrailingBytes',
};
