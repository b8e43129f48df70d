/**
 * The stable id of an exchange: made of what it is, so that live traffic, `getHAR` and a HAR file agree on it.
 * `startedAt` in milliseconds since the epoch; `ordinal` counts the exchanges that share the other three, from 0.
 */
export function exchangeId(startedAt: number, method: string, url: string, ordinal: number): string {
  return withOrdinal(stemOf(startedAt, method, url), ordinal);
}

/** Numbers exchanges that share start, method and URL 0, 1, 2… in the order of the calls. One counter per recording. */
export function createOrdinals(): (startedAt: number, method: string, url: string) => number {
  const seen = new Map<string, number>();
  return (startedAt, method, url) => {
    // By the stem, not by the three: were two to share a hash, their ids would still differ.
    const stem = stemOf(startedAt, method, url);
    const ordinal = seen.get(stem) ?? 0;
    seen.set(stem, ordinal + 1);
    return ordinal;
  };
}

function withOrdinal(stem: string, ordinal: number): string {
  return ordinal === 0 ? stem : `${stem}.${ordinal}`;
}

function stemOf(startedAt: number, method: string, url: string): string {
  // Joined, because engines keep a concatenation as the tree of its parts.
  return [startedAt.toString(36), '-', textHash(`${method} ${url}`)].join('');
}

/** 14 letters and digits that tell one text from another, the same everywhere and always. No protection against who wants two alike. */
export function textHash(text: string): string {
  return [fnv1a(text, 0x811c9dc5), fnv1a(text, 0x5bd1e995)].join('');
}

/** FNV-1a over UTF-16 code units, 32 bits. Two with different starts make the 64 bits that an id needs. */
function fnv1a(text: string, start: number): string {
  let hash = start;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}
