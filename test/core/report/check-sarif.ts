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

const checkShape = object({
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

interface Location {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string; readonly index: number } };
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
    readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number; readonly locations: readonly Location[] }[];
  }[];
}

/**
 * The part of the SARIF 2.1.0 schema (OASIS) that our log uses, with what GitHub's code scanning requires besides: a description and a
 * help text of each rule, a physical location and a fingerprint of each result. What the schema cannot say holds too: indexes lead to
 * what is named beside them (3.27.6, 3.4.5), and no rule is described twice (3.19.23). The logs of all stories pass the whole schema and
 * `sarif-multitool validate` of Microsoft's SARIF SDK 5.7.
 */
export function checkSarif(log: unknown): void {
  checkShape(log);
  for (const { tool, artifacts, results } of (log as Log).runs) {
    const rules = tool.driver.rules.map(({ id }) => id);
    expect(new Set(rules).size).toBe(rules.length);
    expect(new Set(results.map(({ ruleId }) => ruleId))).toEqual(new Set(rules));
    for (const { ruleId, ruleIndex, locations } of results) {
      expect(rules[ruleIndex]).toBe(ruleId);
      for (const { uri, index } of locations.map(({ physicalLocation }) => physicalLocation.artifactLocation)) {
        expect(artifacts[index]?.location.uri).toBe(uri);
      }
    }
  }
}
