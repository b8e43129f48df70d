import { usePanel } from '../../context.ts';
import { CookiesBar } from './cookies-bar.tsx';
import { CookiesEmpty } from './cookies-empty.tsx';
import { CookiesTable } from './cookies-table.tsx';

/** One row per cookie: what the responses agree and disagree about, and what the browser made of it. */
export function Cookies() {
  const { cookies, connected } = usePanel();
  const reason = cookies.emptyReason.value;
  return (
    <div class="cookies">
      <CookiesBar />
      <div class="cookies-frame">
        <CookiesTable />
        {connected.value && reason !== null && <CookiesEmpty reason={reason} />}
      </div>
    </div>
  );
}
