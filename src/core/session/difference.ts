import type { Step } from '../serializers/children.ts';
import type { RubyValue } from '../serializers/ruby-value.ts';
import type { FlashEvent } from './flash.ts';

/** `type`: there in both, as another kind of value (a symbol turned string). `key-type`: the key itself turned, whatever its value. */
export type DifferenceKind = 'added' | 'removed' | 'changed' | 'type' | 'key-type';

/** What Rails itself keeps under a top-level key. */
export type DifferenceRole = 'session-id' | 'csrf-token' | 'flash';

export interface Difference {
  readonly kind: DifferenceKind;
  /** From the top of the session; empty where the whole is another. An index counts in the later version, of a removed element in the earlier. */
  readonly path: readonly Step[];
  /** Null where it was not there. */
  readonly before: RubyValue | null;
  readonly after: RubyValue | null;
  readonly role: DifferenceRole | null;
  /** Of a flash message; null for everything else. */
  readonly flash: Exclude<FlashEvent, 'kept'> | null;
}

export interface Diff {
  /** Of a hash what is there now, in its order, then what was removed. */
  readonly differences: readonly Difference[];
  /** More were left out. */
  readonly more: boolean;
}
