import { describe, expect, test } from 'vitest';
import { writeNeutralJson } from '../../../src/core/serializers/neutral-json.ts';
import { MARSHAL_FILES, marshalRows, readRow } from './marshal-rows.ts';
import { comparable } from './neutral-comparison.ts';

describe.each(MARSHAL_FILES)('%s', (file) => {
  test.each(marshalRows(file).map((row) => [row.id, row.description, row] as const))(
    '%s is read as Ruby read it: %s',
    (_id, _what, row) => {
      const value = readRow(row);
      expect(comparable(JSON.parse(writeNeutralJson(value)))).toEqual(comparable(row.expected));
      expect(writeNeutralJson(structuredClone(value))).toBe(writeNeutralJson(value));
    },
  );
});

test('the rows hold every type byte but those that only old or native classes have', () => {
  const seen = new Set(MARSHAL_FILES.flatMap(marshalRows).flatMap((row) => [...row.types]));
  expect([...'0:;@CFISTU[cefilmou{}"/'].filter((type) => !seen.has(type))).toEqual([]);
});
