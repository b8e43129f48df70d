import type { SessionStore } from '../../../core/readers/rails/store-lines.ts';
import { REVOCATION } from '../../../core/readers/rails/store-notes.ts';
import { message } from '../../text/message.ts';

/** How a session that is kept there can be ended before its time. */
export function RevocationLine({ store }: { readonly store: SessionStore }) {
  return (
    <p class="muted small" data-testid="revocation">
      {message(REVOCATION[store])}
    </p>
  );
}
