import { parseSync } from 'vite';

/** Attributes of elements and of the panel's own components that people see or hear. */
const SHOWN_ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt', 'label', 'what', 'text', 'about', 'was'];

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Strings that an expression may come to, with their places. */
function strings(node: unknown): readonly Node[] {
  if (!isNode(node)) return [];
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node] : [];
    case 'TemplateLiteral':
      return (node.quasis as Node[]).map((quasi) => ({ ...quasi, value: (quasi.value as { cooked: string }).cooked }));
    case 'ConditionalExpression':
      return [...strings(node.consequent), ...strings(node.alternate)];
    case 'LogicalExpression':
      return [...strings(node.left), ...strings(node.right)];
    case 'JSXExpressionContainer':
      return strings(node.expression);
    default:
      return [];
  }
}

function shownBy(node: Node): readonly Node[] {
  if (node.type === 'JSXText') return [node];
  if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
    return (node.children as Node[]).flatMap((child) => (child.type === 'JSXExpressionContainer' ? strings(child) : []));
  }
  if (node.type !== 'JSXAttribute') return [];
  return SHOWN_ATTRIBUTES.includes((node.name as { name: string }).name) ? strings(node.value) : [];
}

/** Words in the JSX of a source that are written there and come from no table of messages, as `file:line: words`. */
export function rawText(file: string, source: string, isName: (words: string) => boolean): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isNode(value)) return;
    for (const { start, value: text } of shownBy(value)) {
      const words = String(text).trim();
      if (!/\p{L}/u.test(words) || isName(words)) continue;
      found.push(`${file}:${source.slice(0, start + source.slice(start).search(/\S/)).split('\n').length}: ${words}`);
    }
    Object.values(value).forEach(visit);
  };
  visit(parseSync(file, source, { lang: 'tsx' }).program);
  return found;
}
