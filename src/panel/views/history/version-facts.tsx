import type { ComponentChildren } from 'preact';
import { BROWSER_COOKIE_LIMIT } from '../../../core/readers/rails/limits.ts';
import type { VersionView } from '../../../core/report/history-view.ts';
import { usePanel } from '../../context.ts';
import { growthText } from '../../text/history.ts';
import { counted, type MessageKey, message } from '../../text/message.ts';
import { formatBytes, formatTime } from '../../text/numbers.ts';
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
  const size = growth === '' ? formatBytes(wire) : message('historyGrowth', formatBytes(wire), growth);
  const left = BROWSER_COOKIE_LIMIT - wire;
  return (
    <dl class="facts">
      <Fact name={message('historyMadeOf')}>
        {parent === null ? (
          message(root ? 'historyUnknown' : 'historyNothing')
        ) : (
          <button type="button" class="link" onClick={() => history.open(parent.id)}>
            {parent.label}
          </button>
        )}
      </Fact>
      <Fact name={message(root ? 'historyFirstSent' : 'historyLanded')}>{formatTime(at)}</Fact>
      {!deleted && (
        <Fact name={message('historySize')}>
          {left < 0 ? message('historySizeOver', size, formatBytes(-left)) : message('historySizeLeft', size, formatBytes(left))}
        </Fact>
      )}
      {!deleted && <Fact name={message('historyContent')}>{message(CONTENTS[version.state ?? 'plain'])}</Fact>}
      {!deleted && <Fact name={message('historySignedIn')}>{signedInText(identities)}</Fact>}
      {refused !== null && <Fact name={message('historyBrowser')}>{message('historyRefused', refusalText(refused))}</Fact>}
      <Fact name={message('historyCarried')}>{carriedBy === 0 ? message('historyNoRequest') : counted('unitRequests', carriedBy)}</Fact>
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

const CONTENTS: Readonly<Record<NonNullable<VersionView['state']> | 'plain', MessageKey>> = {
  opened: 'historyContentOpened',
  readable: 'historyContentReadable',
  failed: 'historyContentFailed',
  sealed: 'historyContentSealed',
  identifier: 'historyContentIdentifier',
  plain: 'historyContentPlain',
};

function signedInText(identities: VersionView['identities']): string {
  if (identities === null) return message('historyWhoUnseen');
  if (identities.length === 0) return message('historyWhoNobody');
  return identities.map(({ key, id }) => `${key} = ${id}`).join(', ');
}
