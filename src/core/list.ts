import { message } from './message.ts';

/** `a and b and c` in the user's language; empty for none. */
export const joinedByAnd = (texts: readonly string[]): string =>
  texts.length === 0 ? '' : texts.reduce((first, last) => message('listAnd', first, last));
