import { resolve } from 'node:path';
import { attach, type Session } from '../../../scripts/browsers/cdp.mjs';
import { findTarget, openChromiumDevtools, SET_SETTING, SHOW_VIEW } from '../../../scripts/browsers/chromium-devtools.mjs';
import { startChromium } from '../../../scripts/browsers/chromium-process.mjs';
import { sleep, until } from '../../../scripts/browsers/wait.mjs';

export const EXTENSION = resolve('dist/chrome');

/** `network`: DevTools with Chrome's own Network panel and no extension; `hidden` and `shown`: with Sessionscope, its panel not shown or shown. */
export type Watching = 'closed' | 'network' | 'hidden' | 'shown';

/** A browser on a page, and who watches it. What DevTools lack is null. */
export interface Watched {
  readonly version: string;
  readonly tab: Session;
  readonly frontEnd: Session | null;
  readonly devtoolsPage: Session | null;
  readonly panel: Session | null;
  readonly worker: Session | null;
  /** Processor seconds since the start of all processes, of all their threads. */
  processorTime(): Promise<number>;
  /** Resolves when nothing is being worked on any more, in any process of the browser. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

/** Of a second: what a browser with DevTools open uses without anything to do. */
const IDLE = 0.12;
const LONGEST_WAIT = 90;

export async function openBrowser(watching: Watching, url: string): Promise<Watched> {
  const withExtension = watching === 'hidden' || watching === 'shown';
  const browser = await startChromium({ extension: withExtension ? EXTENSION : null, args: ['--disable-gpu'] });
  const { connection, extensionUrl } = browser;
  try {
    const { targetId } = await findTarget(connection, (target) => target.type === 'page' && !target.url.startsWith('devtools:'), 'a tab');
    const tab = await attach(connection, targetId);
    await tab.send('Page.navigate', { url });
    await until('the page', () => tab.evaluate(() => document.readyState === 'complete' && location.protocol === 'http:', []));
    const devtools = withExtension
      ? await openChromiumDevtools(connection, targetId, {
          extensionUrl,
          title: 'Sessionscope',
          devtoolsPath: 'src/devtools/devtools.html',
          panelPath: 'src/panel/panel.html',
        })
      : null;
    if (devtools) await devtools.registered();
    const frontEnd = devtools?.frontEnd ?? (watching === 'network' ? await openNetworkPanel() : null);
    const panel = watching === 'shown' ? ((await devtools?.showPanel()) ?? null) : null;
    // As large as people have it, whatever the browser makes of it without a screen.
    await frontEnd?.evaluate(SET_SETTING, ['currentDockState', 'undocked']);
    await frontEnd?.send('Emulation.setDeviceMetricsOverride', { width: 1200, height: 800, deviceScaleFactor: 1, mobile: false });
    const worker = devtools
      ? await attach(connection, (await findTarget(connection, (target) => target.type === 'shared_worker', 'the worker')).targetId)
      : null;

    async function openNetworkPanel(): Promise<Session> {
      const opened: { targetId: string } = await connection.send('Target.openDevTools', { targetId });
      const session = await attach(connection, opened.targetId);
      // Touching its singletons before it has booted throws, and may leave it broken.
      await until('DevTools', () => session.evaluate(() => document.querySelector('.root-view') !== null, []));
      await until('the Network panel', () => session.evaluate(SHOW_VIEW, ['network']));
      return session;
    }
    const processorTime = async (): Promise<number> => {
      const { processInfo }: { processInfo: readonly { cpuTime: number }[] } = await connection.send('SystemInfo.getProcessInfo');
      return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
    };
    const quiet = async (): Promise<void> => {
      for (let second = 0, before = await processorTime(); second < LONGEST_WAIT; second++) {
        await sleep(1000);
        const now = await processorTime();
        if (now - before < IDLE) return;
        before = now;
      }
      console.log(`(not quiet after ${LONGEST_WAIT} s)`);
    };
    return {
      ...{ version: browser.version, tab, frontEnd, panel, worker, processorTime, quiet },
      devtoolsPage: devtools?.devtoolsPage ?? null,
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
