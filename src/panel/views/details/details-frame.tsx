import type { ComponentChildren } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { message } from '../../text/message.ts';
import { DetailsFind } from './details-find.tsx';

interface DetailsFrameProps {
  readonly testid: string;
  readonly title: ComponentChildren;
  /** Another one starts at the top. */
  readonly place: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly 'data-column'?: string;
  readonly 'data-kind'?: string;
}

/** Details without tabs, beside the table that they belong to: a title, a search, and what closes them. */
export function DetailsFrame({ testid, title, place, onClose, children, ...data }: DetailsFrameProps) {
  const close = (): void => {
    onClose();
    document.querySelector<HTMLElement>('[role=grid]')?.focus();
  };
  return (
    <section
      class="details"
      aria-label={message('detailsLabel')}
      data-testid={testid}
      {...data}
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
    >
      <div class="details-head">
        <h2 class="details-title">{title}</h2>
        <button
          type="button"
          class="tool"
          title={message('detailsCloseTitle')}
          aria-label={message('detailsClose')}
          data-testid={`${testid}-close`}
          onClick={close}
        >
          <Icon name="close" />
        </button>
      </div>
      <DetailsFind />
      <div class="details-body" key={place}>
        {children}
      </div>
    </section>
  );
}
