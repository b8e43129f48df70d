import type { Signal } from '@preact/signals';
import { Icon } from '../../components/icon.tsx';

export interface ChoicesProps<Id extends string> {
  /** Of the group of radio buttons. */
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly id: Id; readonly label: string }[];
  readonly chosen: Signal<Id>;
  /** What the chosen one means. */
  readonly hint: string;
  readonly isWarning?: boolean;
}

/** One of a few, with a sentence about the chosen one. */
export function Choices<Id extends string>({ name, label, choices, chosen, hint, isWarning = false }: ChoicesProps<Id>) {
  return (
    <fieldset class="choices" aria-describedby={`export-${name}-hint`}>
      <legend>{label}</legend>
      <div class="choices-row">
        {choices.map((choice) => (
          <label key={choice.id} class="choice">
            <input
              type="radio"
              name={`export-${name}`}
              value={choice.id}
              checked={chosen.value === choice.id}
              data-testid={`export-${name}-${choice.id}`}
              onChange={() => {
                chosen.value = choice.id;
              }}
            />
            {choice.label}
          </label>
        ))}
      </div>
      <p class={isWarning ? 'choices-hint choices-warning' : 'choices-hint'} id={`export-${name}-hint`} data-testid={`export-${name}-hint`}>
        {isWarning && <Icon name="warning" />}
        {hint}
      </p>
    </fieldset>
  );
}
