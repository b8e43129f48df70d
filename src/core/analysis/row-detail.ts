import type { EntryProblem, HttpExchange } from '../http/exchange.ts';
import type { Application } from '../readers/application.ts';
import type { Reading } from '../readers/reader.ts';
import type { BuiltRow } from '../report/build-row.ts';
import { carriedValue, type ParsedExchange, type ParsedValue } from '../report/parsed-exchange.ts';
import type { ResponseDetail, RowFacts, RowNote } from '../report/response-row.ts';
import { type ComparedValue, diffSessions } from '../report/session-diff.ts';
import { weighSession } from '../report/session-weight.ts';
import type { ExchangeContext } from './exchange-context.ts';

interface Recorded {
  readonly exchange: HttpExchange;
  /** Null when it could not even be parsed. */
  readonly parsed: ParsedExchange | null;
}

type AroundLine = Pick<ResponseDetail, 'carried' | 'explanation' | 'carriedExplanation' | 'mixedSerializers' | 'expectation' | 'diff'>;

/** Who knows the applications of the recording. */
interface Applications {
  application(cookie: string | null): Application;
}

export function rowFacts({ row, judged, findings }: BuiltRow, { exchange }: Pick<Recorded, 'exchange'>, known: Applications): RowFacts {
  const names = new Set(findings.flatMap(({ cookie }) => cookie ?? []));
  const applications = new Map([...names].map((name) => [name, known.application(name)] as const));
  return { row, exchange, cookie: judged?.parsed.cookie ?? null, reading: judged?.reading ?? null, findings, applications };
}

/** Everything about a row; `context` is null where the exchange could not be parsed. */
export function rowDetail(built: BuiltRow, recorded: Recorded, known: Applications, context: ExchangeContext | null): ResponseDetail {
  const facts = rowFacts(built, recorded, known);
  const around = aroundLine(built.judged, recorded.parsed, context);
  const weight = weighSession(facts.reading, built.judged?.parsed.sealed ?? null);
  return { ...facts, repair: null, carriedRepair: null, ...around, ...weight };
}

/** What the rest of the exchange and of the recording say about a line. */
function aroundLine(judged: BuiltRow['judged'], parsed: ParsedExchange | null, context: ExchangeContext | null): AroundLine {
  const expectation = context?.expectation() ?? null;
  if (parsed === null || judged === null || context === null)
    return { carried: null, explanation: null, carriedExplanation: null, mixedSerializers: null, expectation, diff: null };
  const { name } = judged.parsed.sealed;
  const carried = context.carriedReading(name);
  const value = carriedValue(parsed, name);
  return {
    carried,
    explanation: context.explain(judged.reading, judged.parsed),
    carriedExplanation: context.explain(carried, value),
    mixedSerializers: context.mixedSerializers(name),
    expectation,
    diff: judged.session
      ? diffSessions(value && compared(value, carried), judged.parsed.deleted ? null : compared(judged.parsed, judged.reading))
      : null,
  };
}

const compared = ({ key, sizes }: ParsedValue, reading: Reading | null): ComparedValue => ({ key, wire: sizes.wire, reading });

/** `fault` is what an exception of our own code is reported as. */
export function rowNotes({ problems }: HttpExchange, context: ExchangeContext, fault: EntryProblem): readonly RowNote[] {
  const all = context.hasThrown() ? [...problems, fault] : problems;
  const cookies = context.notRecorded();
  const notCarried = context.notCarried();
  return [
    ...(all.length > 0 ? [{ kind: 'malformed-entry' as const, problems: all }] : []),
    ...(cookies.length > 0 ? [{ kind: 'not-recorded' as const, cookies }] : []),
    ...(notCarried.length > 0 ? [{ kind: 'not-carried' as const, cookies: notCarried }] : []),
  ];
}
