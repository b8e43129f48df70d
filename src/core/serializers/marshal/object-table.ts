import { NIL, type RubyReference, type RubyValue } from '../ruby-value.ts';

/** Where a value is to be found once it is read. */
export interface Slot {
  value: RubyValue | null;
  /** Whether it has a number in the table. */
  entered: boolean;
  /** Links that were met while the value was still being read. */
  readonly waiting: { type: 'reference'; target: RubyValue }[];
}

export const newSlot = (): Slot => ({ value: null, entered: false, waiting: [] });

/** The values that a stream can link to, by their number (`r_entry` in marshal.c). */
export class ObjectTable {
  readonly #slots: Slot[] = [];

  /** Gives the value its number; once only, as wrappers share the number of what they wrap. */
  enter(slot: Slot): void {
    if (slot.entered) return;
    slot.entered = true;
    this.#slots.push(slot);
  }

  /** The value with this number, a reference to it while it is not complete, or null when there is none. */
  link(index: number): RubyValue | null {
    const slot = this.#slots[index];
    if (slot === undefined) return null;
    if (slot.value !== null) return slot.value;
    const reference = { type: 'reference' as const, target: NIL };
    slot.waiting.push(reference);
    return reference satisfies RubyReference;
  }

  complete(slot: Slot, value: RubyValue): RubyValue {
    slot.value = value;
    for (const reference of slot.waiting) reference.target = value;
    slot.waiting.length = 0;
    return value;
  }
}
