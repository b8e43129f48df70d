import { describe, expect, it } from 'vitest';
import { message } from '../../src/panel/text/message.ts';
import { SECRET_PLACES } from '../../src/panel/text/secret-places.ts';

describe('where to find a secret', () => {
  it.each(SECRET_PLACES.map(({ where, command }) => [where, command] as const))('%s: a command, and no bare path', (_, command) => {
    expect(command).toMatch(/^(?:bin\/rails|cat|grep|printenv) /);
  });

  it('no application of Rails is left out, from 3 to 8.1', () => {
    const named = SECRET_PLACES.map(({ where }) => message(where)).join('\n');
    for (const version of ['Rails 3 and 4.0', 'Rails 4.1 to 5.1', 'Rails 5.2 to 7.0', 'Rails 7.1 and later'])
      expect(named).toContain(version);
  });
});
