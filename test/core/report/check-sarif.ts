import { expect } from 'vitest';

type Shape = Readonly<Record<string, (value: unknown) => void>>;

const text = (value: unknown): void => {
  expect(typeof value === 'string' && value !== '').toBe(true);
};
const whole = (least: number) => (value: unknown) => {
  expect(Number.isInteger(value) && Number(value) >= least).toBe(true);
};
const oneOf =
  (...words: readonly string[]) =>
  (value: unknown) =>
    expect(words).toContain(value);
const list = (each: (value: unknown) => void) => (value: unknown) => {
  expect(Array.isArray(value)).toBe(true);
  for (const item of value as readonly unknown[]) each(item);
};
const anything = (): void => {};
/** The schema allows no property beside those that it names; `optional` may be missing. */
const object =
  (required: Shape, optional: Shape = {}) =>
  (value: unknown) => {
    expect(value).toBeTypeOf('object');
    for (const name of Object.keys(required)) expect(value).toHaveProperty([name]);
    for (const [name, member] of Object.entries(value as object)) {
      const check = required[name] ?? optional[name];
      expect(check, `the property ${name}`).toBeDefined();
      check?.(member);
    }
  };

const message = object({ text }, { markdown: text });
const artifactLocation = object({ uri: (value) => expect(value).toMatch(/^[\w%./:~-]+$/) }, { index: whole(0) });
const rule = object(
  { id: text, shortDescription: message, fullDescription: message, help: message },
  { name: text, defaultConfiguration: object({ level: oneOf('none', 'note', 'warning', 'error') }), properties: anything },
);
const location = object(
  { physicalLocation: object({ artifactLocation, region: object({ startLine: whole(1) }) }) },
  { logicalLocations: list(object({}, { name: text, fullyQualifiedName: text, kind: text })) },
);
const result = object(
  {
    ruleId: text,
    ruleIndex: whole(0),
    level: oneOf('none', 'note', 'warning', 'error'),
    message,
    locations: list(location),
    partialFingerprints: object({ primaryLocationLineHash: text }),
  },
  { properties: anything },
);

/**
 * The part of the SARIF 2.1.0 schema (OASIS) that our log uses, with what GitHub's code scanning requires besides: a description and a
 * help text of each rule, a physical location and a fingerprint of each result.
 */
export const checkSarif: (log: unknown) => void = object({
  $schema: text,
  version: oneOf('2.1.0'),
  runs: list(
    object(
      { tool: object({ driver: object({ name: text, semanticVersion: text, rules: list(rule) }) }), results: list(result) },
      {
        automationDetails: object({ id: text }),
        artifacts: list(object({ location: artifactLocation }, { mimeType: text, roles: list(oneOf('analysisTarget')) })),
        columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
        properties: anything,
      },
    ),
  ),
});
