import type { Reading } from '../../../core/readers/reader.ts';
import { configurationText } from '../../text/reading.ts';

/** `opened with “current” · AES-256-GCM · SHA256 · JSON`, then what the envelope says. */
export function ReadingHead({ reading }: { readonly reading: Reading }) {
  const { state, key, expires, purpose } = reading;
  if (key === null && state !== 'readable') return null;
  return (
    <div class="reading-head">
      <p class="reading-key" data-testid="reading-key" title={keyDetails(reading)}>
        {key !== null && <b class="reading-verdict">opened with “{key.secret}”</b>}
        {state === 'readable' && <b class="reading-verdict reading-unverified">signed, not verified</b>}
        {` · ${configurationText(reading)}`}
      </p>
      {(purpose !== null || expires !== null || reading.envelope) && (
        <dl class="facts">
          <dt>Purpose</dt>
          <dd>{purpose === null ? <span class="muted">none: accepted under any name</span> : <code>{purpose}</code>}</dd>
          <dt>Sealed expiry</dt>
          <dd>{expires === null ? <span class="muted">none</span> : <code>{expires}</code>}</dd>
        </dl>
      )}
    </div>
  );
}

function keyDetails({ key }: Reading): string | undefined {
  if (key === null) return undefined;
  const parts = [key.salt === null ? 'the secret itself is the key' : `salt “${key.salt}”`];
  if (key.iterations !== null) parts.push(`${key.iterations.toLocaleString('en')} iterations`);
  return parts.join(', ');
}
