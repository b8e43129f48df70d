import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { englishMessages } from '../../src/core/english.ts';
import { jsonMessages } from '../../src/core/json-messages.ts';
import { readMessagesFrom } from '../../src/core/message.ts';
import { nameWithLabel } from '../../src/panel/text/label-in-name.ts';
import { counted, message } from '../../src/panel/text/message.ts';

/** As people say it: without case and punctuation. */
const spoken = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

describe.each(readdirSync('public/_locales'))('in %s', (language) => {
  beforeAll(() => {
    readMessagesFrom(jsonMessages(JSON.parse(readFileSync(`public/_locales/${language}/messages.json`, 'utf8')), language));
  });
  afterAll(() => readMessagesFrom(englishMessages));

  test.each([
    ['compare with the store', () => message('compareButton', message('compareButtonShort')), () => message('compareButtonLabel')],
    ['the same where it is narrow', () => message('compareButtonShort'), () => message('compareButtonLabel')],
    ['compare versions', () => message('historyCompare', message('historyCompareShort')), () => message('historyCompareLabel')],
    ['forget a secret', () => message('secretsForget'), () => message('secretsForgetOne', 'key 1')],
    ['treat as identity', () => message('identityWord'), () => message('identityTreat', 'member_id')],
    ['take that back', () => message('identityWord'), () => message('identityTakeBack', 'member_id')],
    ['resume with one row', () => message('toolbarNew', '1'), () => counted('toolbarResume', 1)],
    ['resume with more', () => message('toolbarNew', '5'), () => counted('toolbarResume', 5)],
  ])('the name of the button to %s holds what it shows', (_, label, name) => {
    expect(spoken(name())).toContain(spoken(label()));
  });

  test.each([
    ['copyLabel', 'copyHeader'],
    ['copyPath', 'copyPath'],
    ['copyAsFinding', 'copyAsFindingWhat'],
    ['logoutsCopy', 'logoutsCopied'],
    ['compareMarkdown', 'compareCopied'],
  ] as const)('a button that shows %s and copies %s is found by what it shows', (label, what) => {
    const name = nameWithLabel(message(label), message('copyThing', message(what)), message(what));
    expect(spoken(name)).toContain(spoken(message(label)));
  });
});

describe('a name that has to hold a label', () => {
  test.each([
    ['JSON', 'Copy value as JSON', 'value as JSON', 'Copy value as JSON'],
    ['Kopieren', 'Header kopieren', 'Header', 'Header kopieren'],
    ['Als Markdown kopieren', 'Diesen Befund kopieren', 'Diesen Befund', 'Als Markdown kopieren: Diesen Befund'],
  ])('%s in “%s”', (label, name, what, expected) => {
    expect(nameWithLabel(label, name, what)).toBe(expected);
  });
});
