import type { Reading } from '../../../core/readers/reader.ts';
import { counted, message } from '../../text/message.ts';
import { configurationText } from '../../text/reading.ts';

/** `opened with “current” · AES-256-GCM · SHA256 · JSON`, then what the envelope says. */
export function ReadingHead({ reading }: { readonly reading: Reading }) {
  const { state, layout, key, expires, purpose } = reading;
  if (key === null && state !== 'readable') return null;
  return (
    <div class="reading-head">
      <p class="reading-key" data-testid="reading-key" title={keyDetails(reading)}>
        {key !== null && <b class="reading-verdict">{message('detailsOpenedWith', key.secret)}</b>}
        {state === 'readable' && (
          <b class="reading-verdict reading-unverified">{message(layout === 'rack-plain' ? 'detailsNotSigned' : 'detailsNotVerified')}</b>
        )}
        {` · ${configurationText(reading)}`}
      </p>
      {(purpose !== null || expires !== null || reading.envelope) && (
        <dl class="facts">
          <dt>{message('detailsPurpose')}</dt>
          <dd>{purpose === null ? <span class="muted">{message('detailsNoPurpose')}</span> : <code>{purpose}</code>}</dd>
          <dt>{message('detailsExpiry')}</dt>
          <dd>{expires === null ? <span class="muted">{message('detailsNoExpiry')}</span> : <code>{expires}</code>}</dd>
        </dl>
      )}
    </div>
  );
}

function keyDetails({ key, layout }: Reading): string | undefined {
  if (key === null) return undefined;
  const parts = [key.salt === null ? directText(layout) : message('detailsSalt', key.salt)];
  if (key.iterations !== null) parts.push(counted('detailsIterations', key.iterations));
  return parts.join(', ');
}

/** How a secret is used that goes without PBKDF2. */
function directText(layout: Reading['layout']): string {
  const encryptor = layout === 'rack-encryptor-v1' || layout === 'rack-encryptor-v2';
  return message(encryptor ? 'detailsKeyOfSalt' : 'detailsKeyIsSecret');
}
