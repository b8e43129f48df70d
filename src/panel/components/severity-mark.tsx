import type { Severity } from '../../core/findings/finding.ts';
import { severityText } from '../text/severity.ts';
import { Icon } from './icon.tsx';

/** An octagon, a triangle or a circle: severities differ in shape as well as in colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <span class={`severity severity-${severity}`} role="img" aria-label={severityText(severity)}>
      <Icon name={severity} />
    </span>
  );
}
