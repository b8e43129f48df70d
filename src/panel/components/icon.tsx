import type { JSX } from 'preact';

/** All icons are drawn on a grid of 16 by 16 in the colour of the text around them. */
const SHAPES = {
  pause: <path d="M5 3h2v10H5zM9 3h2v10H9z" />,
  resume: <path d="M5 3l8 5-8 5z" />,
  clear: (
    <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zm0 1.4c1.06 0 2.03.35 2.8.95L4.35 10.8A4.6 4.6 0 0 1 8 3.4zm0 9.2a4.57 4.57 0 0 1-2.8-.95l6.45-6.45A4.6 4.6 0 0 1 8 12.6z" />
  ),
  search: <path d="M7 2.5a4.5 4.5 0 1 0 2.7 8.1l3.1 3.1 1-1-3.1-3.1A4.5 4.5 0 0 0 7 2.5zm0 1.4a3.1 3.1 0 1 1 0 6.2 3.1 3.1 0 0 1 0-6.2z" />,
  key: <path d="M5 4.5a3.5 3.5 0 1 0 3.3 4.7H10v2h2.2v-2H14V6.8H8.3A3.5 3.5 0 0 0 5 4.5zm0 2.2a1.3 1.3 0 1 1 0 2.6 1.3 1.3 0 0 1 0-2.6z" />,
  person: <path d="M8 1.8a3.1 3.1 0 1 0 0 6.2 3.1 3.1 0 0 0 0-6.2zM2.3 14c0-3 2.5-4.9 5.7-4.9s5.7 1.9 5.7 4.9z" />,
  lock: (
    <path d="M8 1.5A3.5 3.5 0 0 0 4.5 5v1.5h-1v7.5h9V6.5h-1V5A3.5 3.5 0 0 0 8 1.5zm0 1.4c1.2 0 2.1.9 2.1 2.1v1.5H5.9V5c0-1.2.9-2.1 2.1-2.1z" />
  ),
  copy: <path d="M5.5 1.5h8v9.5h-2.5v3.5h-8.5v-9.5h3zM6.8 5h4.2v4.7h1.2V2.8H6.8zM3.8 6.3v6.9h5.9V6.3z" fill-rule="evenodd" />,
  check: <path d="M6.3 12.4L2.4 8.5l1.1-1.1 2.8 2.8 6.2-6.2 1.1 1.1z" />,
  close: <path d="M4.1 3L8 6.9 11.9 3 13 4.1 9.1 8l3.9 3.9-1.1 1.1L8 9.1 4.1 13 3 11.9 6.9 8 3 4.1z" />,
  save: <path d="M7.25 1.5h1.5v6.1l2.1-2.1 1.05 1.05L8 10.45 4.1 6.55 5.15 5.5l2.1 2.1zM2.5 12.5h11V14h-11z" />,
  import: <path d="M7.25 10.45h1.5v-6.1l2.1 2.1 1.05-1.05L8 1.5 4.1 5.4 5.15 6.45l2.1-2.1zM2.5 12.5h11V14h-11z" />,
  more: <path d="M2 6.8h2.4v2.4H2zM6.8 6.8h2.4v2.4H6.8zM11.6 6.8H14v2.4h-2.4z" />,
  chevron: <path d="M6 3.8L10.2 8 6 12.2z" />,
  network: <path d="M2 2.5h12v11H2zM3.3 6.3v5.9h9.4V6.3zM4.5 7.5h4v1.3h-4zM7 9.8h4.5v1.3H7z" fill-rule="evenodd" />,
  columns: <path d="M2 3h12v10H2zM3.3 4.3v7.4h2.6V4.3zM7.2 4.3v7.4h2.1V4.3zM10.6 4.3v7.4h2.1V4.3z" fill-rule="evenodd" />,
  overview: <path d="M1.5 12.5V10h3V6.5h3.5V3.5H11v4h3.5v1.3H9.7v-4h-.4v3H5.8v3.5h-3v1.2zM1.5 13.2h13v1.3h-13z" fill-rule="evenodd" />,
  reload: (
    <path d="M8 2.5A5.5 5.5 0 1 0 13.5 8h-1.4A4.1 4.1 0 1 1 8 3.9c1.1 0 2.1.45 2.85 1.15L8.9 7h4.6V2.4l-1.65 1.65A5.48 5.48 0 0 0 8 2.5z" />
  ),
  error: (
    <path
      d="M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1zM5.6 4.5L4.5 5.6 6.9 8l-2.4 2.4 1.1 1.1L8 9.1l2.4 2.4 1.1-1.1L9.1 8l2.4-2.4-1.1-1.1L8 6.9z"
      fill-rule="evenodd"
    />
  ),
  warning: <path d="M8 1.2L15.3 14.3H.7zM7.25 5.8v4.2h1.5V5.8zM7.25 11v1.6h1.5V11z" fill-rule="evenodd" />,
  info: (
    <path
      d="M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zm0 1.3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM7.25 4.3v1.6h1.5V4.3zM7.25 7v4.7h1.5V7z"
      fill-rule="evenodd"
    />
  ),
  unknown: (
    <path
      d="M8 1.2a6.8 6.8 0 1 0 0 13.6A6.8 6.8 0 0 0 8 1.2zM7.3 10.9h1.5v1.5H7.3zM8 3.6c1.5 0 2.6 1 2.6 2.3 0 1.9-1.8 2-1.8 3.9H7.3c0-2.5 1.8-2.7 1.8-3.8 0-.6-.45-1-1.1-1s-1.1.45-1.1 1.1H5.4C5.4 4.7 6.5 3.6 8 3.6z"
      fill-rule="evenodd"
    />
  ),
} satisfies Record<string, JSX.Element>;

export type IconName = keyof typeof SHAPES;

/** Decoration: what it means must be said in text beside it or in the label of what holds it. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true" focusable="false">
      {SHAPES[name]}
    </svg>
  );
}
