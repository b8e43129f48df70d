import type { Session } from '../../../scripts/browsers/cdp.mjs';
import { until } from '../../../scripts/browsers/wait.mjs';
import type { Watched } from './open-browser.ts';

/** A table of responses, ours or that of Chrome's Network panel, by what both have. Selectors see through shadow roots. */
export interface Table {
  readonly session: Session;
  readonly root: string;
  readonly row: string;
  readonly filter: string;
  /** The head of a column to click on. */
  readonly sort: string;
}

export function tableOf(browser: Watched): Table {
  if (browser.panel) {
    const sort = '[data-testid=sort-path]';
    return { session: browser.panel, root: '#panel', row: '[data-testid=row]', filter: '[data-testid=filter]', sort };
  }
  if (!browser.frontEnd) throw new Error('There is no table.');
  return {
    session: browser.frontEnd,
    root: '.network-log-grid',
    row: 'tr.data-grid-data-grid-node',
    filter: '.text-filter .toolbar-input-prompt',
    sort: 'th.name-column',
  };
}

/** What runs in the table's document begins with this. */
const IN_DOCUMENT = `
  const deep = (css, root = document) => {
    const found = root.querySelector(css);
    if (found) return found;
    for (const element of root.querySelectorAll('*')) {
      const inner = element.shadowRoot && deep(css, element.shadowRoot);
      if (inner) return inner;
    }
    return null;
  };
  const frame = () => new Promise(requestAnimationFrame);
  const painted = async () => {
    const { port1, port2 } = new MessageChannel();
    await new Promise((done) => { port1.onmessage = done; port2.postMessage(null); });
    return performance.timeOrigin + performance.now();
  };
  const scrollerOf = (element) => {
    for (let each = element; each; each = each.parentElement) {
      if (each.scrollHeight > each.clientHeight && /auto|scroll/.test(getComputedStyle(each).overflowY)) return each;
    }
    return null;
  };
`;

/** When a row with this text was painted, in milliseconds since the epoch. */
export const rowPainted = ({ session, root, row }: Table, text: string): Promise<number> =>
  session.evaluate(
    `async (root, row, text) => {
      ${IN_DOCUMENT}
      for (let tries = 0; tries < 1800; tries++) {
        const table = deep(root);
        if (table && [...table.querySelectorAll(row)].some((each) => each.textContent.includes(text))) return painted();
        await frame();
      }
      throw new Error('no row with ' + text);
    }`,
    [root, row, text],
  );

/** Milliseconds from one frame to the next while the whole table is gone through in as many steps. */
export const scrollFrames = ({ session, root, row }: Table, steps: number): Promise<readonly number[]> =>
  session.evaluate(
    `async (root, row, steps) => {
      ${IN_DOCUMENT}
      const scroller = scrollerOf(deep(root).querySelector(row));
      const end = scroller.scrollHeight - scroller.clientHeight;
      scroller.scrollTop = 0;
      for (let wait = 0; wait < 10; wait++) await frame();
      const times = [];
      for (let step = 1, before = await frame(); step <= steps; step++) {
        scroller.scrollTop = (end * step) / steps;
        const now = await frame();
        times.push(now - before);
        before = now;
      }
      return times;
    }`,
    [root, row, steps],
  );

/** Milliseconds from the event that `act` causes until other rows are painted. */
export async function untilOtherRows(table: Table, event: 'input' | 'click', act: () => Promise<unknown>): Promise<number> {
  const { session, root, row } = table;
  const measured = session.evaluate(
    `async (root, row, event) => {
      ${IN_DOCUMENT}
      const look = () => {
        const first = deep(root).querySelector(row);
        return (first?.textContent ?? '') + '|' + (scrollerOf(first)?.scrollHeight ?? 0);
      };
      const before = look();
      globalThis.benchWatches = true;
      const start = await new Promise((done) => addEventListener(event, (e) => done(performance.timeOrigin + e.timeStamp), { capture: true, once: true }));
      for (let tries = 0; tries < 1800; tries++) {
        await frame();
        if (look() !== before) return (await painted()) - start;
      }
      throw new Error('the rows stay as they are');
    }`,
    [root, row, event],
  );
  await until('the watch', () =>
    session.evaluate('() => { const is = globalThis.benchWatches; globalThis.benchWatches = false; return is; }', []),
  );
  await act();
  return measured;
}

/** Milliseconds from an input event: until its handlers have done, and until the next paint, which is in steps of 8. */
export interface InputTiming {
  readonly handled: number;
  readonly painted: number;
}

/** Of the input event that `act` causes, as the browser itself takes it (Event Timing); null for one that was painted in less than 16. */
export async function timeInput({ session }: Table, act: () => Promise<unknown>): Promise<InputTiming | null> {
  await session.evaluate(
    `() => {
      globalThis.benchInputs = [];
      const observer = new PerformanceObserver((list) => {
        for (const { name, startTime, processingEnd, duration } of list.getEntries())
          if (name === 'input') globalThis.benchInputs.push({ handled: processingEnd - startTime, painted: duration });
      });
      observer.observe({ type: 'event', durationThreshold: 16 });
    }`,
    [],
  );
  await act();
  await new Promise((later) => setTimeout(later, 500));
  return session.evaluate('() => globalThis.benchInputs.at(-1) ?? null', []);
}

/** The field has the focus and is empty. */
export const emptyFilter = ({ session, filter }: Table): Promise<void> =>
  session.evaluate(
    `async (filter) => {
      ${IN_DOCUMENT}
      const field = deep(filter);
      field.focus();
      if (field.value !== undefined) field.select();
      else getSelection().selectAllChildren(field);
      document.execCommand('delete');
      for (let wait = 0; wait < 60; wait++) await frame();
    }`,
    [filter],
  );

export const clickOn = (session: Session, css: string): Promise<void> =>
  session.evaluate(
    `async (css) => { ${IN_DOCUMENT} deep(css).dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true })); }`,
    [css],
  );

/** Gives a file to a field that may be inside a shadow root. */
export async function giveFile(session: Session, css: string, path: string): Promise<void> {
  const { result } = await session.send('Runtime.evaluate', {
    expression: `(() => { ${IN_DOCUMENT} return deep(${JSON.stringify(css)}); })()`,
  });
  await session.send('DOM.setFileInputFiles', { objectId: result.objectId, files: [path] });
}
