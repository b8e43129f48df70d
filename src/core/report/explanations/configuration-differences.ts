import { joinedByAnd } from '../../list.ts';
import { formatCount, type MessageKey, message } from '../../message.ts';
import type { Configuration, ConfigurationPart } from '../../readers/explanation/explanation.ts';
import type { ExplanationOf } from './prose.ts';

type OtherConfiguration = ExplanationOf<'other-configuration'>;

const PARTS: Readonly<Record<ConfigurationPart, MessageKey>> = {
  layout: 'explainOtherConfigurationLayout',
  digest: 'explainOtherConfigurationDigest',
  iterations: 'explainOtherConfigurationIterations',
  salt: 'explainOtherConfigurationSalt',
  cipher: 'explainOtherConfigurationCipher',
  hmac: 'explainOtherConfigurationHmac',
};

/** `the digest SHA256 and not SHA1, the HMAC digest SHA256 and not SHA1` */
export function differencesText({ here, others, differs }: OtherConfiguration): string {
  return differs.map((part) => message(PARTS[part], othersOf(others, here, part), partOf(here, part))).join(', ');
}

/** What follows from sealing in two ways. */
export function configurationConsequence(explanation: OtherConfiguration): MessageKey {
  if (isUpgrade(explanation)) return 'explainOtherConfigurationUpgrade';
  return explanation.differs.includes('layout') ? 'explainOtherConfigurationOtherLayout' : 'explainOtherConfigurationOtherPart';
}

/** SHA1 on one side, SHA256 on the other: PBKDF2's digest below and from defaults 7.0. */
export function isUpgrade({ here, others, differs }: OtherConfiguration): boolean {
  const digests = new Set([here, ...others].map(({ digest }) => digest));
  return differs.includes('digest') && digests.has('SHA1') && digests.has('SHA256');
}

function othersOf(others: readonly Configuration[], here: Configuration, part: ConfigurationPart): string {
  const values = [...new Set(others.map((other) => partOf(other, part)))];
  return joinedByAnd(values.filter((value) => value !== partOf(here, part)));
}

function partOf(configuration: Configuration, part: ConfigurationPart): string {
  const { layout, digest, iterations, salt, cipherBits, hmacDigest } = configuration;
  const none = message('explainOtherConfigurationNone');
  switch (part) {
    case 'layout':
      return layout;
    case 'digest':
      return digest ?? none;
    case 'iterations':
      return iterations === null ? none : formatCount(iterations);
    case 'salt':
      return salt === null ? none : message('explainOtherConfigurationSaltValue', salt);
    case 'cipher':
      return cipherBits === null ? none : message('explainOtherConfigurationBits', cipherBits);
    case 'hmac':
      return hmacDigest ?? none;
  }
}
