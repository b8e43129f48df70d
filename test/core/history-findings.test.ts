import { expect, test } from 'vitest';
import { Analysis } from '../../src/core/analysis.ts';
import { openCookie } from '../../src/core/readers/index.ts';
import { buildReport } from '../../src/core/report/build-report.ts';
import { Vault } from '../../src/vault/vault.ts';
import { analyse, exchangesOf } from './recording.ts';
import { storyById, storyHar } from './stories.ts';

const lostUpdate = storyById('v8_1_3_1/lost-update');
const exchanges = exchangesOf(storyHar(lostUpdate));

test('a later request that shows a loss puts the finding on the response before it, and tells so', async () => {
  const vault = new Vault();
  await vault.addAll(lostUpdate.secrets.map((text, index) => ({ id: `${index}`, label: `${index}`, text })));
  const changed = new Set<string>();
  const analysis = new Analysis({
    browser: 'chromium',
    open: (cookie, now) => openCookie(cookie, vault.keyring, now),
    onChange: (ids) => {
      for (const id of ids) changed.add(id);
    },
  });
  const kinds = () => analysis.rows(exchanges[2]?.id ?? '').flatMap(({ findingKinds }) => findingKinds.map(({ kind }) => kind));
  for (const each of exchanges.slice(0, 3)) analysis.add(each);
  await analysis.settled();
  analysis.refreshHistories();
  expect(kinds()).not.toContain('lost-update');
  for (const each of exchanges.slice(3)) analysis.add(each);
  await analysis.settled();
  analysis.refresh();
  changed.clear();
  analysis.refreshHistories();
  expect([...changed]).toEqual([exchanges[2]?.id]);
  expect(kinds()).toContain('lost-update');
  changed.clear();
  analysis.refreshHistories();
  expect(changed.size).toBe(0);
  analysis.clear();
  expect(analysis.histories()).toEqual([]);
});

test('the exchanges may come in any order', async () => {
  const analysis = await analyse(exchanges.toReversed(), lostUpdate.secrets);
  expect(analysis.rows(exchanges[2]?.id ?? '').flatMap(({ findingKinds }) => findingKinds.map(({ kind }) => kind))).toContain(
    'lost-update',
  );
});

test('its row names it before the flags that are missing', async () => {
  const analysis = await analyse(exchanges, lostUpdate.secrets);
  const row = analysis.rows(exchanges[2]?.id ?? '').find(({ findingKinds }) => findingKinds.some(({ kind }) => kind === 'lost-update'));
  expect(row?.findingKinds.length).toBeGreaterThan(1);
  expect(row?.findingKinds[0]?.kind).toBe('lost-update');
  expect(row?.worst?.kind).toBe('lost-update');
});

test('a report has it once, with both requests’ times and the key that was lost', async () => {
  const analysis = await analyse(exchanges, lostUpdate.secrets);
  const ids = exchanges.map(({ id }) => id);
  const { findings } = buildReport(analysis, { kind: 'har', creator: null, cookiesStripped: false }, ids);
  const found = findings.filter(({ kind }) => kind === 'lost-update');
  expect(found).toMatchObject([
    {
      severity: 'error',
      cookie: '_demo_session',
      occurrences: [{ entry: 2, line: 0 }],
      parameters: {
        parent: 'v1',
        lost: [['cart']],
        overwritten: { exchangeId: ids[1], method: 'GET', path: '/add', startedAt: exchanges[1]?.startedAt },
        overwriting: { exchangeId: ids[2], startedAt: exchanges[2]?.startedAt },
        carriedNext: ids[3],
      },
    },
  ]);
  expect(found[0]?.message).toBe(
    'The session in “_demo_session” lost what GET /add had changed (cart): GET /add carried the same version, its answer landed last, and the next request carries that one.',
  );
});
