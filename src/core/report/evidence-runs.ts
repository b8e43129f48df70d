import type { ReportEvidence } from './report.ts';

/** What is told of one entry at one place of the story. */
export interface EvidenceRun extends Omit<ReportEvidence, 'text'> {
  readonly texts: readonly string[];
}

/** Sentences about one entry that follow one another stand together. */
export function evidenceRuns(evidence: readonly ReportEvidence[]): readonly EvidenceRun[] {
  const runs: (EvidenceRun & { readonly texts: string[] })[] = [];
  for (const { text, ...place } of evidence) {
    const last = runs.at(-1);
    if (last?.entry === place.entry) last.texts.push(text);
    else runs.push({ ...place, texts: [text] });
  }
  return runs;
}
