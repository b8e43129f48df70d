import { SECRET_PLACES } from '../text/secret-places.ts';
import { CodeLine } from './code-line.tsx';

/** Where applications keep their secret, with the command to copy. */
export function WhereToFind() {
  return (
    <ul class="where-to-find" aria-label="Where to find secret_key_base">
      {SECRET_PLACES.map(({ where, command }) => (
        <li key={command}>
          <span>{where}</span>
          <CodeLine text={command} what="this command" />
        </li>
      ))}
    </ul>
  );
}
