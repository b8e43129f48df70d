/**
 * A Ruby string literal of any text, safe to paste into Ruby: a cookie's name comes from a server, and `"#{…}"` would run.
 */
export function rubyString(text: string): string {
  // Ruby refuses the escape of half a surrogate pair.
  return JSON.stringify(text.toWellFormed()).replaceAll('#', '\\#');
}

/** A Ruby symbol literal, such as `:theme` or `:"my theme"`. */
export function rubySymbol(text: string): string {
  return /^[A-Za-z_]\w*$/.test(text) ? `:${text}` : `:${rubyString(text)}`;
}
