import { expect } from 'vitest';
import { launchBrowser } from '../../scripts/browsers/launch.mjs';
import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';
import { sleep, until } from '../../scripts/browsers/wait.mjs';
import type { startRails } from '../../scripts/rails.mjs';
import type { Finding, FindingKind } from '../../src/core/findings/finding.ts';
import type { LogoutCause } from '../../src/core/logout/logout.ts';
import { auditHar, type Har, harSince, keepEntries, keepHar, PRESERVE_LOG, saveHar } from './har-of-run.ts';
import { enterSecret } from './panel-actions.ts';
import { type Recorded, readRecorded } from './recorded.ts';
import { browserName, extension } from './target.ts';
import { readFindings } from './worker-findings.ts';

export type RunningRails = Awaited<ReturnType<typeof startRails>>;

export interface Expected {
  /** All logouts, in the order of the traffic. */
  readonly causes: readonly LogoutCause[];
  readonly findings?: readonly FindingKind[];
  readonly noErrors?: boolean;
}

/** The browser with the panel shown, the secrets entered, and what it reports kept for the command line. */
export async function launchForLosses(secrets: readonly string[]): Promise<PanelDriver> {
  const driver = await launchBrowser(browserName, { extension, ...PRESERVE_LOG });
  await driver.resizePanel(1200, 900);
  for (const [index, secret] of secrets.entries()) await enterSecret(driver, secret, { label: `secret ${index + 1}` });
  await keepEntries(driver);
  return driver;
}

/** One story, told to an empty recording on a host of its own, which has no cookies yet. */
export class LostSession {
  readonly origin: string;
  readonly #started = Date.now();

  readonly driver: PanelDriver;
  readonly name: string;
  app: RunningRails;
  /** Lines that were set by processes which have ended since. */
  #setBefore: readonly string[] = [];
  /** When the page that is shown had loaded, or last fetched something; 0 when it may be left. */
  #loaded = 0;

  private constructor(driver: PanelDriver, name: string, app: RunningRails, url: string) {
    this.driver = driver;
    this.name = name;
    this.app = app;
    this.origin = url.replace('127.0.0.1', `${name}.test`);
  }

  /** `url` where another server than the application itself is asked, such as a proxy. */
  static async start(driver: PanelDriver, name: string, app: RunningRails, url = app.url): Promise<LostSession> {
    await app.clearLog();
    await driver.panel(() => document.querySelector<HTMLElement>('[data-testid=tab-responses]')?.click());
    await driver.click('[data-testid=clear]');
    await driver.waitFor('an empty recording', () => document.querySelector('[data-testid=row]') === null);
    return new LostSession(driver, name, app, url);
  }

  /** Another process answers at the same address; the one before it has set these lines. */
  continueOn(app: RunningRails, setBefore: readonly string[]): void {
    this.app = app;
    this.#setBefore = [...this.#setBefore, ...setBefore];
  }

  /** Loads a page, which may send the browser on to another. */
  visit(path: string): Promise<void> {
    return this.goto(this.origin + path);
  }

  async goto(url: string): Promise<void> {
    await this.stay();
    await this.driver.goto(url);
    this.#loaded = Date.now();
  }

  /** Submits the form of an action (any query is added to it), and waits for the page that comes of it. */
  async submit(action: string, query: string, landsOn: string): Promise<void> {
    await this.stay();
    const before = await this.driver.page(() => performance.timeOrigin);
    await this.driver.page(
      (action, query) => {
        const form = [...document.forms].find((one) => one.getAttribute('action') === action);
        if (!form) throw new Error(`no form for ${action}`);
        form.action += query;
        form.submit();
      },
      action,
      query,
    );
    await until(`${landsOn} after ${action}`, async () => {
      return (await this.shownPath()) === landsOn && (await this.driver.page(() => performance.timeOrigin)) !== before;
    });
    this.#loaded = Date.now();
  }

  /** Runs a function in the page, such as one that fetches. */
  async inPage<A extends readonly unknown[], T>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T> {
    const value = await this.driver.page(run, ...args);
    this.#loaded = Date.now();
    return value;
  }

