import { writeNeutralJson } from './neutral-json.ts';
import { writeOwnJson } from './own-json.ts';
import type { PayloadFormat } from './recognise.ts';
import type { RubyValue } from './ruby-value.ts';

/** JSON payloads, deflated ones too, as their own JSON, everything else in the neutral form. `indent` as in both. */
export function writePayloadJson(value: RubyValue, format: PayloadFormat | 'zipjson' | null, indent = 0): string {
  return format === 'json' || format === 'zipjson' ? writeOwnJson(value, indent) : writeNeutralJson(value, indent);
}
