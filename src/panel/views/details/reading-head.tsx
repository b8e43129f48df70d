import type { Reading } from '../../../core/readers/reader.ts';
import { configurationText } from '../../text/reading.ts';

/** `opened with “current” · AES-256-GCM · SHA256 · JSON`, then what the envelope says. */
export function ReadingHead({ reading }: { readonly reading: Reading }) {
  const { state, layout, key, expires, purpose } = reading;
  if (key === null && state !== 'readable') return null;
  return (
    <div class="reading-head">
      <p class="reading-key" data-testid="reading-key" title={keyDetails(reading)}>
        {key !== null && <b class="reading-verdict">opened with “{key.secret}”</b>}
        {state === 'readable' && (
          <b class="reading-verdict reading-unverified">{layout === 'rack-plain' ? 'not signed' : 'signed, not verified'}</b>
        )}
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

function keyDetails({ key, layout }: Reading): string | undefined {
  if (key === null) return undefined;
  const parts = [key.salt === null ? directText(layout) : `salt “${key.salt}”`];
  if (key.iterations !== null) parts.push(`${key.iterations.toLocaleString('en')} iterations`);
  return parts.join(', ');
}

/** How a secret is used that goes without PBKDF2. */
function directText(layout: Reading['layout']): string {
  const encryptor = layout === 'rack-encryptor-v1' || layout === 'rack-encryptor-v2';
  return encryptor ? 'the key is an HMAC-SHA256 of the salt by the first 32 bytes of the secret' : 'the secret itself is the key';
}
