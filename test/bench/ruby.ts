import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { RecordedCookie } from './cookies.ts';
import { ROUND, ROUNDS } from './measure.ts';

/** What Ruby made of a list of values: which of them it can read, and how fast; null when it reads none. */
export interface RubyRate {
  readonly readable: readonly number[];
  readonly wall: number | null;
  readonly core: number | null;
}

export interface RubyRates {
  readonly ruby: string;
  readonly rails: string;
  readonly cookies: Readonly<Record<string, RubyRate>>;
  readonly marshal: RubyRate;
  readonly json: RubyRate;
  readonly parse: RubyRate;
}

export interface RubyValues {
  readonly cookies: ReadonlyMap<string, readonly RecordedCookie[]>;
  readonly marshal: readonly Uint8Array[];
  readonly json: readonly Uint8Array[];
}

/** Has the installed Ruby and Rails read the same values; a line that says why not when there are none. */
export function measureRuby({ cookies, marshal, json }: RubyValues): RubyRates | string {
  const input = JSON.stringify({
    round: ROUND,
    rounds: ROUNDS,
    // Rails 6.1, which Debian has, knows no MessagePack.
    cookies: Object.fromEntries(
      [...cookies].filter(([group]) => !group.endsWith('message_pack')).map(([group, all]) => [group, all.map(told)]),
    ),
    marshal: marshal.map((bytes) => Buffer.from(bytes).toString('base64')),
    json: json.map((bytes) => Buffer.from(bytes).toString('utf8')),
  });
  const script = join('test', 'bench', 'ruby.rb');
  const run = spawnSync(process.env.RUBY ?? 'ruby', ['-EUTF-8', script], { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.error) return 'Ruby was not found';
  return run.status === 0 ? JSON.parse(run.stdout) : `Ruby with Rails could not be measured:\n${run.stderr.slice(-2000)}`;
}

function told({ name: _, value, secret, key, reading }: RecordedCookie): object {
  const { digest, iterations, salt, cipherBits, hmacDigest } = key;
  const { layout, serializer, purpose } = reading;
  return { value, secret, layout, serializer, purpose, digest, iterations, salt, cipher_bits: cipherBits, hmac_digest: hmacDigest };
}
