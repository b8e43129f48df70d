import type { ComponentChildren } from 'preact';
import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { VersionView } from '../../../core/report/history-view.ts';
import { usePanel } from '../../context.ts';
import { growthText } from '../../text/history.ts';
import { formatBytes, formatTime, plural } from '../../text/numbers.ts';
import { refusalText } from '../../text/storage.ts';

interface VersionFactsProps {
  readonly version: VersionView;
  readonly parent: VersionView | null;
}

/** What is known of a version besides its content. */
export function VersionFacts({ version, parent }: VersionFactsProps) {
  const { history } = usePanel();
  const { wire, deleted, refused, carriedBy, identities, root, at } = version;
  const growth = growthText(version, parent);
  const left = BROWSER_COOKIE_LIMIT - wire;
  return (
    <dl class="facts">
      <Fact name="Made of">
        {parent === null ? (
          root ? (
            'unknown'
          ) : (
            'nothing: the request carried no session'
          )
        ) : (
          <button type="button" class="link" onClick={() => history.open(parent.id)}>
            {parent.label}
          </button>
        )}
      </Fact>
      <Fact name={root ? 'First sent' : 'Landed'}>{formatTime(at)}</Fact>
      {!deleted && (
        <Fact name="Size">
          {formatBytes(wire)}
          {growth !== '' && ` (${growth})`}, {left < 0 ? `${formatBytes(-left)} over the limit` : `${formatBytes(left)} left`}
        </Fact>
      )}
      {!deleted && <Fact name="Content">{contentText(version)}</Fact>}
      {!deleted && <Fact name="Signed in">{signedInText(identities)}</Fact>}
      {refused !== null && <Fact name="Browser">refused: {refusalText(refused)}</Fact>}
      <Fact name="Carried by">{carriedBy === 0 ? 'no request' : plural(carriedBy, 'request')}</Fact>
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <span>{children}</span>
      </dd>
    </>
  );
}

function contentText({ state }: VersionView): string {
  switch (state) {
    case 'opened':
      return 'opened';
    case 'readable':
      return 'readable by everyone who has the cookie';
    case 'failed':
      return 'opened, and the server refuses it';
    case 'sealed':
      return 'sealed';
    case 'identifier':
      return 'an id; the session is kept on the server';
    case null:
      return 'plain text';
  }
}

function signedInText(identities: VersionView['identities']): string {
  if (identities === null) return 'cannot be seen';
  if (identities.length === 0) return 'nobody';
  return identities.map(({ key, id }) => `${key} = ${id}`).join(', ');
}
