import type { ComponentChildren } from 'preact';

export function Act({ onClick, children }: { readonly onClick: () => void; readonly children: ComponentChildren }) {
  return (
    <button type="button" class="button" onClick={onClick}>
      {children}
    </button>
  );
}

interface MessageProps {
  readonly title: string;
  readonly action: ComponentChildren;
  readonly children: ComponentChildren;
}

/** In place of a table that has nothing to show. */
export function Message({ title, action, children }: MessageProps) {
  return (
    <div class="empty" data-testid="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
