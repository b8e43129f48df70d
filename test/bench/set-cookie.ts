import { parseSetCookie as peerParse } from 'set-cookie-parser';
import { Cookie, CookieJar } from 'tough-cookie';
import { CookieStore } from '../../src/core/cookies/cookie-store.ts';
import type { RequestContext } from '../../src/core/cookies/request-context.ts';
import { parseSetCookie } from '../../src/core/cookies/set-cookie.ts';
import { readFixture, SENT } from '../core/readers/vectors.ts';
import { stories } from '../core/stories.ts';
import { measureReading, type Rate } from './measure.ts';

interface Observed {
  readonly request_url: string;
  readonly set_cookie: readonly string[];
  readonly read_urls: readonly string[];
}

/** One response and the requests that follow it. */
interface Step {
  readonly url: string;
  readonly lines: readonly string[];
  readonly requests: readonly string[];
  readonly at: number;
}

/** A title, how many lines, and for each reader its lines per second. */
export interface LineRates {
  readonly title: string;
  readonly lines: number;
  readonly rates: readonly (readonly [reader: string, rate: Rate])[];
}

const observed = readFixture('browser-observed').cases as readonly Observed[];
const railsLines = SENT.map((vector) => vector.set_cookie_header ?? '');
const oddLines = observed.flatMap((each) => each.set_cookie);

/** The recorded lines through the three parsers: ours keeps every attribute with its text and verdict, the others what they know. */
export async function measureParsing(): Promise<readonly LineRates[]> {
  const measured: LineRates[] = [];
  for (const [title, lines] of [
    ['Set-Cookie of Rails', railsLines],
    ['Set-Cookie of all kinds', oddLines],
  ] as const) {
    measured.push({
      title,
      lines: lines.length,
      rates: [
        ['Sessionscope', await measureReading(lines, parseSetCookie)],
        ['set-cookie-parser', await measureReading(lines, (line) => peerParse(line, { silent: true }))],
        ['tough-cookie', await measureReading(lines, (line) => Cookie.parse(line, { loose: true }))],
      ],
    });
  }
  return measured;
}

/** Recordings through the storage model and through tough-cookie's jar: each response's lines are set, then what each request carries is asked. */
export async function measureReplay(): Promise<readonly LineRates[]> {
  const recorded = stories.map((story) =>
    story.exchanges.map(({ url, set_cookie, at }) => ({ url, lines: set_cookie, requests: [url], at: Date.parse(at) })),
  );
  const at = Date.parse('2026-11-21');
  const everything = [
    observed.map(({ request_url: url, set_cookie: lines, read_urls }) => ({ url, lines, requests: read_urls, at })),
  ] as const;
  return [
    await replays('Replay of Rails, a jar for each story', recorded),
    await replays('Replay of all kinds, one jar for all', everything),
  ];
}

async function replays(title: string, recordings: readonly (readonly Step[])[]): Promise<LineRates> {
  const lines = recordings.flat().reduce((sum, step) => sum + step.lines.length, 0);
  const perLine = ({ wall, core }: Rate): Rate => {
    const share = lines / recordings.length;
    return { wall: wall * share, core: core * share };
  };
  return {
    title,
    lines,
    rates: [
      ['Sessionscope', perLine(await measureReading(recordings, replay))],
      ['tough-cookie', perLine(await measureReading(recordings, replayByPeer))],
    ],
  };
}

function replay(steps: readonly Step[]): number {
  const store = new CookieStore('chromium');
  let sent = 0;
  for (const { url, lines, requests, at } of steps) {
    const context = navigation(url, at);
    for (const line of lines) store.set(parseSetCookie(line), context);
    for (const next of requests) sent += store.retrieve(navigation(next, at)).sent.length;
  }
  return sent;
}

function replayByPeer(steps: readonly Step[]): number {
  const jar = new CookieJar(undefined, { looseMode: true });
  let sent = 0;
  for (const { url, lines, requests, at } of steps) {
    for (const line of lines) jar.setCookieSync(line, url, { loose: true, ignoreError: true, now: new Date(at) });
    for (const next of requests) sent += jar.getCookiesSync(next).length;
  }
  return sent;
}

const navigation = (url: string, at: number): RequestContext => {
  return { url, at, method: 'GET', site: 'none', topLevel: true, topLevelSite: null, credentials: true, storageAccess: null };
};
