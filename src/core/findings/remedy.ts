/** Named as Markdown's fences name them; `http` is a header. */
export type SnippetLanguage = 'ruby' | 'sh' | 'erb' | 'yaml' | 'nginx' | 'js' | 'html' | 'http' | 'text';

/** Lines that are copied together. */
export interface Snippet {
  readonly language: SnippetLanguage;
  readonly lines: readonly string[];
}

/** `text` says what to do; the snippets do it, one after the other or one instead of the other. There may be none. */
export interface Remedy {
  readonly text: string;
  readonly snippets: readonly Snippet[];
}

export const ruby = (...lines: readonly string[]): Snippet => ({ language: 'ruby', lines });

export const shell = (...lines: readonly string[]): Snippet => ({ language: 'sh', lines });

/** Every line of a remedy, for what has no place for snippets. */
export function linesOf({ snippets }: Remedy): readonly string[] {
  return snippets.flatMap(({ lines }) => lines);
}
