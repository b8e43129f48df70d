import type { Repair, RepairStep } from '../../readers/explanation/repair.ts';

type StepOf<K extends RepairStep['kind']> = Extract<RepairStep, { readonly kind: K }>;

/** Total: how each step reads inside “It opens …”. */
const STEPS: { readonly [K in RepairStep['kind']]: (step: StepOf<K>) => string } = {
  trimmed: () => 'without the white space around it',
  unquoted: () => 'without the quotes around it',
  decoded: () => 'percent-decoded once more',
  encoded: () => 'percent-encoded again, with `%2B` for each bare +',
  padded: () => 'with the `=` at its end put back',
  renamed: ({ cookie }) => `under the name “${cookie}”`,
  'default-options': ({ secret, digest, salt }) =>
    `with the secret “${secret}” and Rails’ own settings instead of those given under Advanced` +
    (digest === null ? '' : ` (${digest}${salt === null ? '' : `, salt “${salt}”`})`),
};

/** What would open a value: the smallest change that did when it was tried. */
export function repairText({ steps, opens }: Repair): string {
  const changes = steps.map((step) => stepText(step)).join(', then ');
  return opens ? `It opens ${changes}.` : `It is whole again ${changes}, but no secret that is given opens it.`;
}

function stepText<K extends RepairStep['kind']>(step: { readonly kind: K } & StepOf<K>): string {
  const text: (step: StepOf<K>) => string = STEPS[step.kind];
  return text(step);
}
