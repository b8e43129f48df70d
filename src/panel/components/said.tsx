import type { ComponentChildren } from 'preact';

/** Shows its children, and says the text in their place: for marks that only the eye can read, and for numbers that need their words. */
export function Said({ text, children }: { readonly text: string; readonly children: ComponentChildren }) {
  return (
    <>
      <span class="visually-hidden">{text}</span>
      <span class="seen" aria-hidden="true">
        {children}
      </span>
    </>
  );
}
