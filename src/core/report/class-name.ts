import { byteCount } from '../findings/byte-count.ts';
import { formatCount, message } from '../message.ts';
import { activeRecordOf } from '../serializers/active-record/active-record.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import { typeTag } from './ruby-text.ts';

/** Ruby's class of a value, for tooltips and screen readers. */
export function className(value: RubyValue): string {
  switch (value.type) {
    case 'nil':
      return 'nil';
    case 'boolean':
      return value.value ? 'true' : 'false';
    case 'integer':
      return 'Integer';
    case 'float':
      return 'Float';
    case 'string':
      return 'String';
    case 'symbol':
      return 'Symbol';
    case 'bytes':
      return message(
        'classString',
        value.encoding === 'ASCII-8BIT' ? message('classBinary') : value.encoding,
        byteCount(value.bytes.length),
      );
    case 'array':
      return message('classArray', formatCount(value.items.length));
    case 'set':
      return message('classSet', formatCount(value.items.length));
    case 'hash':
      return [
        message('classHash', formatCount(value.pairs.length)),
        ...(value.identity ? [message('classByIdentity')] : []),
        ...(value.default ? [message('classDefault')] : []),
      ].join(', ');
    case 'regexp':
      return 'Regexp';
    case 'range':
      return 'Range';
    case 'class':
      return 'Class';
    case 'module':
      return 'Module';
    case 'duration':
      return 'ActiveSupport::Duration';
    case 'struct':
      return message('classStruct', value.className);
    case 'object':
    case 'user-marshalled':
      return activeRecordOf(value) === null ? value.className : message('classRecord', value.className);
    case 'user-dumped':
      return message('classDumped', value.className, byteCount(value.bytes.length));
    case 'decorated': {
      const own = value.className === null ? className(value.value) : message('classSubclass', value.className, className(value.value));
      return value.modules.length === 0 ? own : message('classExtended', own, value.modules.join(', '));
    }
    case 'reference':
      return message('classReference');
    default:
      return typeTag(value) ?? value.type;
  }
}
