import { describe, expect, it } from 'vitest';
import type { RecordingComparison } from '../../src/core/report/compare-recordings.ts';
import { comparisonLines } from '../../src/core/report/comparison-lines.ts';
import { createComparisonStore } from '../../src/panel/state/comparison.ts';
import { createRecordingsStore } from '../../src/panel/state/recordings.ts';
import { comparisonMarkdown } from '../../src/panel/text/comparison.ts';
import { importFailureText, lackingTexts, progressText, sideNames } from '../../src/panel/text/import.ts';
import type { FromWorker, ImportFailure, OpenedSource, ToWorker } from '../../src/worker/protocol.ts';
import './use-english.ts';

const source: OpenedSource = { name: 'a.har', example: false, creator: 'Firefox/153.0', entries: 3, cookiesStripped: false, fault: null };
const news: Extract<FromWorker, { type: 'recordings' }> = {
  type: 'recordings',
  shown: source,
  beside: null,
  live: 7,
  importing: null,
  failed: null,
};
const fault = { code: 'not-json', offset: 20, line: 2, column: 5, entries: 1 } as const;

describe('what is said of a file', () => {
  it.each<[ImportFailure, string]>([
    [{ code: 'empty' }, 'The file is empty.'],
    [{ code: 'unreadable' }, 'The file cannot be read.'],
    [{ code: 'damaged-gzip' }, 'The gzip is damaged or cut off.'],
    [fault, 'The file is not JSON: it goes wrong at line 2, column 5.'],
    [{ code: 'not-a-har', field: 'log.entries' }, 'The file is not a HAR: the field log.entries is missing or of the wrong type.'],
  ])('%o', (failure, text) => expect(importFailureText(failure)).toBe(text));

  it('what it lacks: cookies, and what stands behind a fault', () => {
    expect(lackingTexts(source)).toEqual([]);
    expect(lackingTexts({ ...source, cookiesStripped: true, fault })).toEqual([
      'Cookies were removed from this file (sanitised).',
      'Only 1 entry could be read: the file goes wrong at line 2, column 5.',
    ]);
  });

  it('how far it is, and what the two of a comparison are called', () => {
    expect(progressText({ name: 'a.har', bytes: 1_250_000, total: 300e6, entries: 2854 })).toBe('1.3 of 300 MB · 2,854 entries');
    expect(sideNames(null, source)).toEqual(['Live recording', 'a.har']);
    expect(sideNames({ ...source, name: 'example', example: true }, null)).toEqual(['Example', '']);
  });
});

describe('the recordings out of files', () => {
  it('are asked for by their file and place, and known when the worker tells', () => {
    const sent: ToWorker[] = [];
    const store = createRecordingsStore((message) => void sent.push(message));
    const file = new File(['{}'], 'a.har');
    store.open(file, 'beside');
    store.openExample();
    store.cancel();
    store.close('shown');
    expect(sent).toEqual([
      { type: 'open-recording', file, name: 'a.har', place: 'beside' },
      { type: 'open-example' },
      { type: 'cancel-import' },
      { type: 'close-recording', place: 'shown' },
    ]);
    expect(store.shown.value).toBeNull();
    store.received({ ...news, failed: { name: 'b.har', failure: { code: 'empty' } } });
    expect([store.shown.value, store.live.value, store.failed.value?.name]).toEqual([source, 7, 'b.har']);
    store.dismiss();
    expect([store.shown.value, store.failed.value]).toEqual([source, null]);
  });
});

const comparison: RecordingComparison = {
  cookies: [
    {
      name: '_app|session',
      session: true,
      in: 'both',
      facets: [
        { facet: 'secure', left: ['no', 'yes'], right: ['no'], differs: true },
        { facet: 'sameSite', left: ['no'], right: ['Lax'], differs: true },
        { facet: 'lifetime', left: ['session'], right: ['3600'], differs: true },
        { facet: 'stored', left: ['kept'], right: ['too-large'], differs: true },
        { facet: 'size', left: ['1204–3120'], right: [], differs: true },
        { facet: 'path', left: ['/'], right: ['/'], differs: false },
      ],
    },
    { name: 'only', session: false, in: 'right', facets: [] },
  ],
  findings: [{ kind: 'missing-secure', severity: 'error', cookie: '_app|session', left: 2, right: 0, differs: true }],
  logouts: [{ cause: 'dropped-too-large', cookie: null, left: 0, right: 1, differs: true }],
};

describe('a comparison', () => {
  it('is read line by line', () => {
    expect(comparisonLines(comparison).map(({ cookie, what, left, right }) => [cookie, what, left, right])).toEqual([
      ['_app|session', 'Secure', 'no, yes', 'no'],
      ['_app|session', 'SameSite', 'not set', 'Lax'],
      ['_app|session', 'Lifetime', 'session', '1 hour'],
      ['_app|session', 'Browser', 'kept', 'too large'],
      ['_app|session', 'Size', '1,204–3,120 bytes', '–'],
      ['_app|session', 'Path', '/', '/'],
      ['only', 'set', 'no', 'yes'],
      ['_app|session', 'Secure is missing', '2 responses', '–'],
      ['', 'Too large for the browser', '–', '1 time'],
    ]);
  });

  it('shows what differs, and all where that is wanted', () => {
    const sent: ToWorker[] = [];
    const store = createComparisonStore((message) => void sent.push(message));
    expect(store.all.value).toBeNull();
    store.watch(true);
    expect(sent).toEqual([{ type: 'comparison', on: true }]);
    store.received(comparisonLines(comparison));
    expect(store.visible.value.some(({ what }) => what === 'Path')).toBe(false);
    store.showAll.value = true;
    expect(store.visible.value.some(({ what }) => what === 'Path')).toBe(true);
    store.received(null);
    expect(store.visible.value).toEqual([]);
  });

  it('is copied as a Markdown table in which no name is more than text', () => {
    const text = comparisonMarkdown(comparisonLines(comparison).slice(0, 1), 'Live recording', 'a<b>.har');
    expect(text.split('\n')).toEqual([
      '| Cookie, finding or logout | What | Live recording | a\\<b\\>.har |',
      '| --- | --- | --- | --- |',
      '| \\_app\\|session | Secure | no, yes | no |',
      '',
    ]);
  });
});
