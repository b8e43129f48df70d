import { findingInfo } from '../findings/finding-info.ts';
import { FINDING_TITLES } from '../findings/finding-title.ts';
import { causeInfo } from '../logout/cause-info.ts';
import { CAUSE_TITLES } from '../logout/cause-title.ts';
import { message as text } from '../message.ts';
import { thousands } from '../thousands.ts';
import { type EvidenceRun, evidenceRuns } from './evidence-runs.ts';
import { Html, type HtmlPart, html, htmlProse } from './html-text.ts';
import type { Report, ReportFinding, ReportLogout } from './report.ts';
import { type CookieLine, cookieLines, flagWords, scopeText } from './report-cookies.ts';
import { REPORT_STYLE } from './report-html-style.ts';
import { sizeChart } from './size-chart-svg.ts';

/** The report as one HTML file: no script, nothing is loaded. Holds no cookie values and no session contents, whatever was redacted. */
export function printReportHtml(report: Report): string {
  const { findings, logouts } = report;
  const cookies = cookieLines(report);
  const sessions = cookies.filter(({ lines }) => lines.some(({ session }) => session !== null));
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>Session report</title>
<style>${new Html(REPORT_STYLE)}</style>
</head>
<body>
<h1>Session report</h1>
${summary(report)}
${section('Logouts', logouts.map(logoutArticle))}
${section('Findings', findings.map(findingArticle))}
${section('Sizes of the sessions', sessions.map(sizes))}
${section('Cookies', cookies.length === 0 ? [] : [cookieTable(cookies)])}
</body>
</html>
`;
  return page.text;
}

const section = (title: string, parts: readonly Html[]): HtmlPart => (parts.length === 0 ? '' : html`<h2>${title}</h2>\n${parts}`);

const count = (number: number, one: string, many = `${one}s`): string => `${thousands(number)} ${number === 1 ? one : many}`;

function summary({ source, summary: { findings, setCookies, sessions, logouts } }: Report): Html {
  const found = [count(findings.error, 'error'), count(findings.warning, 'warning'), `${findings.info} info`, count(logouts, 'logout')];
  const seen = [count(source.entries, 'entry', 'entries'), count(setCookies, 'Set-Cookie line'), count(sessions, 'session cookie')];
  return html`<p class="mark">${found.join(', ')}</p>
<p class="muted">${seen.join(', ')}${source.creator === null ? '' : ` · recorded by ${source.creator}`}</p>
${source.cookiesStripped ? html`<p class="warning">The recording was exported without its cookies.</p>` : ''}`;
}

function logoutArticle({ cause, confidence, message, evidence, remedy, alternatives }: ReportLogout): Html {
  const { why, docs } = causeInfo[cause];
  const ruledOut = alternatives.map((other) => text(CAUSE_TITLES[other])).join(' · ');
  return html`<article>
<h3>${text(CAUSE_TITLES[cause])} <span class="muted">${confidence} · <code>${cause}</code></span></h3>
<p>${htmlProse(message)}</p>
${evidence.length === 0 ? '' : html`<ol>${evidenceRuns(evidence).map(evidenceItem)}</ol>`}
<p class="muted">${htmlProse(text(why))}</p>
${remedyParts(remedy)}
<p class="muted">${ruledOut === '' ? '' : `Ruled out: ${ruledOut}. `}More in <code>${docs}</code>.</p>
</article>
`;
}

function evidenceItem({ time, method, url, status, texts }: EvidenceRun): Html {
  return html`<li><span class="muted">${time.slice(11, 19)} UTC</span> <code>${method} ${url}</code> → ${status === 0 ? 'failed' : status}${texts.map((text) => html`<br>${htmlProse(text)}`)}</li>\n`;
}

function findingArticle({ kind, severity, cookie, message, remedy, occurrences }: ReportFinding): Html {
  const { why, docs } = findingInfo[kind];
  const about = cookie === null ? '' : html` · <code>${cookie === '' ? 'nameless' : cookie}</code>`;
  return html`<article>
<h3><span class="${severity}">${severity}</span> ${text(FINDING_TITLES[kind])} <span class="muted"><code>${kind}</code>${about} · ${count(occurrences.length, 'time')}</span></h3>
<p>${htmlProse(message)}</p>
<p class="muted">${htmlProse(text(why))}</p>
${remedyParts(remedy)}
<p class="muted">More in <code>${docs}</code>.</p>
</article>
`;
}

function remedyParts(remedy: string): HtmlPart {
  const [text = '', ...lines] = remedy.split('\n');
  return html`<p><b>Remedy:</b> ${htmlProse(text)}</p>${lines.length === 0 ? '' : html`\n<pre>${lines.join('\n')}</pre>`}`;
}

const sizes = (cookie: CookieLine): Html =>
  html`<article><h3><code>${cookie.newest.name}</code> <span class="muted">${scopeText(cookie.newest)}</span></h3>\n${sizeChart(cookie)}</article>\n`;

function cookieTable(cookies: readonly CookieLine[]): Html {
  return html`<table>
<thead><tr><th>Cookie</th><th>Scope</th><th>Flags</th><th class="number">Bytes now</th><th class="number">At most</th><th class="number">Times set</th><th>Refused</th></tr></thead>
<tbody>
${cookies.map(cookieRow)}</tbody>
</table>`;
}

function cookieRow({ newest, most, timesSet, refused }: CookieLine): Html {
  const over = most > newest.size.limit ? 'number error' : 'number';
  return html`<tr><td><code>${newest.name || 'nameless'}</code></td><td>${scopeText(newest)}</td><td>${flagWords(newest) || '–'}</td><td class="number">${thousands(newest.size.wire)}</td><td class="${over}">${thousands(most)}</td><td class="number">${thousands(timesSet)}</td><td>${refused.join(', ') || '–'}</td></tr>\n`;
}
