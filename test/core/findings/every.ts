type Combinations<T> = { readonly [K in keyof T]: readonly T[K][] };

/** Every combination of what each parameter may be. */
export function every<T extends object>(choices: Combinations<T>): readonly T[] {
  const combined = Object.entries<readonly unknown[]>(choices).reduce<readonly object[]>(
    (made, [name, values]) => made.flatMap((each) => values.map((value) => ({ ...each, [name]: value }))),
    [{}],
  );
  return combined as readonly T[];
}
