import { type ServerStore, storeLines } from '../../../../core/readers/rails/store-lines.ts';
import { STORE_NOTES } from '../../../../core/readers/rails/store-notes.ts';
import type { SessionIdentifier } from '../../../../core/readers/session-identifier.ts';
import { CodeLine } from '../../../components/code-line.tsx';
import { usePanel } from '../../../context.ts';
import { message } from '../../../text/message.ts';
import { lineLabel, storeName } from '../../../text/store-entry.ts';
import { RevocationLine } from '../revocation-line.tsx';
import { TableNames } from './table-names.tsx';

const STORES: readonly ServerStore[] = ['active-record', 'cache', 'redis', 'memcache'];

/** Lines to copy for the store that the application uses; the cookie does not tell which. */
export function StoreLookup({ identifier }: { readonly identifier: SessionIdentifier }) {
  const { storeEntries } = usePanel();
  const store = storeEntries.store.value;
  return (
    <div class="store-lookup">
      <label class="form-line">
        <span>{message('storeKind')}</span>
        <select
          class="input"
          value={store}
          data-testid="store-kind"
          onChange={(event) => {
            storeEntries.store.value = STORES.find((each) => each === event.currentTarget.value) ?? store;
          }}
        >
          {STORES.map((each) => (
            <option key={each} value={each}>
              {storeName(each)}
            </option>
          ))}
        </select>
      </label>
      {store === 'active-record' && <TableNames />}
      <ul class="where-to-find" aria-label={message('storeLines')} data-testid="store-lines">
        {storeLines(store, identifier, storeEntries.table.value).map(({ kind, text }) => (
          <li key={text}>
            <span>{lineLabel(kind)}</span>
            <CodeLine text={text} what={message('copyThisLine')} />
          </li>
        ))}
      </ul>
      <RevocationLine store={store} />
      {STORE_NOTES[store].map((note) => (
        <p key={note} class="muted small">
          {message(note)}
        </p>
      ))}
    </div>
  );
}
