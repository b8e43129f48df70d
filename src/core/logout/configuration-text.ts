import { message } from '../message.ts';
import type { Configuration } from '../readers/explanation/explanation.ts';

/** Layout, digest and salt, which are what servers are configured by. */
export function configurationParts({ layout, digest, salt }: Configuration): readonly string[] {
  return [layout, digest, salt === null ? null : message('evidenceConfigurationSalt', salt)].filter((part) => part !== null);
}

export function configurationText(configuration: Configuration): string {
  return configurationParts(configuration).join(', ');
}
