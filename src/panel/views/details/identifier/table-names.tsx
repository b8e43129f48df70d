import { DEFAULT_TABLE, type SessionsTable } from '../../../../core/readers/rails/store-lines.ts';
import { usePanel } from '../../../context.ts';
import { message } from '../../../text/message.ts';

const NAMES = [
  { name: 'table', label: 'storeTable' },
  { name: 'keyColumn', label: 'storeKeyColumn' },
  { name: 'dataColumn', label: 'storeDataColumn' },
] as const;

/** For applications that name their sessions table otherwise. */
export function TableNames() {
  const { storeEntries } = usePanel();
  const table = storeEntries.table.value;
  const change = (changed: Partial<SessionsTable>): void => {
    storeEntries.table.value = { ...table, ...changed };
  };
  return (
    <div class="table-names">
      {NAMES.map(({ name, label }) => (
        <label key={name} class="form-line">
          <span>{message(label)}</span>
          <input
            type="text"
            class="input"
            placeholder={DEFAULT_TABLE[name]}
            autocomplete="off"
            spellcheck={false}
            data-testid={`store-${name}`}
            value={table[name]}
            onInput={(event) => change({ [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      <label class="form-line">
        <span>{message('storeDatabase')}</span>
        <select
          class="input"
          value={table.quoting}
          onChange={(event) => change({ quoting: event.currentTarget.value === 'mysql' ? 'mysql' : 'ansi' })}
        >
          <option value="ansi">PostgreSQL, SQLite</option>
          <option value="mysql">MySQL, MariaDB</option>
        </select>
      </label>
    </div>
  );
}
