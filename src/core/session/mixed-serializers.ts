import type { Reading, Serializer } from '../readers/reader.ts';

/** `config.action_dispatch.cookies_serializer` that reads what another serializer wrote and writes its own. */
export type HybridSetting = 'json_allow_marshal' | 'message_pack' | 'message_pack_allow_marshal';

/** Versions of one cookie were written by different serializers: the application's is hybrid. */
export interface MixedSerializers {
  /** At least two, in the order Marshal, JSON, MessagePack. */
  readonly serializers: readonly RailsSerializer[];
  readonly setting: HybridSetting;
  /** One session (by its `session_id`) was seen in more than one of them, which proves that it was taken over. */
  readonly continued: boolean;
}

export type RailsSerializer = Extract<Serializer, 'marshal' | 'json' | 'message_pack'>;

const ORDER: readonly RailsSerializer[] = ['marshal', 'json', 'message_pack'];

/** Which serializers wrote the versions of one cookie. Versions may be added in any order. */
export class SerializersSeen {
  readonly #serializers = new Set<RailsSerializer>();
  readonly #sessions = new Map<string, RailsSerializer>();
  #continued = false;

  /** Whether this version tells something new. */
  add(reading: Pick<Reading, 'framework' | 'serializer' | 'data'>): boolean {
    const serializer = ORDER.find((known) => known === reading.serializer);
    if (reading.framework !== 'rails' || serializer === undefined || reading.data === null) return false;
    const before = this.#serializers.size;
    this.#serializers.add(serializer);
    return this.#continues(serializer, sessionIdOf(reading.data)) || this.#serializers.size > before;
  }

  /** Null while all versions are of one serializer. */
  get mixed(): MixedSerializers | null {
    const serializers = ORDER.filter((serializer) => this.#serializers.has(serializer));
    if (serializers.length < 2) return null;
    return { serializers, setting: settingOf(serializers), continued: this.#continued };
  }

  #continues(serializer: RailsSerializer, sessionId: string | null): boolean {
    if (this.#continued || sessionId === null) return false;
    const known = this.#sessions.get(sessionId);
    if (known === undefined) this.#sessions.set(sessionId, serializer);
    if (known === undefined || known === serializer) return false;
    this.#continued = true;
    this.#sessions.clear();
    return true;
  }
}

function settingOf(serializers: readonly RailsSerializer[]): HybridSetting {
  if (!serializers.includes('message_pack')) return 'json_allow_marshal';
  return serializers.includes('marshal') ? 'message_pack_allow_marshal' : 'message_pack';
}

function sessionIdOf(data: NonNullable<Reading['data']>): string | null {
  if (data.type !== 'hash') return null;
  const value = data.pairs.find(({ key }) => key.type === 'string' && key.text === 'session_id')?.value;
  return value?.type === 'string' ? value.text : null;
}
