/** A label takes part only when at least this much follows the first `=`: a secret may itself hold one. */
const SHORTEST_LABELLED_SECRET = 16;

export interface SecretLine {
  /** Null where the line gives none. */
  readonly label: string | null;
  readonly text: string;
}

/** Several secrets, one a line, newest first: `label=secret` names one, a line that starts with `#` is a comment. */
export function readSecretLines(pasted: string): readonly SecretLine[] {
  return pasted
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const equals = line.indexOf('=');
      const named = equals > 0 && line.length - equals - 1 >= SHORTEST_LABELLED_SECRET;
      return named ? { label: line.slice(0, equals).trim(), text: line.slice(equals + 1).trim() } : { label: null, text: line };
    });
}
