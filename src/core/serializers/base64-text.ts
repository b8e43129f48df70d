import { latin1Text } from './text-encoding.ts';

/** Standard alphabet, padded. */
export const base64Text = (bytes: Uint8Array): string => btoa(latin1Text(bytes));
