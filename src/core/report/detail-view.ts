import { message } from '../message.ts';
import type { Explanation } from '../readers/explanation/explanation.ts';
import { judgeStoreId } from '../readers/rails/server-store.ts';
import { type AttributesText, attributesText } from './attribute-text.ts';
import { type DiffView, viewDiff } from './diff-view.ts';
import { type ExplanationText, explanationText } from './explanations/explanation-info.ts';
import { mixedSerializersText } from './explanations/mixed-serializers-info.ts';
import { repairText } from './explanations/repair-info.ts';
import { type FindingView, viewFinding } from './finding-view.ts';
import { type ReadingText, readingText } from './reading-text.ts';
import type { ResponseDetail } from './response-row.ts';
import { notAnIdText } from './store-id-text.ts';

/** An explanation with its words. */
export interface ExplanationView extends ExplanationText {
  readonly kind: Explanation['kind'];
  readonly stage: Explanation['stage'];
}

type Told = 'findings' | 'applications' | 'explanation' | 'carriedExplanation' | 'repair' | 'carriedRepair' | 'mixedSerializers' | 'diff';

/** Everything about one row with its words, so that who shows it needs no prose. Plain data. `Backticks` set code. */
export interface DetailView extends Omit<ResponseDetail, Told> {
  readonly findings: readonly FindingView[];
  readonly readingText: ReadingText | null;
  readonly carriedText: ReadingText | null;
  readonly explanation: ExplanationView | null;
  readonly carriedExplanation: ExplanationView | null;
  readonly repair: string | null;
  readonly carriedRepair: string | null;
  readonly mixedSerializers: string | null;
  readonly diff: DiffView | null;
  /** Null where there is no line. */
  readonly attributes: AttributesText | null;
  /** Why a value that looks like a session's id is not taken for one; null where it is taken, or looks like none. */
  readonly notAnId: string | null;
}

/** `date` writes a date, of milliseconds since the epoch, as the reader's zone has it. */
export function viewDetail(detail: ResponseDetail, date: (time: number) => string): DetailView {
  const { findings, applications, explanation, carriedExplanation, repair, carriedRepair, mixedSerializers, diff, ...rest } = detail;
  const { row, reading, carried, cookie } = rest;
  const told = (one: Explanation | null, name: string): ExplanationView | null =>
    one && { kind: one.kind, stage: one.stage, ...explanationText(one, name) };
  return {
    ...rest,
    findings: findings.map((finding) => viewFinding(finding, applications)),
    readingText: reading && readingText(reading),
    carriedText: carried && readingText(carried),
    explanation: told(explanation, row.cookie ?? ''),
    carriedExplanation: told(carriedExplanation, row.cookie ?? carriedName(detail)),
    repair: repair && repairText(repair),
    carriedRepair: carriedRepair && repairText(carriedRepair),
    mixedSerializers: mixedSerializers && mixedSerializersText(mixedSerializers),
    diff: diff && viewDiff(diff, message('diffWasCarried')),
    attributes: cookie && attributesText(cookie, date),
    notAnId: cookie && notAnIdText(judgeStoreId(cookie.name, cookie.value, cookie.effective.httpOnly)),
  };
}

const carriedName = ({ row }: ResponseDetail): string =>
  row.notes.flatMap((note) => (note.kind === 'not-recorded' ? note.cookies : []))[0] ?? message('detailsTheCookie');
