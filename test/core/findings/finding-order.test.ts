import { describe, expect, it } from 'vitest';
import type { FindingKind, Severity } from '../../../src/core/findings/finding.ts';
import { compareFindings, FINDING_ORDER } from '../../../src/core/findings/finding-order.ts';
import { rules } from '../../../src/core/findings/rules/index.ts';

type Given = readonly [kind: FindingKind, severity: Severity];

describe('findings of one place', () => {
  it('have the order of the rules, which has them all', () => {
    expect(FINDING_ORDER).toEqual(rules.map(({ kind }) => kind));
  });

  it.each<[string, readonly Given[], readonly FindingKind[]]>([
    [
      'what lost a session before a missing flag',
      [
        ['missing-secure', 'error'],
        ['lost-update', 'error'],
      ],
      ['lost-update', 'missing-secure'],
    ],
    [
      'what only the history tells before a missing flag',
      [
        ['missing-samesite', 'warning'],
        ['domain-too-broad', 'warning'],
        ['stale-snapshot', 'warning'],
        ['partial-sign-out', 'warning'],
      ],
      ['partial-sign-out', 'stale-snapshot', 'missing-samesite', 'domain-too-broad'],
    ],
    [
      'the severity before all',
      [
        ['lost-update', 'warning'],
        ['heavy-key', 'info'],
        ['missing-secure', 'error'],
      ],
      ['missing-secure', 'lost-update', 'heavy-key'],
    ],
    [
      'a rejected token before a missing flag',
      [
        ['missing-httponly', 'error'],
        ['csrf-rejected', 'error'],
      ],
      ['csrf-rejected', 'missing-httponly'],
    ],
  ])('stand in order: %s', (_, given, expected) => {
    const sorted = given.map(([kind, severity]) => ({ kind, severity })).sort(compareFindings);
    expect(sorted.map(({ kind }) => kind)).toEqual(expected);
  });
});
