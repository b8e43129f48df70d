import { describe, expect, it } from 'vitest';
import { className } from '../../src/core/report/class-name.ts';
import { rubyCode } from '../../src/core/report/ruby-code.ts';
import { shortText, typeTag } from '../../src/core/report/ruby-text.ts';
import { viewValue } from '../../src/core/report/value-view.ts';
import type { RubyValue } from '../../src/core/serializers/ruby-value.ts';
import { treeNodes } from '../../src/panel/state/tree-nodes.ts';
import { MARSHAL_FILES, marshalRows, readRow } from '../core/serializers/marshal-rows.ts';

/** The value of a row that Ruby dumped. */
function dumped(id: string): RubyValue {
  const row = MARSHAL_FILES.flatMap(marshalRows).findLast((candidate) => candidate.id === id);
  if (row === undefined) throw new RangeError(`There is no row ${id}.`);
  return readRow(row);
}

const oneLine = (value: RubyValue): string => rubyCode(value).replaceAll(/\n\s*/g, ' ');

describe('each kind of value', () => {
  it.each([
    ['sym', ':user_id', null, 'Symbol', ':user_id'],
    ['sym_space', ':"two words"', null, 'Symbol', ':"two words"'],
    ['str_binary_ascii_only', '"deadbeef"', null, 'String', '"deadbeef"'],
    ['str_invalid_utf8', '"ab\\xFFcd"', 'UTF-8', 'String, UTF-8, 5 bytes', '"ab\\xFFcd".dup.force_encoding("UTF-8")'],
    ['str_latin1', '"café', 'ISO-8859-1', 'String, ISO-8859-1', '"caf\\xE9".dup.force_encoding("ISO-8859-1")'],
    ['str_subclass', '"sub"', 'TaggedString', 'TaggedString, a String', 'TaggedString.new("sub")'],
    ['safe_buffer', '"<b>ok</b>"', 'ActiveSupport::SafeBuffer', 'ActiveSupport::SafeBuffer, a String', '"<b>ok</b>".html_safe'],
    ['hash_default', '{1}', null, 'Hash of 1, with a default', 'Hash.new(0).merge({ "a" => 1 })'],
    ['set', '[3]', 'Set', 'Set of 3', 'Set[ 1, "a", :b ]'],
    ['rational', '22/7', 'Rational', 'Rational', 'Rational(22, 7)'],
    ['complex', '1 + 2i', 'Complex', 'Complex', 'Complex(1, 2)'],
    ['bigdecimal', '123.45', 'BigDecimal', 'BigDecimal', 'BigDecimal("123.45")'],
    ['float_9', 'Infinity', null, 'Float', 'Float::INFINITY'],
    ['date', '2024-02-29', 'Date', 'Date', 'Date.iso8601("2024-02-29")'],
    ['time_utc', '2024-02-29T12:34:56Z', 'Time', 'Time', 'Time.iso8601("2024-02-29T12:34:56.000000000Z")'],
    [
      'twz',
      '2024-07-14T09:00:00Z (Europe/Warsaw +02:00)',
      'TimeWithZone',
      'TimeWithZone',
      'Time.iso8601("2024-07-14T09:00:00.000000000Z").in_time_zone("Europe/Warsaw")',
    ],
    ['duration', '2 days', 'ActiveSupport::Duration', 'ActiveSupport::Duration', 'ActiveSupport::Duration.allocate'],
    ['range_endless', '5..', null, 'Range', 'Range.new(5, nil, false)'],
    ['regexp', '/ab+c/i', null, 'Regexp', 'Regexp.new("ab+c", 1)'],
    ['class_ref', 'String', 'class', 'Class', 'String'],
    ['struct', '{2}', 'Point', 'Point, a Struct or Data', 'Point.new( 1, 2 )'],
    ['user_dump', '"raw"', 'Packed', 'Packed, as its _dump wrote it, 3 bytes', 'Packed._load("raw".b)'],
    ['exception', '"card declined"', 'CheckoutError', 'CheckoutError', 'CheckoutError.allocate'],
    ['uri', '"https://example.com/a', 'URI::HTTPS', 'URI::HTTPS', 'URI::HTTPS.allocate'],
    ['ar_changed', 'record 1, 9 attributes, changed: plan', 'Account', 'Account, a record of Active Record', 'Account.allocate'],
    ['ar71_new', 'not saved, 9 attributes', 'Account', 'Account, a record of Active Record', 'Account.allocate'],
    ['array_cycle', '[2]', null, 'Array of 2', '[ 1, nil ]'],
  ])('%s is told at a glance, and copied', (id, short, tag, name, literal) => {
    const value = dumped(id);
    expect(shortText(value).slice(0, short.length)).toBe(short);
    expect(typeTag(value)).toBe(tag);
    expect(className(value).slice(0, name.length)).toBe(name);
    expect(oneLine(value).slice(0, literal.length)).toBe(literal);
  });

  it('shows the start of a long binary string, with its length', () => {
    expect(shortText(dumped('str_binary'))).toMatch(/^"\\x00\\x01.*… 256 bytes$/);
    expect(typeTag(dumped('str_binary'))).toBe('binary');
  });

  it('never lets a name or text run as code', () => {
    const hostile: RubyValue = {
      type: 'object',
      className: 'A; system("id")',
      variables: [
        { name: '@a', value: { type: 'string', text: '#{`id`}' } },
        { name: '@b, `id`', value: { type: 'symbol', text: 'a"; `id`' } },
      ],
    };
    expect(rubyCode(hostile)).toBe(
      'Object.const_get("A; system(\\"id\\")").allocate.tap { |made| made.instance_variable_set(:@a, "\\#{`id`}") }',
    );
  });
});

describe('the tree of a Marshal session', () => {
  const lines = (value: RubyValue, query = '') =>
    treeNodes(viewValue(value), { toggled: new Map(), unlimited: new Set(), query }).map((node) => `${node.path} ${node.view.text}`);

  it('shows a record by its attributes after casts', () => {
    expect(lines(dumped('ar_saved')).slice(0, 5)).toEqual([
      'session["id"] 1',
      'session["email"] "ana@example.com"',
      'session["name"] "Ana"',
      'session["admin"] false',
      'session["credit"] 12.5',
    ]);
  });

  it('tells keys by their kind', () => {
    const keys = treeNodes(viewValue(dumped('hash_mixed_keys')), { toggled: new Map(), unlimited: new Set(), query: '' });
    expect(keys.map((node) => node.label)).toEqual(['1', 'nil', '[2]', '1.5', '1', ':1']);
    expect(new Set(keys.map((node) => node.id)).size).toBe(6);
  });

  it('writes paths that Ruby understands', () => {
    expect(lines(dumped('object'))).toContain('session.instance_variable_get(:@note) "gift"');
    expect(lines(dumped('set'))).toContain('session.to_a[0] 1');
    expect(lines(dumped('struct'))).toContain('session.x 1');
  });

  it('stops at a circle', () => {
    expect(lines(dumped('object_cycle'), 'circle')).toContain('session.instance_variable_get(:@owner) ↑ a value that holds this one');
  });
});
