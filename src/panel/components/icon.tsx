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
  person: (
    <path d="M8 1.800a3.100 3.100 0 1 0 0 6.200 3.100 3.100 0 0 0 0-6.200zM2.300 14c0-3 2.500-4.900 5.700-4.900s5.700 1.900 5.700 4.900z" />
  ),
  lock: (
    <path d="M8 1.5A3.5 3.5 0 0 0 4.5 5v1.5h-1v7.5h9V6.5h-1V5A3.5 3.5 0 0 0 8 1.5zm0 1.4c1.2 0 2.1.9 2.1 2.1v1.5H5.9V5c0-1.2.9-2.1 2.1-2.1z" />
  ),
  copy: (
    <path
      d="M5.5 1.5h8v9.5h-2.500v3.500h-8.500v-9.500h3zM6.800 5h4.200v4.700h1.200V2.800H6.800zM3.800 6.300v6.900h5.900V6.300z"
      fill-rule="evenodd"
    />
  ),
  check: <path d="M6.3 12.4L2.4 8.500l1.100-1.100 2.800 2.800 6.200-6.200 1.100 1.100z" />,
  close: <path d="M4.100 3L8 6.900 11.900 3 13 4.100 9.100 8l3.900 3.900-1.100 1.100L8 9.100 4.100 13 3 11.900 6.900 8 3 4.100z" />,
  save: <path d="M7.250 1.500h1.500v6.100l2.100-2.100 1.050 1.050L8 10.450 4.100 6.550 5.150 5.500l2.100 2.100zM2.500 12.500h11V14h-11z" />,
  import: (
    <path d="M7.250 10.450h1.500v-6.100l2.100 2.100 1.050-1.050L8 1.500 4.100 5.400 5.150 6.450l2.100-2.100zM2.500 12.500h11V14h-11z" />
  ),
  more: <path d="M2 6.800h2.400v2.400H2zM6.800 6.800h2.400v2.400H6.800zM11.600 6.800H14v2.400h-2.400z" />,
  chevron: <path d="M6 3.800L10.200 8 6 12.200z" />,
  network: <path d="M2 2.500h12v11H2zM3.300 6.300v5.900h9.400V6.300zM4.500 7.500h4v1.300h-4zM7 9.800h4.500v1.300H7z" fill-rule="evenodd" />,
  columns: (
    <path
      d="M2 3h12v10H2zM3.300 4.300v7.400h2.600V4.300zM7.200 4.300v7.400h2.100V4.300zM10.600 4.300v7.400h2.100V4.300z"
      fill-rule="evenodd"
    />
  ),
  overview: (
    <path
      d="M1.500 12.500V10h3V6.500h3.500V3.500H11v4h3.500v1.300H9.700v-4h-.4v3H5.800v3.500h-3v1.200zM1.500 13.200h13v1.300h-13z"
      fill-rule="evenodd"
    />
  ),
  reload: (
    <path d="M8 2.500A5.500 5.500 0 1 0 13.500 8h-1.400A4.100 4.100 0 1 1 8 3.900c1.100 0 2.100.45 2.850 1.150L8.900 7h4.600V2.400l-1.650 1.650A5.480 5.480 0 0 0 8 2.500z" />
  ),
  error: (
    <path
      d="M5.100 1h5.800L15 5.100v5.800L10.900 15H5.100L1 10.900V5.100zM5.600 4.500L4.500 5.600 6.900 8l-2.400 2.400 1.100 1.100L8 9.100l2.400 2.400 1.100-1.100L9.100 8l2.400-2.400-1.100-1.100L8 6.900z"
      fill-rule="evenodd"
    />
  ),
  warning: <path d="M8 1.200L15.300 14.300H.7zM7.250 5.800v4.200h1.500V5.800zM7.250 11v1.600h1.500V11z" fill-rule="evenodd" />,
  info: (
    <path
      d="M8 1.200a6.800 6.800 0 1 0 0 13.600A6.800 6.800 0 0 0 8 1.200zm0 1.300a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM7.250 4.300v1.600h1.500V4.300zM7.250 7v4.700h1.500V7z"
      fill-rule="evenodd"
    />
  ),
  unknown: (
    <path
      d="M8 1.200a6.800 6.800 0 1 0 0 13.600A6.800 6.800 0 0 0 8 1.200zM7.300 10.900h1.500v1.500H7.300zM8 3.600c1.500 0 2.600 1 2.600 2.300 0 1.900-1.800 2-1.800 3.900H7.300c0-2.500 1.800-2.700 1.800-3.800 0-.6-.45-1-1.100-1s-1.100.45-1.100 1.100H5.400C5.400 4.700 6.500 3.600 8 3.600z"
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
