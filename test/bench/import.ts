import { HarReader } from '../../src/core/http/har-stream.ts';

/** Entries of the file that is read: with bodies of 33 kB, about 32 MB. */
const ENTRIES = 800;
const PIECE = 1 << 16;
const ROUNDS = 5;

/** Megabytes per second, of a HAR with bodies as browsers export it. */
export interface ImportRate {
  readonly reader: string;
  readonly megabytes: number;
  readonly perSecond: number;
}

/** The import beside the one call that needs all of the text at once, which no engine has room for from 512 MB on. */
export function measureImport(): readonly ImportRate[] {
  const file = new TextEncoder().encode(har());
  const readers: readonly (readonly [string, () => void])[] = [
    ['Sessionscope, in pieces', () => readInPieces(file)],
    ['TextDecoder and JSON.parse, at once', () => JSON.parse(new TextDecoder().decode(file))],
  ];
  return readers.map(([reader, read]) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round <= ROUNDS; round++) {
      const start = performance.now();
      read();
      if (round > 0) best = Math.min(best, performance.now() - start);
    }
    return { reader, megabytes: file.length / 1e6, perSecond: file.length / 1e3 / best };
  });
}

function readInPieces(file: Uint8Array): void {
  let exchanges = 0;
  const reader = new HarReader(() => exchanges++);
  for (let at = 0; at < file.length; at += PIECE) reader.push(file.subarray(at, at + PIECE));
  if (!reader.end().ok || exchanges !== ENTRIES) throw new Error('The HAR was not read.');
}

function har(): string {
  const headers = Array.from({ length: 14 }, (_, index) => ({
    name: `X-Header-${index}`,
    value: 'a value of the usual length '.repeat(2),
  }));
  const text = '<div class="row">\n  <a href="/items/1">It’s “quoted”</a>\n</div>\n'.repeat(500);
  const entries = Array.from({ length: ENTRIES }, (_, index) => ({
    startedDateTime: new Date(1_767_225_600_000 + 50 * index).toISOString(),
    time: 12.5,
    request: { method: 'GET', url: `https://app.test/items/${index}`, headers, cookies: [], queryString: [] },
    response: {
      status: 200,
      headers: [...headers, { name: 'Set-Cookie', value: `_app_session=${'x'.repeat(300)}${index}; path=/; HttpOnly` }],
      content: { size: text.length, mimeType: 'text/html', text },
    },
    timings: { blocked: 1, dns: -1, ssl: -1, connect: -1, send: 0, wait: 10, receive: 1 },
  }));
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'WebInspector', version: '537.36' }, pages: [], entries } });
}
