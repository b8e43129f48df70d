import type { RubyValue } from '../../core/serializers/ruby-value.ts';

/** A value on one line, as Ruby prints it: strings quoted, containers by their size. */
export function shortText(value: RubyValue): string {
  switch (value.type) {
    case 'nil':
      return 'nil';
    case 'boolean':
      return String(value.value);
    case 'integer':
    case 'float':
      return value.text;
    case 'string':
      return JSON.stringify(value.text);
    case 'array':
      return `[${value.items.length.toLocaleString('en')}]`;
    case 'hash':
      return `{${value.pairs.length.toLocaleString('en')}}`;
  }
}

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
    case 'array':
      return `Array of ${value.items.length.toLocaleString('en')}`;
    case 'hash':
      return `Hash of ${value.pairs.length.toLocaleString('en')}`;
  }
}

/** A hash key in the tree: strings bare, everything else as Ruby prints it. */
export const keyText = (key: RubyValue): string => (key.type === 'string' ? key.text : shortText(key));

/** What "copy value" gives: a string's own text, else JSON with every number exactly as it was written. */
export const copyText = (value: RubyValue): string => (value.type === 'string' ? value.text : jsonText(value, ''));

function jsonText(value: RubyValue, indent: string): string {
  const inner = `${indent}  `;
  switch (value.type) {
    case 'nil':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'integer':
    case 'float':
      return value.text;
    case 'string':
      return JSON.stringify(value.text);
    case 'array':
      if (value.items.length === 0) return '[]';
      return `[\n${value.items.map((item) => inner + jsonText(item, inner)).join(',\n')}\n${indent}]`;
    case 'hash':
      if (value.pairs.length === 0) return '{}';
      return `{\n${value.pairs.map((pair) => `${inner}${JSON.stringify(keyText(pair.key))}: ${jsonText(pair.value, inner)}`).join(',\n')}\n${indent}}`;
  }
}

/** One step from a container to what is in it. */
export type PathStep = { readonly key: RubyValue } | { readonly index: number };

/** The Ruby expression that reads a value, such as `session["cart"][0]`. */
export const pathText = (path: readonly PathStep[]): string =>
  `session${path.map((step) => `[${'key' in step ? shortText(step.key) : step.index}]`).join('')}`;
