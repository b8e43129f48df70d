import { message } from '../../message.ts';
import type { Repair, RepairStep } from '../../readers/explanation/repair.ts';

type StepOf<K extends RepairStep['kind']> = Extract<RepairStep, { readonly kind: K }>;

/** Total: how each step reads inside “It opens …”. */
const STEPS: { readonly [K in RepairStep['kind']]: (step: StepOf<K>) => string } = {
  trimmed: () => message('explainRepairTrimmed'),
  unquoted: () => message('explainRepairUnquoted'),
  decoded: () => message('explainRepairDecoded'),
  encoded: () => message('explainRepairEncoded'),
  padded: () => message('explainRepairPadded'),
  renamed: ({ cookie }) => message('explainRepairRenamed', cookie),
  'default-options': ({ secret, digest, salt }) => {
    if (digest === null) return message('explainRepairDefaults', secret);
    return salt === null
      ? message('explainRepairDefaultsDigest', secret, digest)
      : message('explainRepairDefaultsSalt', secret, digest, salt);
  },
};

/** What would open a value: the smallest change that did when it was tried. */
export function repairText({ steps, opens }: Repair): string {
  const changes = steps.map((step) => stepText(step)).reduce((first, next) => message('explainRepairThen', first, next));
  return message(opens ? 'explainRepairOpens' : 'explainRepairWhole', changes);
}

function stepText<K extends RepairStep['kind']>(step: { readonly kind: K } & StepOf<K>): string {
  const text: (step: StepOf<K>) => string = STEPS[step.kind];
  return text(step);
}
