import { describe, expect, it } from 'vitest';
import { copyText } from '../../src/core/report/copy-text.ts';
import { pathText, shortText } from '../../src/core/report/ruby-text.ts';
import { viewValue } from '../../src/core/report/value-view.ts';
import { actionOf } from '../../src/panel/state/shortcuts.ts';
import { CHILD_LIMIT, type TreeNode, type TreeView, treeNodes } from '../../src/panel/state/tree-nodes.ts';
import { treeAct } from '../../src/panel/views/details/tree-keys.ts';
import { ruby } from './harness/ruby.ts';
import { keyPress } from './key-press.ts';

const show = (data: Parameters<typeof ruby>[0], view: Partial<TreeView> = {}) =>
  treeNodes(viewValue(ruby(data)), { toggled: new Map(), unlimited: new Set(), query: '', ...view });
const lines = (nodes: readonly TreeNode[]): readonly string[] =>
  nodes.map((node) => `${'  '.repeat(node.depth)}${node.label ?? ''}${node.expandable ? (node.expanded ? ' -' : ' +') : ''}`);

const SESSION = { user_id: 42, cart: { items: [{ sku: 'BK-1' }], coupon: null }, deep: { a: { b: { c: { d: 'needle' } } } }, empty: [] };

describe('the tree of a session', () => {
  it('opens small containers near the top by itself', () => {
    expect(lines(show(SESSION))).toEqual(['user_id', 'cart -', '  items -', '    0 +', '  coupon', 'deep -', '  a -', '    b +', 'empty']);
  });

  it('follows what the user opened and closed', () => {
    const toggled = new Map([
      ['session["cart"]', false],
      ['session["deep"]["a"]["b"]', true],
    ]);
    expect(lines(show(SESSION, { toggled }))).toEqual(['user_id', 'cart +', 'deep -', '  a -', '    b -', '      c +', 'empty']);
  });

  it('opens the way to a match, closed or not, and marks the match alone', () => {
    const nodes = show(SESSION, { query: ' NEEDLE ', toggled: new Map([['session["deep"]', false]]) });
    expect(nodes.filter((node) => node.match).map((node) => node.path)).toEqual(['session["deep"]["a"]["b"]["c"]["d"]']);
  });

  it('searches keys and the text of values, types included', () => {
    const found = (query: string) =>
      show(SESSION, { query })
        .filter((node) => node.match)
        .map((node) => node.label);
    expect(found('user')).toEqual(['user_id']);
    expect(found('42')).toEqual(['user_id']);
    expect(found('nil')).toEqual(['coupon']);
  });

  it('shows a value that is no container as one line', () => {
    expect(lines(show('abc'))).toEqual(['']);
    expect(lines(show({}))).toEqual(['']);
  });

  it('names equal keys apart', () => {
    const key = { type: 'string', text: '__proto__' } as const;
    const nodes = treeNodes(
      viewValue({
        type: 'hash',
        pairs: [
          { key, value: { type: 'nil' } },
          { key, value: { type: 'boolean', value: true } },
        ],
      }),
      { toggled: new Map(), unlimited: new Set(), query: '' },
    );
    expect(new Set(nodes.map((node) => node.id)).size).toBe(2);
    expect(nodes.map((node) => node.label)).toEqual(['__proto__', '__proto__']);
  });

  it('shows the first children of a huge container, and all when asked or searched', () => {
    const huge = Array.from({ length: CHILD_LIMIT + 20 }, (_, index) => index);
    expect(show(huge)).toHaveLength(CHILD_LIMIT);
    expect(show(huge).at(-1)?.hidden).toBe(20);
    expect(show(huge, { unlimited: new Set(['session']) })).toHaveLength(CHILD_LIMIT + 20);
    expect(show(huge, { query: '519' }).filter((node) => node.match)).toHaveLength(1);
  });
});

describe('values as text', () => {
  it.each([
    [null, 'nil', 'null'],
    [true, 'true', 'true'],
    [42, '42', '42'],
    [0.5, '0.5', '0.5'],
    ['a "b"\n', '"a \\"b\\"\\n"', 'a "b"\n'],
    [[1, 2], '[2]', '[\n  1,\n  2\n]'],
    [{ a: { b: [] } }, '{1}', '{\n  "a": {\n    "b": []\n  }\n}'],
  ])('%j shows as %j and copies as %j', (value, short, copied) => {
    expect(shortText(ruby(value))).toBe(short);
    expect(copyText(ruby(value), 'json')).toBe(copied);
  });

  it('copies numbers exactly as they were written', () => {
    expect(
      copyText(
        {
          type: 'array',
          items: [
            { type: 'integer', text: '12345678901234567890' },
            { type: 'float', text: '1.0e+300' },
          ],
        },
        'json',
      ),
    ).toBe('[\n  12345678901234567890,\n  1.0e+300\n]');
  });

  it('writes a path as Ruby reads it', () => {
    expect(
      pathText([
        { kind: 'key', key: ruby('cart') },
        { kind: 'index', index: 0 },
        { kind: 'key', key: ruby(7) },
      ]),
    ).toBe('session["cart"][0][7]');
  });
});

describe('keys in the tree', () => {
  const nodes = show(SESSION);
  const at = (path: string): TreeNode => {
    const node = nodes.find((each) => each.path === `session${path}`);
    if (node === undefined) throw new Error(`no line ${path}`);
    return node;
  };
  it.each([
    ['ArrowDown', '["user_id"]', { focus: 'session["cart"]' }],
    ['ArrowUp', '["cart"]', { focus: 'session["user_id"]' }],
    ['ArrowUp', '["user_id"]', {}],
    ['Home', '["empty"]', { focus: 'session["user_id"]' }],
    ['End', '["user_id"]', { focus: 'session["empty"]' }],
    ['ArrowRight', '["cart"]', { focus: 'session["cart"]["items"]' }],
    ['ArrowRight', '["cart"]["items"][0]', { expand: true }],
    ['ArrowRight', '["user_id"]', {}],
    ['ArrowLeft', '["cart"]', { expand: false }],
    ['ArrowLeft', '["cart"]["coupon"]', { focus: 'session["cart"]' }],
    ['Enter', '["cart"]', { expand: false }],
    [' ', '["cart"]["items"][0]', { expand: true }],
    ['x', '["cart"]', null],
  ])('%s at session%s', (key, path, act) => {
    const action = actionOf('tree', keyPress(key));
    expect(action === null ? null : treeAct(action, nodes, at(path))).toEqual(act);
  });
});
