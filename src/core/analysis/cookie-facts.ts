import { decodeUtf8 } from '../cookies/form-encoding.ts';
import type { SetCookie } from '../cookies/set-cookie.ts';
import { type Application, ApplicationSigns, UNKNOWN_APPLICATION } from '../readers/application.ts';
import { configurationOf } from '../readers/explanation/explain-reading.ts';
import type { OpenedWith } from '../readers/explanation/explanation.ts';
import type { Reading } from '../readers/reader.ts';
import { type MixedSerializers, SerializersSeen } from '../session/mixed-serializers.ts';

interface Facts {
  /** By what they are made of. */
  readonly opened: Map<string, OpenedWith>;
  readonly serializers: SerializersSeen;
}

/** What the readings of all values of a cookie say together, by its name on the wire. The order in which they come does not matter. */
export class CookieFacts {
  readonly #facts = new Map<string, Facts>();
  /** By name as text, which is how findings name a cookie. */
  readonly #applications = new Map<string, ApplicationSigns>();

  /** Whether this reading tells something new about the cookie; there are only few ways to seal one. */
  add(name: string, reading: Reading): boolean {
    const facts = this.#facts.get(name) ?? { opened: new Map<string, OpenedWith>(), serializers: new SerializersSeen() };
    this.#facts.set(name, facts);
    const mixedBefore = facts.serializers.mixed;
    const isNewSerializer = facts.serializers.add(reading) && (mixedBefore !== null || facts.serializers.mixed !== null);
    const isNewSign = this.#signs(name).addReading(reading);
    const opened = configurationOf(reading);
    if (opened === null) return isNewSerializer || isNewSign;
    const key = JSON.stringify([opened.secretId, Object.values(opened.configuration)]);
    const isNewConfiguration = !facts.opened.has(key);
    facts.opened.set(key, opened);
    return isNewConfiguration || isNewSerializer || isNewSign;
  }

  /** A response sets a cookie of this name with a value that a reader knows. */
  addLine(name: string, cookie: SetCookie): void {
    this.#signs(name).addLine(cookie);
  }

  /** What the recording shows of the application that sets the cookie; the name as text. */
  application(name: string): Application {
    return this.#applications.get(name)?.application() ?? UNKNOWN_APPLICATION;
  }

  /** Every different way in which values of the cookie opened, in an order of their own. */
  opened(name: string): readonly OpenedWith[] {
    const opened = this.#facts.get(name)?.opened ?? new Map<string, OpenedWith>();
    return [...opened].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
  }

  /** Null while one serializer wrote all its versions. */
  mixedSerializers(name: string): MixedSerializers | null {
    return this.#facts.get(name)?.serializers.mixed ?? null;
  }

  /** The readings are made anew. */
  clearReadings(): void {
    this.#facts.clear();
    for (const signs of this.#applications.values()) signs.forgetReadings();
  }

  clear(): void {
    this.#facts.clear();
    this.#applications.clear();
  }

  #signs(wireName: string): ApplicationSigns {
    const name = decodeUtf8(wireName);
    const known = this.#applications.get(name) ?? new ApplicationSigns();
    this.#applications.set(name, known);
    return known;
  }
}
