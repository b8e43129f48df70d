/** A text node's text; pieces of the same place that follow one another are read as one text. */
export interface TextPiece {
  readonly text: string;
  readonly place: unknown;
}

/** Where a match begins and ends: index of a piece, and of a character in it. */
export interface TextMatch {
  readonly from: TextSpot;
  readonly to: TextSpot;
}

interface TextSpot {
  readonly piece: number;
  readonly offset: number;
}

/** Every occurrence, in any letter case, from the first to the last; they do not overlap. */
export function findText(pieces: readonly TextPiece[], query: string): readonly TextMatch[] {
  const wanted = query.toLowerCase();
  if (wanted.trim() === '') return [];
  const matches: TextMatch[] = [];
  for (let first = 0; first < pieces.length; ) {
    let end = first + 1;
    while (end < pieces.length && pieces[end]?.place === pieces[first]?.place) end++;
    const run = pieces.slice(first, end).map(({ text }) => text);
    const lower = run.join('').toLowerCase();
    // Lower case of some letters is longer: then places in the two texts differ.
    const text = lower.length === run.join('').length ? lower : run.join('');
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: spotAt(run, first, at, 0), to: spotAt(run, first, at + wanted.length, 1) });
    }
    first = end;
  }
  return matches;
}

/** `least` 1 lets a place between two pieces be the end of the first of them, 0 the beginning of the second. */
function spotAt(run: readonly string[], first: number, at: number, least: 0 | 1): TextSpot {
  let offset = at;
  let piece = 0;
  while (piece < run.length - 1 && offset - least >= (run[piece]?.length ?? 0)) {
    offset -= run[piece]?.length ?? 0;
    piece++;
  }
  return { piece: first + piece, offset };
}
