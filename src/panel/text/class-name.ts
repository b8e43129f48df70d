import { activeRecordOf } from '../../core/serializers/active-record/active-record.ts';
import type { RubyValue } from '../../core/serializers/ruby-value.ts';
import { formatBytes } from './numbers.ts';
import { typeTag } from './ruby-text.ts';

const count = (length: number): string => length.toLocaleString('en');

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
      return `String, ${value.encoding === 'ASCII-8BIT' ? 'binary' : value.encoding}, ${formatBytes(value.bytes.length)}`;
    case 'array':
      return `Array of ${count(value.items.length)}`;
    case 'set':
      return `Set of ${count(value.items.length)}`;
    case 'hash':
      return `Hash of ${count(value.pairs.length)}${value.identity ? ', compared by identity' : ''}${value.default ? ', with a default' : ''}`;
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
      return `${value.className}, a Struct or Data`;
    case 'object':
    case 'user-marshalled':
      return activeRecordOf(value) === null ? value.className : `${value.className}, a record of Active Record`;
    case 'user-dumped':
      return `${value.className}, as its _dump wrote it, ${formatBytes(value.bytes.length)}`;
    case 'decorated': {
      const own = value.className === null ? className(value.value) : `${value.className}, a ${className(value.value)}`;
      return value.modules.length === 0 ? own : `${own}, extended by ${value.modules.join(', ')}`;
    }
    case 'reference':
      return 'a reference to a value further up';
    default:
      return typeTag(value) ?? value.type;
  }
}