  /** Signs in by the form. */
  async signIn(query = '', landsOn = '/'): Promise<void> {
    await this.visit('/sign_in');
    await this.submit('/sign_in', query, landsOn);
  }

  /** Asks for somebody's own page, and is sent to the sign-in. */
  async findSignedOut(): Promise<void> {
    await this.visit('/account');
    await until('the sign-in page', async () => (await this.shownPath()) === '/sign_in');
  }

  /** What the panel and the command line say of all that was recorded. */
  async expect(expected: Expected, secrets: readonly string[]): Promise<void> {
    await this.allRecorded();
    await this.driver.panel(() => document.querySelector<HTMLElement>('[data-testid=tab-logouts]')?.click());
    const causesShown = expect.poll(() => this.shownCauses(), { timeout: 8_000, message: 'the causes in the panel' });
    let har: Har | null = null;
    try {
      await causesShown.toEqual(expected.causes);
    } finally {
      har = await harSince(this.driver, this.#started);
      saveHar(`${this.name}-${browserName}`, har);
    }
    // Those that need the history come a moment after the rows.
    const wanted = expect.arrayContaining([...(expected.findings ?? [])]);
    await expect.poll(async () => kindsOf(await readFindings(this.driver)), { timeout: 8_000 }).toEqual(wanted);
    const findings = await readFindings(this.driver);
    const kinds = kindsOf(findings);
    if (expected.noErrors) expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    for (const kind of expected.findings ?? []) await this.expectShown(kind);
    const report = auditHar(har, secrets);
    expect(kindsOf(report.findings), 'the kinds of findings of the command line').toEqual(kinds);
    const causes = (report.logouts as readonly { readonly cause: LogoutCause }[]).map(({ cause }) => cause);
    expect(causes, 'the causes of the command line').toEqual(expected.causes);
  }

  /** As `lookAround`, but a page that has been there for a second already is left at once. */
  private async stay(): Promise<void> {
    if (browserName !== 'firefox' || this.#loaded === 0) return;
    await sleep(this.#loaded + 1000 - Date.now());
    await keepHar(this.driver);
    this.#loaded = 0;
  }

  /** Waits until every line that the server set is recorded. */
  private async allRecorded(): Promise<void> {
    const set = [...this.#setBefore, ...(await this.app.log()).flatMap(({ set_cookie }) => set_cookie)];
    await expect
      .poll(async () => missingFrom(set, await readRecorded(this.driver)), { timeout: 10_000, message: 'lines that are not recorded' })
      .toEqual([]);
  }

  /** Of the page that has loaded. */
  private shownPath(): Promise<string> {
    return this.driver.page(() => (document.readyState === 'complete' ? location.pathname : ''));
  }

  private shownCauses(): Promise<readonly string[]> {
    return this.driver.panel(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid=logout]')].map((logout) => logout.dataset.cause ?? ''),
    );
  }

  /** A response whose details tell the finding: in one of them people read it. */
  private async expectShown(kind: FindingKind): Promise<void> {
    await this.driver.panel(() => document.querySelector<HTMLElement>('[data-testid=tab-responses]')?.click());
    const rowId = (await readFindings(this.driver)).find((finding) => finding.kind === kind)?.rowId ?? '';
    await this.driver.click(`[data-testid=row][data-row-id=${JSON.stringify(rowId)}] [data-testid=cell-path]`);
    await this.driver.click('[data-testid=tab-findings]');
    await until(`${kind} in the details`, () =>
      this.driver.panel((kind) => document.querySelector(`[data-testid=finding][data-kind=${kind}]`) !== null, kind),
    );
    await this.driver.panel(() => document.querySelector<HTMLElement>('[data-testid=details-close]')?.click());
  }
}

const missingFrom = (set: readonly string[], { exchanges }: Recorded): readonly string[] => {
  const listed = new Set(exchanges.flatMap((exchange) => exchange.listed));
  return set.filter((line) => !listed.has(line));
};

const kindsOf = (findings: readonly Pick<Finding, 'kind'>[]): readonly FindingKind[] =>
  [...new Set(findings.map(({ kind }) => kind))].sort();
