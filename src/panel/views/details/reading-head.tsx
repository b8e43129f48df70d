import type { Reading } from '../../../core/readers/reader.ts';
import type { ReadingText } from '../../../core/report/reading-text.ts';
import { message } from '../../text/message.ts';

/** `opened with “current” · AES-256-GCM · SHA256 · JSON`, then what the envelope says. */
export function ReadingHead({ reading, said }: { readonly reading: Reading; readonly said: ReadingText }) {
  const { state, layout, key, expires, purpose } = reading;
  if (key === null && state !== 'readable') return null;
  return (
    <div class="reading-head">
      <p class="reading-key" data-testid="reading-key" title={said.key ?? undefined}>
        {key !== null && <b class="reading-verdict">{message('detailsOpenedWith', key.secret)}</b>}
        {state === 'readable' && (
          <b class="reading-verdict reading-unverified">{message(layout === 'rack-plain' ? 'detailsNotSigned' : 'detailsNotVerified')}</b>
        )}
        {` · ${said.configuration}`}
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
