import type { Confidence } from '../../core/logout/logout.ts';
import { confidenceText, confidenceWord } from '../text/logout.ts';

const LEVEL: Record<Confidence, number> = { possible: 1, likely: 2, certain: 3 };

/** The word, and as many of three bars: neither needs colour. */
export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  return (
    <span class={`confidence confidence-${confidence}`} title={confidenceText(confidence)} data-testid="confidence">
      <svg class="confidence-bars" viewBox="0 0 13 10" width="13" height="10" aria-hidden="true" focusable="false">
        {[1, 2, 3].map((bar) => (
          <rect
            key={bar}
            x={(bar - 1) * 4.5 + 0.5}
            y={9.5 - bar * 3}
            width={3}
            height={bar * 3}
            fill={bar <= LEVEL[confidence] ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      {confidenceWord(confidence)}
    </span>
  );
}
