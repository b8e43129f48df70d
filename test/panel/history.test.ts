import { type Signal, signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import type { HistoryView, VersionView } from '../../src/core/report/history-view.ts';
import { createHistoryStore, type HistoryStore } from '../../src/panel/state/history.ts';
import { shortChange, versionText } from '../../src/panel/text/history.ts';
import { eventsToTell, eventWord, markOf } from '../../src/panel/text/history-event.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import { row } from './row.ts';

const version = (label: string, given: Partial<VersionView> = {}): VersionView => ({
  ...{
    id: `${label}#0`,
    label,
    at: 0,
    parent: null,
    lane: 0,
    root: false,
    deleted: false,
    ignored: false,
    wire: 300,
    refused: null,
    state: 'opened',
  },
  ...{ events: [{ kind: 'changed', count: 1 }], setBy: [`${label}#0`], timesSet: 1, carriedBy: 1, identities: [], change: null },
  ...given,
});
const view = (name: string, labels: readonly string[]): HistoryView => ({
  id: `app.test ${name}`,
  site: 'app.test',
  name,
  versions: labels.map((label, index) => version(label, { parent: index === 0 ? null : `${labels[index - 1]}#0` })),
});
const nothing = { before: null, after: null, verdict: { kind: 'equal', text: '' }, differences: [] } as const;

describe('the History view', () => {
  let sent: ToWorker[];
  let history: HistoryStore;
  let hides: Signal<(rowId: string) => boolean>;
  const asked = () => sent.filter((message) => message.type === 'compare-versions');
  beforeEach(() => {
    sent = [];
    hides = signal(() => false);
    history = createHistoryStore((message) => void sent.push(message), hides);
    history.received([view('few', ['v1']), view('many', ['v1', 'v2', 'v3'])]);
  });

  it('shows the cookie with the most versions, until one is chosen or a version is looked at', () => {
    expect(history.shown.value?.name).toBe('many');
    history.choose('app.test few');
    expect(history.shown.value?.name).toBe('few');
    history.choose('app.test many');
    history.activate('v2#0');
    history.received([view('few', ['v1', 'v2', 'v3', 'v4', 'v5']), view('many', ['v1', 'v2', 'v3'])]);
    expect(history.shown.value?.name).toBe('many');
  });

  it.each([
    ['down from nowhere to the first', [1], 'v1#0'],
    ['up from nowhere to the last', [-1], 'v3#0'],
    ['not beyond the end', [1, 1, 1, 1, 1], 'v3#0'],
    ['Home and End', [3, -3], 'v1#0'],
  ])('moves %s', (_, moves, expected) => {
    for (const by of moves) history.move(by);
    expect(history.active.value).toBe(expected);
  });

  it('lists what the toolbar does not hide; a parent that is hidden is still the parent', () => {
    hides.value = (rowId) => rowId === 'v1#0';
    expect(history.listed.value.map(({ label }) => label)).toEqual(['v2', 'v3']);
    history.move(-9);
    expect(history.active.value).toBe('v2#0');
    history.open('v2#0');
    expect(history.opened.value?.before?.label).toBe('v1');
    hides.value = () => false;
    expect(history.listed.value).toBe(history.shown.value?.versions);
  });

  it('asks for what an opened version changed, and takes the last answer only', () => {
    history.open('v2#0');
    history.move(1);
    expect(asked()).toEqual([
      { type: 'compare-versions', request: 1, history: 'app.test many', before: 'v1#0', after: 'v2#0', was: 'v1' },
      { type: 'compare-versions', request: 2, history: 'app.test many', before: 'v2#0', after: 'v3#0', was: 'v2' },
    ]);
    history.compared(1, nothing);
    expect(history.diff.value).toBeNull();
    history.compared(2, nothing);
    expect(history.diff.value).toBe(nothing);
  });

  it('asks again when the histories come anew: a secret may have opened them', () => {
    history.open('v2#0');
    history.received([view('many', ['v1', 'v2', 'v3'])]);
    expect(asked()).toHaveLength(2);
  });

  it('compares any two, the older one first', () => {
    history.activate('v3#0');
    history.pick();
    expect(history.picking.value?.label).toBe('v3');
    history.move(-2);
    expect(history.opened.value).toBeNull();
    history.open('v1#0');
    expect(history.picking.value).toBeNull();
    expect(history.opened.value).toMatchObject({ kind: 'pair', before: { label: 'v1' }, after: { label: 'v3' } });
    history.compare('v2#0', 'v1#0');
    expect(asked().at(-1)).toMatchObject({ before: 'v1#0', after: 'v2#0', was: 'v1' });
  });

  it('shows a version alone that is compared with itself', () => {
    history.compare('v2#0', 'v2#0');
    expect(history.opened.value).toMatchObject({ kind: 'version', before: { label: 'v1' }, after: { label: 'v2' } });
  });

  it('closes the details of a version that is gone', () => {
    history.open('v3#0');
    history.received([view('many', ['v1'])]);
    expect(history.opened.value).toBeNull();
  });
});

describe('what is said of a version', () => {
  const before = version('v1');
  const change = { added: ['cart'], removed: ['coupon'], changed: ['flash'] };
  it.each([
    ['its keys and its growth', version('v2', { change, wire: 420 }), before, 'From v1: +cart −coupon ~flash, 420 bytes (+120).'],
    ['sealed', version('v2', { state: 'sealed' }), before, 'From v1: 300 bytes (±0), sealed.'],
    ['unchanged', version('v2', { change: { added: [], removed: [], changed: [] } }), before, 'From v1: nothing changed, 300 bytes (±0).'],
    ['a root', version('v2', { root: true }), null, 'Not seen being set.'],
    ['a deletion', version('v2', { deleted: true }), before, 'From v1: deleted.'],
    ['the first', version('v2'), null, 'The request carried no session: 300 bytes, sealed.'],
  ])('%s', (_, one, parent, text) => {
    expect(shortChange(one, parent)).toBe(text);
  });

  it('says it all to a screen reader', () => {
    const one = version('v2', {
      change,
      at: new Date(2026, 0, 1, 10, 2, 3).getTime(),
      events: [{ kind: 'signed-in', count: 1 }],
      identities: [{ key: 'warden.user.user.key', id: '42', scope: 'user' }],
      carriedBy: 3,
    });
    expect(versionText(one, before, row('v2', { method: 'POST', path: '/session' }))).toBe(
      'v2, 10:02:03.000; signed in; From v1: +cart −coupon ~flash, 300 bytes (±0); user 42; set by POST /session; carried by 3 requests',
    );
  });

  it.each([
    ['a refusal before everything', ['forked', 'refused'], 'refused'],
    ['a sign-in before the reset that goes with it', ['reset', 'signed-in'], 'signed-in'],
    ['a sign-out by deletion as a deletion', ['cleared', 'signed-out'], 'cleared'],
    ['a fork by what it changed', ['forked', 'changed'], 'changed'],
    ['nothing but repetitions as unchanged', ['rewritten-unchanged'], 'rewritten-unchanged'],
  ] as const)('marks %s', (_, kinds, mark) => {
    const one = version('v2', { events: kinds.map((kind) => ({ kind, count: 1 })) });
    expect(markOf(one)).toBe(mark);
    expect(eventsToTell(one)[0]?.mark).toBe(mark);
    expect(eventWord(mark)).not.toBe('');
  });

  it('marks a root as not seen', () => {
    expect(markOf(version('v1', { root: true, events: [] }))).toBe('unseen');
  });
});
