import type { FindingKind } from '../../../../src/core/findings/finding.ts';
import { type Cases, type GivenCase, plain, sealed, session, signed } from './cases.ts';

const answered = (responseHeaders: Readonly<Record<string, string>>, more: GivenCase = {}): GivenCase => ({
  ...session(sealed(300)),
  ...more,
  responseHeaders,
});
const controlled = (control: string, more?: GivenCase): GivenCase => answered({ 'Cache-Control': control }, more);

export const cachingCases = {
  'session-on-cacheable-response': {
    triggers: [
      ['error', 'public', controlled('public')],
      ['error', 'public with a lifetime', controlled('max-age=300, public')],
      ['error', 's-maxage', controlled('s-maxage=60, max-age=0')],
      ['error', 'a lifetime alone', controlled('max-age=300')],
      ['error', 'any letter case', controlled('Public, Max-Age=300')],
      ['error', 'private for another field alone', controlled('private="x-user", max-age=300')],
      ['error', 'Expires', answered({ Expires: 'Thu, 01 Jan 2026 11:00:00 GMT', Date: 'Thu, 01 Jan 2026 10:00:00 GMT' })],
      ['error', 'public for a request with credentials', controlled('public', { headers: { Authorization: 'Basic' } })],
      ['error', 'Vary: Cookie, since a first visitor has none', answered({ 'Cache-Control': 'public', Vary: 'Cookie' })],
      ['error', 'a response with an age', answered({ Age: '120', 'Cache-Control': 'private' })],
      ['error', 'X-Cache', answered({ 'X-Cache': 'Hit from cloudfront' })],
      ['error', 'X-Cache of two caches', answered({ 'X-Cache': 'MISS, HIT' })],
      ['error', 'Squid’s X-Cache', answered({ 'X-Cache': 'TCP_MEM_HIT from proxy' })],
      ['error', 'CF-Cache-Status', answered({ 'CF-Cache-Status': 'HIT' })],
      ['error', 'a comment in Via', answered({ Via: '1.1 cache.app.test (hit)' })],
      ['error', 'the same sealed value in another response', { ...session(sealed(300)), elsewhere: true }],
    ],
    quiet: [
      ['what Rails says', controlled('max-age=0, private, must-revalidate')],
      ['private', controlled('private, max-age=300')],
      ['no-store', controlled('no-store, max-age=300')],
      ['no-cache', controlled('no-cache, max-age=300')],
      ['private for Set-Cookie', controlled('private="set-cookie", max-age=300')],
      ['no-cache for Set-Cookie', controlled('public, no-cache="Set-Cookie, X-User", max-age=300')],
      ['max-age=0', controlled('max-age=0')],
      ['s-maxage=0 over a lifetime', controlled('max-age=300, s-maxage=0')],
      ['no header at all, where a cache may only guess', answered({})],
      ['Expires in the past', answered({ Expires: 'Thu, 01 Jan 1970 00:00:00 GMT' })],
      ['an Expires that is none', answered({ Expires: '0' })],
      ['a lifetime for a request with credentials', controlled('max-age=300', { headers: { Authorization: 'Basic' } })],
      ['the answer to a POST', controlled('public', { method: 'POST' })],
      ['Vary: *', answered({ 'Cache-Control': 'public', Vary: '*' })],
      ['Age: 0', answered({ Age: '0' })],
      ['a miss', answered({ 'X-Cache': 'MISS', 'CF-Cache-Status': 'DYNAMIC', Via: '1.1 whitby' })],
      ['a hit for pass', answered({ 'X-Cache': 'HIT-FOR-PASS' })],
      ['any other cookie', { ...plain('Secure'), responseHeaders: { 'Cache-Control': 'public' } }],
      ['a signed value elsewhere, which is the same whenever its content is', { ...session(signed({ a: 1 })), elsewhere: true }],
      ['a cookie being deleted', { ...session('', 'Max-Age=0'), responseHeaders: { 'Cache-Control': 'public' } }],
    ],
  },
} satisfies Partial<Record<FindingKind, Cases>>;
