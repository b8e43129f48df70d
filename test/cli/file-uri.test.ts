import { describe, expect, test } from 'vitest';
import { fileUri } from '../../src/cli/file-uri.ts';

describe('the address of a file in a SARIF log', () => {
  test.each<[reason: string, path: string, uri: string]>([
    ['a name', 'a.har', 'a.har'],
    ['a path', 'recordings/a.har', 'recordings/a.har'],
    ['from here', './a.har', 'a.har'],
    ['from above', '../a.har', '../a.har'],
    ['from the root', '/tmp/a.har', 'file:///tmp/a.har'],
    ['of Windows', 'C:\\Users\\me\\a b.har', 'file:///C:/Users/me/a%20b.har'],
    ['of Windows, from here', 'recordings\\a.har', 'recordings/a.har'],
    ['standard input', '-', 'standard-input.har'],
    ['a space and brackets, which no URI has', 'a [1].har', 'a%20%5B1%5D.har'],
    ['a percent sign that is no escape', '100%.har', '100%25.har'],
    ['what would begin a query or a fragment', 'a?b#c.har', 'a%3Fb%23c.har'],
    ['a colon, which would make a scheme', 'mailto:a.har', 'mailto%3Aa.har'],
    ['letters beyond ASCII', 'sitzung-ä.har', 'sitzung-%C3%A4.har'],
    ['half a character', 'a\ud800.har', 'a%EF%BF%BD.har'],
  ])('%s: %j', (_reason, path, uri) => {
    expect(fileUri(path)).toBe(uri);
  });
});
