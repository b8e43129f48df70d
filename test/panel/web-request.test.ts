import { expect, test, vi } from 'vitest';
import { createWebRequestStore } from '../../src/panel/state/web-request.ts';

function host(on: boolean) {
  let listener = () => {};
  let granted = on;
  return {
    set: (now: boolean) => {
      granted = now;
      listener();
    },
    isOn: async () => granted,
    start: async () => {
      granted = true;
    },
    stop: async () => {
      granted = false;
    },
    onChange: (told: () => void) => {
      listener = told;
    },
  };
}

test('Chrome offers no recording through webRequest', async () => {
  const store = createWebRequestStore(null, async () => 'app.test');
  store.refresh();
  await store.start();
  expect(store.state.value).toBe('unavailable');
});

test('It is on as long as the permission is there, whoever gives or takes it', async () => {
  const browser = host(false);
  const store = createWebRequestStore(browser, async () => 'app.test');
  store.refresh();
  await vi.waitFor(() => expect(store.state.value).toBe('off'));
  await store.start();
  expect(store.state.value).toBe('on');
  await store.stop();
  expect(store.state.value).toBe('off');
  browser.set(true);
  await vi.waitFor(() => expect(store.state.value).toBe('on'));
});
