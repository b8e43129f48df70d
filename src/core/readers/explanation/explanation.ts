import type { PayloadFailure } from '../../serializers/read-payload.ts';
import type { Framework, Layout, OpeningKey, Serializer } from '../reader.ts';

/**
 * Which length of a cut value is exactly 4,096 bytes: name and value as sent (the browsers' limit), the value as sent, or the value
 * before percent-encoding. Null where none is.
 */
export type LimitHit = 'name-and-value' | 'value' | 'raw-value';

/** How a value was sealed, without which secret. */
export type Configuration = Pick<OpeningKey, 'digest' | 'iterations' | 'salt' | 'cipherBits' | 'hmacDigest'> & { readonly layout: Layout };

/** In what two configurations differ. */
export type ConfigurationPart = 'layout' | 'digest' | 'iterations' | 'salt' | 'cipher' | 'hmac';

/** What is wrong with a value that no key can open. Sizes in bytes. */
export type Damage =
  | { readonly kind: 'empty'; readonly stage: 'layout' }
  | { readonly kind: 'too-long'; readonly stage: 'layout'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'quoted'; readonly stage: 'encoding'; readonly quote: 'double' | 'single' }
  | { readonly kind: 'white-space-around'; readonly stage: 'encoding' }
  | { readonly kind: 'encoded-twice'; readonly stage: 'encoding'; readonly escapes: number }
  /** Percent-decoded already, so that its bare `+` became spaces. */
  | { readonly kind: 'decoded-already'; readonly stage: 'encoding'; readonly spaces: number }
  /** Ends in `%` or `%2`. `wire` is name and value as sent. */
  | { readonly kind: 'cut-in-escape'; readonly stage: 'encoding'; readonly wire: number; readonly limit: LimitHit | null }
  /** `missing` is what is absent or not whole. */
  | {
      readonly kind: 'truncated';
      readonly stage: 'layout';
      readonly missing: MissingPart;
      readonly wire: number;
      readonly limit: LimitHit | null;
    }
  | { readonly kind: 'unrecognised'; readonly stage: 'layout' };

export type MissingPart = 'tag' | 'iv' | 'signature' | 'seal';

/**
 * Why a value did not open as it should have, or opened in another way than the rest: data only, never secret or session text. `stage` is
 * where it went wrong on the way from the header to the session: encoding, layout, key, tag or signature, purpose, expiry, serializer.
 */
export type Explanation =
  | Damage
  /** `readable`: it is signed, so its content shows all the same. */
  | {
      readonly kind: 'no-secret-fits';
      readonly stage: 'key';
      readonly framework: Framework;
      readonly tried: number;
      readonly readable: boolean;
    }
  /** No secret could be tried: this platform has no AES of the key length that was given with them (Chromium has no 192-bit AES). */
  | { readonly kind: 'cipher-missing'; readonly stage: 'key' }
  /** The layout is right and other values of this cookie open; this one's tag or signature is wrong. `altered`: nobody set it so. */
  | { readonly kind: 'wrong-seal'; readonly stage: 'tag' | 'signature'; readonly tried: number; readonly altered: boolean }
  /** Opened by the secret that opened others of this cookie in another way. */
  | {
      readonly kind: 'other-configuration';
      readonly stage: 'key';
      readonly here: Configuration;
      readonly others: readonly Configuration[];
      readonly differs: readonly ConfigurationPart[];
    }
  /** `cookie` is the name that the purpose gives; null where it is no cookie's. */
  | { readonly kind: 'other-cookie'; readonly stage: 'purpose'; readonly purpose: string; readonly cookie: string | null }
  /** `expires` as written; `late` in milliseconds, null where the time is not known. */
  | { readonly kind: 'expired'; readonly stage: 'expiry'; readonly expires: string; readonly late: number | null }
  /** `at` is null where the envelope around the payload is broken. */
  | {
      readonly kind: 'unreadable';
      readonly stage: 'serializer';
      readonly serializer: Serializer | null;
      readonly at: PayloadFailure | null;
    };

export type ExplanationKind = Explanation['kind'];

/** A configuration that opened a value of the same cookie, and the secret that it was with. */
export interface OpenedWith {
  readonly secretId: string;
  readonly configuration: Configuration;
}

/** What the recording tells about the cookie besides this value. */
export interface ExplanationContext {
  /** Milliseconds since the epoch by the clock of the traffic; -Infinity where there is none. */
  readonly now: number;
  /** Every different way in which values of this cookie opened, this value's own included. */
  readonly opened: readonly OpenedWith[];
}

/** For a value by itself. */
export const ALONE: ExplanationContext = { now: Number.NEGATIVE_INFINITY, opened: [] };
