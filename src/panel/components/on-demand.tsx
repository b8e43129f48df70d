import { signal } from '@preact/signals';
import type { ComponentType, JSX } from 'preact';

/** A part of the panel whose script is loaded when it shows for the first time, out of the extension: the panel begins with its table. */
export function onDemand<P extends object>(load: () => Promise<ComponentType<P>>): (props: P) => JSX.Element | null {
  const loaded = signal<ComponentType<P> | null>(null);
  let isAsked = false;
  const ask = (): void => {
    isAsked = true;
    load().then(
      (part) => {
        loaded.value = part;
      },
      () => {
        isAsked = false;
      },
    );
  };
  return (props) => {
    if (!isAsked) ask();
    const Part = loaded.value;
    return Part === null ? null : <Part {...props} />;
  };
}
