import { describe, expect, it } from 'vitest';
import { acceptOption, complete } from '../../../src/panel/state/filter/completion.ts';
import type { Token } from '../../../src/panel/state/filter/filter-terms.ts';
import { valuesOf } from '../../../src/panel/state/filter/filter-values.ts';
import { row } from '../row.ts';

const ROWS = [
  row('1', { cookie: 'theme', status: 404, method: 'POST', path: '/a?b' }),
  row('2', { cookie: 'my theme', status: 400, change: { event: 'changed', added: ['cart'], removed: [], changed: ['user'] } }),
  row('3', { cookie: '_app', scope: { hostOnly: false, domain: 'test', path: '/', partition: null } }),
  row('4', { cookie: '_app', status: 0 }),
];
const KEYS = [
  { value: 'cart', count: 3 },
  { value: 'user', count: 1 },
];
const values = (token: Token) => (token === 'key' ? KEYS : valuesOf(token, ROWS, new Set(['4'])));

/** `|` is the caret. */
function offered(typed: string): string {
  const options = complete(typed.replace('|', ''), typed.indexOf('|'), values)?.options ?? [];
  return options.map(({ token, value }) => (value === null ? `${token}:` : `${value.value} ${value.count ?? ''}`.trim())).join(', ');
}

function accepted(typed: string, index = 0): string {
  const text = typed.replace('|', '');
  const completion = complete(text, typed.indexOf('|'), values);
  const option = completion?.options[index];
  if (completion === null || option === undefined) return '';
  const next = acceptOption(text, completion, option);
  return `${next.text.slice(0, next.caret)}|${next.text.slice(next.caret)}`;
}

describe('the completion of a filter', () => {
  it.each([
    ['co|', 'cookie:', 'a token'],
    ['a CO|', 'cookie:', 'of the term at the caret'],
    ['s|', 'status:, size:', 'more than one'],
    ['-s|', 'status:, size:', 'behind a hyphen'],
    ['|', 'cookie:, domain:, path:, method:, status:, size:, finding:, event:, key:, is:', 'of nothing, every token'],
    ['a |', 'cookie:, domain:, path:, method:, status:, size:, finding:, event:, key:, is:', 'of the next term too'],
    ['theme|', '', 'a text that is no token’s beginning'],
    ['"co|', '', 'a quoted text'],
    ['cookie:|', '_app 2, my theme 1, theme 1', 'the most frequent first'],
    ['cookie:TH|', 'theme 1, my theme 1', 'what begins so stands first'],
    ['cookie:_app|', '', 'what is there already'],
    ['status:4|', '4xx 2, 400 1, 404 1', 'classes and statuses'],
    ['status:f|', 'failed 1', 'no answer'],
    ['method:|', 'GET 3, POST 1', 'methods'],
    ['domain:|', 'app.test 4, test 1', 'hosts and domains'],
    ['path:/a|', '', 'paths without their query'],
    ['key:|', 'cart 3, user 1', 'keys of opened sessions'],
    ['event:|', 'changed 1, logged-out 1', 'events that occur'],
    ['is:|', 'session 4', 'states that occur'],
    ['finding:|', '', 'nothing was found'],
    ['size:|', '>4096, >3500, >1k', 'what sizes are looked for'],
    ['cookie|:a', 'cookie:', 'the caret is in the token'],
  ])('“%s” offers “%s”: %s', (typed, options) => {
    expect(offered(typed)).toBe(options);
  });

  it.each([
    ['co|', 'cookie:|', 0, 'a token waits for its value'],
    ['-co| x', '-cookie:| x', 0, 'what is around it stays'],
    ['cookie:|', 'cookie:_app |', 0, 'a value is followed by the next term'],
    ['cookie:m| x', 'cookie:"my theme" |x', 0, 'quoted where it has to be'],
    ['cookie:th|em', 'cookie:theme |', 0, 'the whole value is replaced'],
    ['-status:4|', '-status:404 |', 2, 'the option that was chosen'],
  ])('“%s” becomes “%s”', (typed, text, index) => {
    expect(accepted(typed, index)).toBe(text);
  });
});
