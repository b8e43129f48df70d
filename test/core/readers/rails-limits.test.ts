import { describe, expect, test } from 'vitest';
import { BROWSER_COOKIE_LIMIT, OVERFLOW_LIMIT, OVERFLOW_RULES, type OverflowRule } from '../../../src/core/readers/rails/limits.ts';
import { cookieOf, SENT, VECTOR_FILES, vectorsOf } from './vectors.ts';

function ruleOf(version: string): OverflowRule {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const rule = OVERFLOW_RULES.findLast(({ since }) => {
    const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
    return major > sinceMajor || (major === sinceMajor && minor >= sinceMinor);
  });
  if (rule === undefined) throw new Error(`No rule for ${version}`);
  return rule;
}

const LARGE = VECTOR_FILES.flatMap(vectorsOf).filter((vector) => vector.id.includes('/size-last-accepted'));

describe('CookieOverflow', () => {
  test.each(LARGE.map((vector) => [vector.id, vector] as const))(
    '%s was the largest that Rails accepted, and is just within the limit',
    (_id, vector) => {
      const name = ruleOf(vector.rails_version).counts === 'bytes of name and value' ? vector.cookie_name.length : 0;
      const counted = name + (vector.raw_value ?? '').length;
      expect(counted).toBeLessThanOrEqual(OVERFLOW_LIMIT);
      // The raw value grows in steps: of four characters, and of more where base64 is nested.
      expect(counted).toBeGreaterThan(OVERFLOW_LIMIT - 32);
    },
  );

  test('there are such vectors', () => {
    expect(LARGE.length).toBeGreaterThan(5);
  });
});

test('a browser keeps what is within its limit, whatever Rails counts', () => {
  const measured = SENT.filter((vector) => vector.sizes !== undefined);
  for (const vector of measured) {
    const { name, value } = cookieOf(vector);
    expect(name.length + value.length <= BROWSER_COOKIE_LIMIT, vector.id).toBe(vector.sizes?.browser_accepts);
  }
  expect(measured.filter((vector) => vector.sizes?.browser_accepts === false).length).toBeGreaterThan(5);
});
