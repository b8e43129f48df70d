import { readFileSync } from 'node:fs';
import { readMarshal } from '../../../src/core/serializers/marshal/read-marshal.ts';
import type { RubyValue } from '../../../src/core/serializers/ruby-value.ts';

/** One value that Ruby dumped; see the README beside the files. */
export interface MarshalRow {
  readonly id: string;
  readonly description: string;
  readonly base64: string;
  readonly types: string;
  readonly expected: unknown;
  readonly records?: readonly unknown[];
}

export const MARSHAL_FILES = ['marshal-ruby31-rails61', 'marshal-ruby33-rails72', 'marshal-ruby33-rails81'] as const;

export function marshalRows(file: string): readonly MarshalRow[] {
  return JSON.parse(readFileSync(new URL(`../../fixtures/vectors/${file}.json`, import.meta.url), 'utf8')).vectors;
}

export const bytesOf = (row: MarshalRow): Uint8Array => new Uint8Array(Buffer.from(row.base64, 'base64'));

export function readRow(row: MarshalRow): RubyValue {
  const result = readMarshal(bytesOf(row));
  if (!result.ok) throw new Error(`${row.id}: ${result.failure.code} at ${result.failure.offset}`);
  return result.value;
}
