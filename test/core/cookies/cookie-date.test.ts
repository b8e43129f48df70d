import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCookieDate } from '../../../src/core/cookies/cookie-date.ts';

describe('A cookie-date', () => {
  const rows = [
    { text: 'Thu, 15 Jan 2026 13:00:00 GMT', iso: '2026-01-15T13:00:00.000Z', reason: 'as Rails prints it' },
    { text: 'Thu, 15 Jan 2026 13:00:00 -0000', iso: '2026-01-15T13:00:00.000Z', reason: 'as Rack 1 prints it' },
    { text: 'Thu, 15-Jan-2026 13:00:00 GMT', iso: '2026-01-15T13:00:00.000Z', reason: 'Netscape' },
    { text: 'Sunday, 06-Nov-94 08:49:37 GMT', iso: '1994-11-06T08:49:37.000Z', reason: 'RFC 850: two digits from 70 on are 19xx' },
    { text: '06 Nov 69 08:49:37', iso: '2069-11-06T08:49:37.000Z', reason: 'below 70 they are 20xx' },
    { text: '06 Nov 070 08:49:37', iso: '1970-11-06T08:49:37.000Z', reason: 'leading zeros make no other year' },
    { text: 'Sun Nov  6 08:49:37 1994', iso: '1994-11-06T08:49:37.000Z', reason: 'asctime' },
    { text: '8:4:7 1994 6 november', iso: '1994-11-06T08:04:07.000Z', reason: 'any order, single digits, whole names' },
    { text: 'Thu, 15 Jan 2026 13:00:00 +0200', iso: '2026-01-15T13:00:00.000Z', reason: 'a zone is not looked at' },
    { text: '29 Feb 2028 00:00:00', iso: '2028-02-29T00:00:00.000Z', reason: 'a leap year' },
    { text: '1 Jan 1601 0:0:0', iso: '1601-01-01T00:00:00.000Z', reason: 'the first year' },
    { text: '1st Jan 2027th 0:0:0pm', iso: '2027-01-01T00:00:00.000Z', reason: 'a token may go on after its digits' },
  ];
  test.each(rows)('"$text" is $iso: $reason', ({ text, iso }) => {
    const time = parseCookieDate(text);
    expect(time === null ? null : new Date(time).toISOString()).toBe(iso);
  });
});

describe('No cookie-date', () => {
  const rows = [
    { text: '', reason: 'nothing' },
    { text: '0', reason: 'often meant to delete' },
    { text: '-1', reason: 'the same' },
    { text: 'soon', reason: 'no token fits' },
    { text: '2038-01-01T00:00:00Z', reason: 'ISO 8601 has no month name' },
    { text: '15 Jan 2026', reason: 'no time' },
    { text: '15 Jan 13:00:00', reason: 'no year' },
    { text: 'Jan 2026 13:00:00', reason: 'no day' },
    { text: '32 Jan 2026 13:00:00', reason: 'no such day' },
    { text: '30 Feb 2026 13:00:00', reason: 'no such day in that month' },
    { text: '29 Feb 2027 13:00:00', reason: 'no leap year' },
    { text: '0 Jan 2026 13:00:00', reason: 'days count from 1' },
    { text: '1 Jan 1600 13:00:00', reason: 'before 1601' },
    { text: '1 Jan 20260 13:00:00', reason: 'five digits are no year' },
    { text: '1 Jan 2026 24:00:00', reason: 'no such hour' },
    { text: '1 Jan 2026 13:60:00', reason: 'no such minute' },
    { text: '1 Jan 2026 13:00:60', reason: 'no leap second' },
    { text: '1 Jan 2026 13:00:000', reason: 'three digits are no second' },
    { text: `1 Jan 2026 13:00:00${' '.repeat(1024)}`, reason: 'longer than an attribute may be' },
  ];
  test.each(rows)('"$text": $reason', ({ text }) => expect(parseCookieDate(text)).toBeNull());
});

test('Every second of four hundred years is read back as it is printed', () => {
  const second = fc.integer({ min: Date.UTC(1970, 0) / 1000, max: Date.UTC(2370, 0) / 1000 });
  fc.assert(fc.property(second, (seconds) => parseCookieDate(new Date(seconds * 1000).toUTCString()) === seconds * 1000));
});
