/** `heavy-key` as `HeavyKey`. */
export type Capitals<Text extends string> = Text extends `${infer Word}-${infer Rest}`
  ? `${Capitalize<Word>}${Capitals<Rest>}`
  : Capitalize<Text>;

/** The part of a message's key that names a kind, so that no table of keys has to: `heavy-key` as `HeavyKey`. */
export function capitals<Text extends string>(text: Text): Capitals<Text> {
  return text.replace(/(?:^|-)./g, (start) => start.slice(-1).toUpperCase()) as Capitals<Text>;
}
