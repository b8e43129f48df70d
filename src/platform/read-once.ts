/** As many as a text can have. */
const SUBSTITUTIONS = Array.from({ length: 9 }, (_, index) => `\uE000${index}\uE001`);
const SLOT = /\uE000(\d)\uE001/;

type Read = (key: string, substitutions: readonly string[]) => string;

/** Asks `read` once for each text, as a browser takes longer to answer than a row of a table to be drawn, and puts in substitutions itself. */
export function readOnce(read: Read): Read {
  /** By key: text, number of a substitution, text, and so on. */
  const known = new Map<string, readonly string[]>();
  const piecesOf = (key: string): readonly string[] => {
    const pieces = known.get(key) ?? read(key, SUBSTITUTIONS).split(SLOT);
    known.set(key, pieces);
    return pieces;
  };
  return (key, substitutions) =>
    piecesOf(key).reduce((text, piece, index) => text + (index % 2 === 0 ? piece : (substitutions[Number(piece)] ?? '')), '');
}
