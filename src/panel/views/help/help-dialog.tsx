import { useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../../components/icon.tsx';
import { usePanel } from '../../context.ts';
import { type Place, SHORTCUTS } from '../../state/shortcuts.ts';
import { keyNames } from '../../text/key-names.ts';
import { type MessageKey, message } from '../../text/message.ts';

const TITLES: Record<Place, MessageKey> = {
  panel: 'keysEverywhere',
  rows: 'viewResponses',
  heads: 'keysHeads',
  edges: 'keysEdges',
  cells: 'viewCookies',
  versions: 'viewHistory',
  verdicts: 'viewLogouts',
  tree: 'keysTree',
  tabs: 'keysTabs',
  filter: 'keysFilterField',
  span: 'overviewSpanLabel',
  find: 'keysFindPlace',
  split: 'keysSplit',
};
// The titles have every place.
const PLACES = Object.keys(TITLES) as Place[];

/** Every key of the panel. The browser keeps the focus inside while it shows, and gives it back. */
export function HelpDialog() {
  const { help } = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  const close = (): void => {
    help.value = false;
  };
  return (
    <dialog
      class="help"
      ref={dialog}
      aria-labelledby="help-title"
      data-testid="help"
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // DevTools would open its console too.
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="help-head">
        <h2 id="help-title">{message('keysTitle')}</h2>
        <button type="button" class="tool" title={message('keysDismiss')} aria-label={message('keysDismiss')} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing that takes the focus */}
      <section class="help-body" aria-labelledby="help-title" tabIndex={0}>
        {/* Columns in what scrolls itself would go on sideways. */}
        <div class="help-columns">
          {PLACES.map((place) => (
            <section key={place} class="help-place">
              <h3>{message(TITLES[place])}</h3>
              <dl>
                {Object.values(SHORTCUTS[place]).map(({ keys, text }) => (
                  <div key={text} class="help-line">
                    <dt>
                      {keyNames(keys).map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </dt>
                    <dd>{message(text)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </section>
    </dialog>
  );
}
