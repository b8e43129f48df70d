import type { Configuration, ConfigurationPart, Damage, ExplanationKind } from '../../readers/explanation/explanation.ts';
import { thousands } from '../../thousands.ts';
import type { ExplanationInfo } from './prose.ts';
import { serializerText } from './serializer-text.ts';
import { unreadableText } from './unreadable-text.ts';

type OpeningKind = Exclude<ExplanationKind, Damage['kind']>;

/** The prose of what is whole and does not open, or not as the rest does. */
export const openingInfo: { readonly [K in OpeningKind]: ExplanationInfo<K> } = {
  'no-secret-fits': {
    title: ({ readable }) => (readable ? 'Not encrypted, and no secret fits' : 'Sealed: no secret fits'),
    sentence: ({ tried, readable, framework }) =>
      readable
        ? `Whoever has the cookie can read this. ${combinations(tried)} tried, and none verifies the signature.`
        : framework === 'rack'
          ? `${combinations(tried)} of secret and cookie name ${tried === 1 ? 'was' : 'were'} tried. It was sealed with another secret, or for a cookie of another name; rack-session takes secrets of at least 64 bytes.`
          : `${combinations(tried)} of secret, digest, salt and key length ${tried === 1 ? 'was' : 'were'} tried. It was sealed with another secret_key_base, or with custom salts (Advanced in the panel, salts in a secret file in JSON).`,
    remedy: ({ framework }) =>
      `Enter the ${framework === 'rack' ? 'secret' : 'secret_key_base'} of the application and environment that set this cookie; after a rotation, the older one too.`,
  },
  'cipher-missing': {
    title: () => 'Sealed: this browser lacks the cipher',
    sentence: () =>
      'Nothing was tried: the secret was given with a key length of AES that this browser does not have. Chrome has no 192-bit AES.',
    remedy: () => 'Leave `encrypted_cookie_cipher` under Advanced empty if it was a guess; otherwise use Firefox or the command line.',
  },
  'wrong-seal': {
    title: ({ stage, altered }) => (altered ? 'Altered on the way' : `Sealed otherwise than the rest: the ${stage} is wrong`),
    sentence: ({ stage, tried, altered }) =>
      `Other values of this cookie open, this one does not: its layout is right, its ${stage === 'tag' ? 'authentication tag' : 'signature'} fits none of ${combinations(tried)}` +
      (altered
        ? ', and no recorded response set it. It was truncated, re-encoded or edited.'
        : '. Most likely another server sealed it, with a secret of its own.'),
    remedy: ({ altered }) =>
      altered
        ? 'Compare it in the panel’s Raw tab with the value that was set, and look for what rewrites cookies: a script, a proxy, a test.'
        : 'Check that every server and every application under this name and domain has the same secret_key_base, and enter the others here.',
  },
  'other-configuration': {
    title: () => 'Sealed in another way than the rest',
    sentence: ({ here, others, differs }) =>
      `The same secret opened other values of this cookie with ${differs.map((part) => `${PART[part]} ${othersOf(others, here, part)} and not ${partOf(here, part)}`).join(', ')}. ` +
      (differs.includes('digest') && isUpgrade(here, others)
        ? 'This is what raising `config.load_defaults` to 7.0 does: keys are derived with SHA256 from then on, and without a rotation every older session is taken as absent, so everybody is logged out once.'
        : differs.includes('layout')
          ? 'Rails 5.2 and up reads AES-CBC and writes AES-GCM, unless its old salts were taken away; other changes of the layout log everybody out once.'
          : 'Without a rotation the application takes the values of the other configuration as absent, so everybody is logged out once.'),
    remedy: ({ here, others, differs }) =>
      differs.includes('digest') && isUpgrade(here, others)
        ? 'Rotate: in `config.action_dispatch.cookies_rotations`, rotate `:encrypted` and `:signed` to keys derived with `OpenSSL::Digest::SHA1` until the old cookies are gone.'
        : 'Rotate the old configuration with `config.action_dispatch.cookies_rotations`, or set the same digest, salts and cipher on every server.',
  },
  'other-cookie': {
    title: () => 'Sealed for another cookie',
    sentence: ({ purpose }, cookie) =>
      `The value is authentic, but its purpose “${purpose}” names another cookie. Rails refuses it under the name ${cookie}.`,
    remedy: ({ cookie: other }) =>
      other === null
        ? 'Send it where its purpose is asked for.'
        : `Send it as “${other}”; after a cookie was renamed, the values under its old name cannot be moved over.`,
  },
  expired: {
    title: () => 'Expired',
    sentence: ({ expires, late }) =>
      `The value is authentic, but the expiry sealed inside it had passed (${expires}${late === null ? '' : `, ${late < 1000 ? 'at that very second' : `${duration(late)} before`}`}). Rails refuses it, whatever the cookie’s own Expires says.`,
    remedy: () => 'Sign in again, or set a longer `expire_after`; it starts anew with every response.',
  },
  unreadable: {
    title: () => 'Authentic, but unreadable',
    sentence: ({ serializer, at }) =>
      at === null || serializer === null
        ? 'The value is authentic, but the envelope around its content is broken.'
        : `The value is authentic, but its content is not valid ${serializerText(serializer)}: ${unreadableText(at)}.`,
    remedy: () =>
      'The panel’s Raw tab shows its bytes. Look for code that writes the session by itself, or for a serializer of the application’s own.',
  },
};

const PART: Readonly<Record<ConfigurationPart, string>> = {
  layout: 'the layout',
  digest: 'the digest',
  iterations: 'an iteration count of',
  salt: 'the salt',
  cipher: 'a key length of',
  hmac: 'the HMAC digest',
};

function othersOf(others: readonly Configuration[], here: Configuration, part: ConfigurationPart): string {
  const values = [...new Set(others.map((other) => partOf(other, part)))];
  return values.filter((value) => value !== partOf(here, part)).join(' and ');
}

function partOf(configuration: Configuration, part: ConfigurationPart): string {
  switch (part) {
    case 'layout':
      return configuration.layout;
    case 'digest':
      return configuration.digest ?? 'none';
    case 'iterations':
      return configuration.iterations === null ? 'none' : thousands(configuration.iterations);
    case 'salt':
      return configuration.salt === null ? 'none' : `“${configuration.salt}”`;
    case 'cipher':
      return configuration.cipherBits === null ? 'none' : `${configuration.cipherBits} bits`;
    case 'hmac':
      return configuration.hmacDigest ?? 'none';
  }
}

/** SHA1 on one side, SHA256 on the other: PBKDF2's digest below and from defaults 7.0. */
function isUpgrade(here: Configuration, others: readonly Configuration[]): boolean {
  const digests = new Set([here, ...others].map(({ digest }) => digest));
  return digests.has('SHA1') && digests.has('SHA256');
}

const combinations = (tried: number): string => `${thousands(tried)} ${tried === 1 ? 'combination' : 'combinations'}`;

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** `14 days`: the largest unit that fits, rounded. */
function duration(milliseconds: number): string {
  const [unit, size] = UNITS.find(([, length]) => milliseconds >= length) ?? ['second', 1000];
  const count = Math.round(milliseconds / size);
  return `${thousands(count)} ${unit}${count === 1 ? '' : 's'}`;
}
