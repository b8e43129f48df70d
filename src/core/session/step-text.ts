import type { Step } from '../serializers/children.ts';
import { keyLabel } from './hash.ts';

/** One step of a path as it is shown: a key, an index, the name of a variable. */
export function stepText(step: Step): string {
  switch (step.kind) {
    case 'index':
    case 'element':
      return String(step.index);
    case 'key':
      return keyLabel(step.key);
    case 'name':
    case 'part':
      return step.name;
  }
}
