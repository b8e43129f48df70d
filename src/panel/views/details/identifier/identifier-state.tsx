import { useState } from 'preact/hooks';
import type { SessionIdentifier } from '../../../../core/readers/session-identifier.ts';
import type { StoredFacts } from '../../../../core/readers/stored.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { Icon } from '../../../components/icon.tsx';
import { usePanel } from '../../../context.ts';
import { message } from '../../../text/message.ts';
import { storedText } from '../../../text/store-entry.ts';
import { PasteEntry } from './paste-entry.tsx';
import { StoreLookup } from './store-lookup.tsx';

export interface IdentifierStateProps {
  readonly identifier: SessionIdentifier;
  readonly stored: StoredFacts | null;
}

/** A session that is only an id: its two ids, where to look for it, and a place to paste what is found there. */
export function IdentifierState({ identifier, stored }: IdentifierStateProps) {
  const { storeEntries } = usePanel();
  const [asked, setAsked] = useState<boolean | null>(null);
  // Once the session is here, nobody has to look for it.
  const looking = asked ?? stored === null;
  return (
    <div class="identifier" data-testid="identifier">
      <dl class="facts">
        <dt>{message('storePublicId')}</dt>
        <dd>
          <code data-testid="public-id">{identifier.publicId}</code>
          <CopyButton text={identifier.publicId} what={message('copyPublicId')} />
        </dd>
        <dt>{message('storePrivateId')}</dt>
        <dd>
          <code data-testid="private-id">{identifier.privateId}</code>
          <CopyButton text={identifier.privateId} what={message('copyPrivateId')} />
        </dd>
      </dl>
      {stored === null ? (
        <PasteEntry key={identifier.publicId} sessionId={identifier.publicId} />
      ) : (
        <p data-testid="stored">
          <b class="reading-verdict">{message('storePasted')}</b> · {storedText(stored)}{' '}
          <button type="button" class="link" data-testid="stored-clear" onClick={() => storeEntries.forget(identifier.publicId)}>
            {message('storeClear')}
          </button>
        </p>
      )}
      <button type="button" class="disclosure" aria-expanded={looking} data-testid="store-lookup" onClick={() => setAsked(!looking)}>
        <Icon name="chevron" />
        {message('storeWhere')}
      </button>
      {looking && <StoreLookup identifier={identifier} />}
    </div>
  );
}
