import { message } from '../text/message.ts';
import { SECRET_PLACES } from '../text/secret-places.ts';
import { CodeLine } from './code-line.tsx';

/** Where applications keep their secret, with the command to copy. */
export function WhereToFind() {
  return (
    <ul class="where-to-find" aria-label={message('whereToFindLabel')}>
      {SECRET_PLACES.map(({ where, command }) => (
        <li key={command}>
          <span>{message(where)}</span>
          <CodeLine text={command} what={message('copyCommand')} />
        </li>
      ))}
    </ul>
  );
}
