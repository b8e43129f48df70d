import type { Finding } from '../findings/finding.ts';
import type { JudgedExchange } from './judged-exchange.ts';

/** The exchange with what the history of its session says of it besides: at the line that a finding names, else at the request. */
export function withHistory(judged: JudgedExchange, found: readonly Finding[]): JudgedExchange {
  if (found.length === 0) return judged;
  const isLine = (finding: Finding): boolean => judged.lines.some(({ parsed }) => parsed.line === finding.line);
  return {
    ...judged,
    lines: judged.lines.map((each) => ({
      ...each,
      findings: [...each.findings, ...found.filter(({ line }) => line === each.parsed.line)],
    })),
    findings: [...judged.findings, ...found.filter((finding) => !isLine(finding))],
  };
}
