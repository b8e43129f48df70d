/** Numbers different values 1, 2, 3… in the order in which they are asked for. */
export type ValueNumbers = (value: string) => number;

export function numberedValues(): ValueNumbers {
  const known = new Map<string, number>();
  return (value) => {
    const number = known.get(value) ?? known.size + 1;
    known.set(value, number);
    return number;
  };
}

/** A percent-escape, which is kept where it stands for ASCII punctuation; else anything but such punctuation, and a percent sign alone. */
const HIDDEN = /%[0-9a-f]{2}|[^!-$&-/:-@[-`{-~]/gi;
const PUNCTUATION = /^%(?:2[1-9a-f]|3[a-f]|40|5[b-f]|60|7[b-e])$/i;

/**
 * The value with every letter, digit and byte beyond ASCII as `0`, and its number in hexadecimal digits at the end: as long as before
 * on the wire and for Rails, with the punctuation that tells how it is sealed, and equal only to what was equal. Where it is too short
 * for its number, different values may become alike.
 */
export function maskValue(value: string, numberOf: ValueNumbers): string {
  const places = [...value.matchAll(HIDDEN)].filter(([piece]) => !PUNCTUATION.test(piece));
  const digits = numberOf(value).toString(16).padStart(places.length, '0').slice(-places.length);
  let place = 0;
  return value.replace(HIDDEN, (piece) => {
    if (PUNCTUATION.test(piece)) return piece;
    const digit = digits.charAt(place++);
    return piece.length === 1 ? digit : `%${digit.charCodeAt(0).toString(16)}`;
  });
}
