import type { Kind } from './traffic-log.ts';

/**
 * The steps of one round. Each is a page that makes its requests by itself and then goes on to `/next`, so that everything happens
 * in the page's own time. `unhurried` steps stay half a second when they are ready; the others navigate at once.
 */
export interface Step {
  readonly kind: Kind;
  /** Body of an async function; `get(path)` fetches and reads to the end, `later()` gives a path that nobody had before. */
  readonly script: string;
  readonly html?: string;
  readonly unhurried: boolean;
}

/** Kind, variant and a number in the path: `/fetch/3`. Those without a number are asked for more than once. */
export const STEPS: readonly Step[] = [
  {
    kind: 'sign-in',
    unhurried: false,
    html: '<form method="post" action="/sign-in/start"><input name="user" value="ada"></form>',
    // The redirects end at /next.
    script: `document.forms[0].submit(); await new Promise(() => {});`,
  },
  {
    kind: 'fetch',
    unhurried: true,
    script: `for (let i = 0; i < 4; i++) await get(later('fetch')); await Promise.all([1, 2, 3, 4].map(() => get(later('fetch'))));`,
  },
  { kind: 'same-url', unhurried: true, script: `await Promise.all([1, 2, 3, 4, 5, 6].map(() => get('/same-url')));` },
  {
    kind: 'xhr',
    unhurried: true,
    script: `for (let i = 0; i < 2; i++) await new Promise((done) => { const x = new XMLHttpRequest(); x.open('POST', later('xhr')); x.onloadend = done; x.send('a=1'); });`,
  },
  { kind: 'redirected', unhurried: true, script: `await get(later('redirected') + '?hops=2');` },
  {
    kind: 'frame',
    unhurried: true,
    script: `for (const source of [later('frame'), later('frame'), FOREIGN + later('foreign-frame')]) await new Promise((done) => {
      const frame = document.createElement('iframe'); frame.onload = done; frame.src = source; document.body.append(frame); });`,
  },
  {
    kind: 'not-modified',
    unhurried: true,
    script: `for (let i = 0; i < 3; i++) await fetch('/not-modified', { cache: 'no-cache' }).then((r) => r.text());`,
  },
  { kind: 'no-content', unhurried: true, script: `await get(later('no-content')); await get(later('no-content'));` },
  {
    kind: 'worker',
    unhurried: true,
    script: `const worker = new Worker('/worker.js'); await new Promise((done) => { worker.onmessage = done; worker.postMessage([later('worker'), later('worker'), later('worker')]); }); worker.terminate();`,
  },
  {
    kind: 'image',
    unhurried: true,
    script: `await Promise.all([1, 2, 3].map(() => new Promise((done) => { const image = new Image(); image.onload = image.onerror = done; image.src = later('image'); })));`,
  },
  { kind: 'beacon', unhurried: true, script: `navigator.sendBeacon(later('beacon'), 'x'); navigator.sendBeacon(later('beacon'), 'y');` },
  {
    kind: 'error-page',
    unhurried: true,
    script: `for (const status of [404, 422, 500]) await get(later('error-page') + '?status=' + status);`,
  },
  {
    kind: 'reset',
    unhurried: true,
    script: `await get(later('reset') + '?after=headers').catch(() => {}); await get(later('reset') + '?after=nothing').catch(() => {}); await fetch('http://127.0.0.1:1/').catch(() => {});`,
  },
  { kind: 'hasty-fetch', unhurried: false, script: `await fetch(later('hasty-fetch'));` },
  { kind: 'hasty-page', unhurried: false, script: `` },
  { kind: 'fetch', unhurried: true, script: `await get(later('fetch'));` },
];

/** `run` tells rounds and steps apart, so that no path comes twice. */
export function stepPage(step: Step, run: string, foreign: string): string {
  return `<!doctype html><meta charset="utf-8"><title>${step.kind}</title><link rel="icon" href="data:,"><body>${step.html ?? ''}<script>
    const FOREIGN = ${JSON.stringify(foreign)};
    let count = 0;
    const later = (kind) => '/' + kind + '/${run}-' + ++count;
    const get = (path) => fetch(path, { cache: 'no-store' }).then((response) => response.text());
    (async () => {
      ${step.script}
      ${step.unhurried ? 'await new Promise((done) => setTimeout(done, 500));' : ''}
      location.href = '/next';
    })();
  </script>`;
}

export const WORKER = `onmessage = async ({ data }) => { for (const path of data) await fetch(path, { cache: 'no-store' }).then((r) => r.text()); postMessage('done'); };`;
