import type { LineStorage, RequestExpectation } from '../cookies/storage.ts';
import { explainReading } from '../readers/explanation/explain-reading.ts';
import type { Explanation } from '../readers/explanation/explanation.ts';
import { unreadCookie } from '../readers/index.ts';
import type { Reading } from '../readers/reader.ts';
import { isSealedLayout, type Surroundings, sessionNames } from '../report/judged-exchange.ts';
import { carriedValue, type ParsedExchange, type ParsedLine, type ParsedValue } from '../report/parsed-exchange.ts';
import type { RowNote } from '../report/response-row.ts';
import { rowIdOf } from '../report/row-id.ts';
import type { MixedSerializers } from '../session/mixed-serializers.ts';
import { hasSessionName } from '../session/session-cookie.ts';
import type { StepFacts } from './histories.ts';
import type { Provenance } from './provenance.ts';
import type { Lookup, Readings } from './readings.ts';
import type { Replay } from './replay.ts';

/** What an exchange is judged against. */
export interface Recording {
  readonly readings: Readings;
  readonly provenance: Provenance;
  readonly replay: Replay;
  /** Keys of sessions that the user says are identity too. */
  readonly identityKeys: readonly string[];
  /** Null for an unknown id, and for what could not be parsed. */
  parsed(exchangeId: string): ParsedExchange | null;
}

/** Of most exchanges. */
const NO_NAMES: readonly string[] = [];

/** One exchange as the rest of the recording shows it. */
export class ExchangeContext implements Surroundings {
  readonly #exchange: ParsedExchange;
  readonly #recording: Recording;

  constructor(exchange: ParsedExchange, recording: Recording) {
    this.#exchange = exchange;
    this.#recording = recording;
  }

  get identityKeys(): readonly string[] {
    return this.#recording.identityKeys;
  }

  reading(value: ParsedValue): Reading | null {
    if (value.recognition === null) return null;
    const lookup = this.#lookup(value);
    switch (lookup.status) {
      case 'read':
        return lookup.reading;
      case 'pending':
        return unreadCookie(value.sealed, value.recognition);
      case 'thrown':
        return { ...unreadCookie(value.sealed, value.recognition), state: 'failed', failure: 'unreadable' };
    }
  }

  storage({ line }: ParsedLine): LineStorage | null {
    return this.#recording.replay.storage(this.#exchange.exchange.id, line);
  }

  /** Null where the requests of the recording do not show their cookies. */
  expectation(): RequestExpectation | null {
    return this.#recording.replay.expectation(this.#exchange.exchange.id);
  }

  /** Cookies that the request should carry and does not, where a script had better not have taken them away. */
  notCarried(): Extract<RowNote, { kind: 'not-carried' }>['cookies'] {
    return (this.expectation()?.expected ?? []).flatMap(({ name, setBy, carried }) => {
      const setter = carried === 'no' && setBy !== null ? this.#recording.parsed(setBy.exchangeId) : null;
      const line = setter?.lines[setBy?.line ?? -1];
      if (setter == null || line === undefined || !(line.cookie.effective.httpOnly || hasSessionName(name))) return [];
      return [{ name: line.name, setBy: rowIdOf(setter.exchange.id, line.line), setAt: setter.exchange.startedAt }];
    });
  }

  /** What the histories are built of. */
  stepFacts(): StepFacts {
    const sessions = sessionNames(this.#exchange, this);
    return { parsed: this.#exchange, sessions: sessions.length > 0 ? sessions : NO_NAMES, around: this, expectation: this.expectation() };
  }

  mixedSerializers(name: string): MixedSerializers | null {
    return this.#recording.readings.facts.mixedSerializers(name);
  }

  sameSealedElsewhere({ key }: ParsedLine): boolean {
    return this.#recording.provenance.isMadeElsewhere(this.#exchange.exchange.id, key);
  }

  /** By the request whose response set this value; told once, on the first request that carries it. */
  grewFrom({ key, sealed }: ParsedValue): number | null {
    const { provenance } = this.#recording;
    if (provenance.firstCarrier(key) !== this.#exchange.exchange.id) return null;
    const setter = this.#recording.parsed(provenance.setter(key) ?? '');
    const parent = setter && carriedValue(setter, sealed.name);
    return parent !== null && isSealedLayout(parent.recognition?.layout ?? null) ? parent.sizes.rails : null;
  }

  /** Names of the cookies that this request is the first to carry and no recorded response set. */
  notRecorded(): readonly string[] {
    const { exchange, carried } = this.#exchange;
    const unknown = carried.filter(({ key }) => this.#recording.provenance.isFlagged(exchange.id, key));
    return [...new Set(unknown.map(({ name }) => name))];
  }

  /** A reader threw on one of its values. */
  hasThrown(): boolean {
    return [...this.#exchange.lines, ...this.#exchange.carried].some((value) => this.#lookup(value).status === 'thrown');
  }

  /**
   * What the request carried under a name on the wire. A value that nobody set here and that does not open, where others of this
   * cookie do, is not the value that was set.
   */
  carriedReading(name: string): Reading | null {
    const value = carriedValue(this.#exchange, name);
    const reading = value && this.reading(value);
    if (value === null || reading?.failure !== 'wrong-key') return reading;
    const { provenance, readings } = this.#recording;
    const tampered = provenance.setter(value.key) === null && readings.hasOpened(value.sealed.name);
    return tampered ? { ...reading, failure: 'tampered' } : reading;
  }

  /** Why a reading of this exchange is not as it should be. */
  explain(reading: Reading | null, value: ParsedValue | null): Explanation | null {
    if (reading === null || value === null) return null;
    const opened = this.#recording.readings.facts.opened(value.sealed.name);
    return explainReading(reading, value.sealed, { now: this.#exchange.exchange.startedAt, opened });
  }

  #lookup({ key }: ParsedValue): Lookup {
    return this.#recording.readings.lookup(key, this.#exchange.exchange.startedAt);
  }
}
