import { version } from '../../package.json';
import { Analysis } from '../core/analysis.ts';
import type { Browser } from '../core/cookies/browser.ts';
import type { Severity } from '../core/findings/finding.ts';
import type { HttpExchange } from '../core/http/exchange.ts';
import { openCookie } from '../core/readers/index.ts';
import type { Keyring } from '../core/readers/reader.ts';
import { buildReport } from '../core/report/build-report.ts';
import { type Redaction, redactReport } from '../core/report/redact.ts';
import type { Report } from '../core/report/report.ts';
import { printReport } from '../core/report/report-json.ts';
import { printReportMarkdown } from '../core/report/report-markdown.ts';
import { printReportSarif } from '../core/report/report-sarif.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Arguments, readArguments, readChoice } from './arguments.ts';
import { fileUri } from './file-uri.ts';
import { type HarFile, readHar } from './har-file.ts';
import { type ExitStatus, type Io, type Outcome, refused } from './io.ts';
import { OpeningTally } from './opening-tally.ts';
import { readSecrets, SECRET_OPTIONS } from './secrets.ts';
import { printAudit } from './text-audit.ts';

const OPTIONS = {
  ...SECRET_OPTIONS,
  format: 'value',
  'fail-on': 'value',
  redact: 'value',
  browser: 'value',
  identity: 'value',
} as const;

interface AuditOptions {
  readonly source: string;
  readonly format: Format;
  readonly failOn: FailOn;
  readonly redaction: Redaction;
  readonly browser: Browser;
  readonly identityKeys: readonly string[];
}

type Format = 'text' | 'json' | 'markdown' | 'sarif';
type FailOn = 'error' | 'warning' | 'never';

/** `sessionscope audit`: every cookie that the responses of a HAR file set. */
export async function audit(argv: readonly string[], io: Io): Promise<Outcome> {
  const given = readArguments(argv, OPTIONS);
  if (!given.ok) return refused(given.failure);
  const options = readOptions(given.value);
  if (!options.ok) return refused(options.failure);
  const secrets = await readSecrets(given.value, io);
  if (!secrets.ok) return refused(secrets.failure);
  const file = await readHar(options.value.source, io);
  if (!file.ok) return refused(file.failure);
  return auditFile(file.value, secrets.value, options.value, io);
}

function readOptions(given: Arguments): Result<AuditOptions, string> {
  const [source, ...others] = given.positionals;
  if (source === undefined) return fail('audit needs a HAR file, or - for standard input');
  if (others.length > 0) return fail(`audit takes one file, and ${given.positionals.length} are given`);
  const format = readChoice(given, 'format', ['text', 'json', 'markdown', 'sarif'], 'text');
  if (!format.ok) return format;
  const failOn = readChoice(given, 'fail-on', ['error', 'warning', 'never'], 'error');
  if (!failOn.ok) return failOn;
  const redaction = readChoice(given, 'redact', ['none', 'mask', 'remove'], 'none');
  if (!redaction.ok) return redaction;
  const browser = readChoice(given, 'browser', ['chromium', 'firefox'], 'chromium');
  if (!browser.ok) return browser;
  return ok({
    source,
    format: format.value,
    failOn: failOn.value,
    redaction: redaction.value,
    browser: browser.value,
    identityKeys: given.all('identity'),
  });
}

async function auditFile(file: HarFile, keyring: Keyring, options: AuditOptions, io: Io): Promise<Outcome> {
  const tally = new OpeningTally();
  const analysis = new Analysis({
    browser: options.browser,
    identityKeys: options.identityKeys,
    open: async (cookie, now) => tally.count(await openCookie(cookie, keyring, now)),
  });
  if (file.cookiesStripped) analysis.noteCookiesStripped();
  for (const exchange of file.exchanges) analysis.add(exchange);
  await analysis.settled();
  const { creator, cookiesStripped } = file;
  const entries = file.exchanges.map(({ id }) => id);
  const report = redactReport(buildReport(analysis, { kind: 'har', creator, cookiesStripped }, entries), options.redaction);
  return {
    status: exitStatus(report, options.failOn),
    output: printAs(report, options, io),
    messages: [...strippedMessage(cookiesStripped), ...malformedMessage(file.exchanges), ...tally.messages(keyring.length)],
  };
}

function printAs(report: Report, { format, source }: AuditOptions, io: Io): string {
  switch (format) {
    case 'text':
      return printAudit(report, io.colour);
    case 'json':
      return printReport(report);
    case 'markdown':
      return printReportMarkdown(report);
    case 'sarif':
      return printReportSarif(report, { version, uri: fileUri(source) });
  }
}

function strippedMessage(cookiesStripped: boolean): readonly string[] {
  if (!cookiesStripped) return [];
  return [
    'cookies were stripped when this file was exported: export it again with sensitive data ' +
      '(Chrome: Settings, Preferences, Network, “Allow to generate HAR with sensitive data”, then the export button’s “HAR with sensitive data”)',
  ];
}

function malformedMessage(exchanges: readonly HttpExchange[]): readonly string[] {
  const count = exchanges.filter(({ problems }) => problems.length > 0).length;
  const index = exchanges.findIndex(({ problems }) => problems.length > 0);
  const [problem] = exchanges[index]?.problems ?? [];
  if (problem === undefined) return [];
  const what = problem.field === '' ? problem.code : `${problem.field} (${problem.code})`;
  return [`${count} of ${exchanges.length} entries are malformed and read as far as they can be; the first is entry ${index}: ${what}`];
}

function exitStatus({ findings }: Report, failOn: FailOn): ExitStatus {
  const failing: Readonly<Record<FailOn, readonly Severity[]>> = { error: ['error'], warning: ['error', 'warning'], never: [] };
  return findings.some(({ severity }) => failing[failOn].includes(severity)) ? 1 : 0;
}
