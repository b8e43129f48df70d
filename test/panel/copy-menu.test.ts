import { describe, expect, test } from 'vitest';
import { viewDetail } from '../../src/core/report/detail-view.ts';
import { createCopyMenuStore } from '../../src/panel/state/copy-menu.ts';
import { localDate } from '../../src/worker/local-clock.ts';
import type { ToWorker } from '../../src/worker/protocol.ts';
import { analyse, exchange } from '../core/recording.ts';

const AT = { x: 10, y: 20 };

async function details() {
  const analysis = await analyse([exchange({ setCookie: ['one=1', 'two=2'] })]);
  return analysis.allRows().flatMap(({ id }) => {
    const detail = analysis.detail(id);
    return detail === null ? [] : [viewDetail(detail, localDate)];
  });
}

describe('the menu of a row', () => {
  test('asks for what there is to copy, and offers it when it comes', async () => {
    const sent: ToWorker[] = [];
    const menu = createCopyMenuStore((message) => sent.push(message));
    const [one, two] = await details();
    if (one === undefined || two === undefined) throw new Error('no rows');
    menu.openFor(one.row.id, AT);
    expect(sent).toEqual([{ type: 'detail', rowId: one.row.id }]);
    expect([menu.place.value, menu.detail.value]).toEqual([AT, null]);
    menu.received(two.row.id, two);
    expect(menu.detail.value).toBeNull();
    menu.received(one.row.id, one);
    expect(menu.detail.value).toBe(one);
  });

  test('stays as it opened while the row changes', async () => {
    const menu = createCopyMenuStore(() => {});
    const [one] = await details();
    if (one === undefined) throw new Error('no row');
    menu.openWith(one, AT);
    menu.received(one.row.id, { ...one });
    expect(menu.detail.value).toBe(one);
  });

  test('closes where the row is gone, and when it is left', async () => {
    const menu = createCopyMenuStore(() => {});
    menu.openFor('gone#0', AT);
    menu.received('gone#0', null);
    expect(menu.place.value).toBeNull();
    menu.openFor('a#0', AT);
    menu.close();
    const [one] = await details();
    menu.received('a#0', one ?? null);
    expect([menu.place.value, menu.detail.value]).toEqual([null, null]);
  });
});
