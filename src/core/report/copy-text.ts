import type { Serializer } from '../readers/reader.ts';
import { writePayloadJson } from '../serializers/payload-json.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';

/** What "copy value as JSON" gives: a string's own text, else the JSON that reports show. */
export const copyText = (value: RubyValue, format: Serializer | null): string =>
  value.type === 'string' ? value.text : writePayloadJson(value, format, 2);
