import { writePayloadJson } from '../serializers/payload-json.ts';
import type { Report, ReportSession } from './report.ts';

/** The report as JSON, indented by two blanks. Session content keeps its digits: nothing goes through a JavaScript number. */
export function printReport(report: Report): string {
  const cookies = report.cookies.map((cookie) => ({ ...cookie, session: cookie.session && printable(cookie.session) }));
  return `${write({ ...report, cookies }, '')}\n`;
}

/** The `session` object alone, or `null`. */
export function printSession(session: ReportSession | null): string {
  return `${write(session && printable(session), '')}\n`;
}

/** Text that is JSON already. */
class JsonText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function printable(session: ReportSession): object {
  return { ...session, data: session.data && new JsonText(writePayloadJson(session.data, session.serializer)) };
}

function write(value: unknown, margin: string): string {
  if (value instanceof JsonText) return value.text;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${margin}  `;
  if (Array.isArray(value))
    return bracket(
      '[',
      value.map((item: unknown) => write(item, inner)),
      ']',
      margin,
    );
  const members = Object.entries(value).map(([key, member]: [string, unknown]) => `${JSON.stringify(key)}: ${write(member, inner)}`);
  return bracket('{', members, '}', margin);
}

function bracket(open: string, members: readonly string[], close: string, margin: string): string {
  if (members.length === 0) return open + close;
  const inner = `\n${margin}  `;
  return `${open}${inner}${members.join(`,${inner}`)}\n${margin}${close}`;
}
