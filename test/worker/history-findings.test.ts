import { expect, test, vi } from 'vitest';
import { type Session, sealSession } from '../../demo/rails-session.mjs';
import { Host } from '../../src/worker/host.ts';
import type { FromWorker } from '../../src/worker/protocol.ts';
import { exchange } from '../core/recording.ts';

const secret = 'demo secret key base '.repeat(4);
const sealed = (session: Session) => sealSession(session, { secret, name: '_app_session' });

test('what only the histories find is told after the rows, without anything more being recorded', async () => {
  const [first, apple, pear] = [{ cart: [] }, { cart: ['apple'] }, { cart: ['pear'] }].map((session) =>
    sealed({ session_id: 'one', ...session }),
  );
  const setting = (at: number, value = '', carried?: string) =>
    exchange({ at, setCookie: [`_app_session=${value}; path=/; HttpOnly`], ...(carried && { cookie: `_app_session=${carried}` }) });
  const kinds: string[][] = [];
  const host = new Host();
  const view = (message: FromWorker): void => {
    if (message.type === 'rows') kinds.push(message.rows.flatMap(({ findingKinds }) => findingKinds.map(({ kind }) => kind)));
  };
  host.receive(() => {}, { type: 'record', browser: 'chromium' });
  host.receive(view, { type: 'view', language: 'en' });
  host.receive(view, { type: 'add-secret', id: 's', label: 'current', text: secret, options: {} });
  host.receive(() => {}, {
    type: 'exchanges',
    exchanges: [setting(0, first), setting(1, apple, first), setting(2, pear, first), exchange({ at: 9, cookie: `_app_session=${pear}` })],
  });
  await vi.waitFor(() => expect(kinds.flat()).toContain('lost-update'), { timeout: 5000 });
  expect(kinds[0]).not.toContain('lost-update');
  host.receive(view, { type: 'leave' });
});
