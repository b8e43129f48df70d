import type { PanelDriver } from '../../scripts/browsers/panel-driver.ts';

/**
 * A state of the panel that people meet. Its scene has been prepared, and the panel has just been loaded: Responses shows. `reach` does
 * what people would do; `proof` must then be visible (and say so), or the state counts as not reached.
 */
export interface PanelStateOfTest {
  readonly name: string;
  reach(panel: PanelDriver): Promise<unknown>;
  readonly proof: string;
  readonly says?: RegExp;
  /** A part of a state that has its pictures already: it gets them at one width. */
  readonly detail?: boolean;
}

export const by = (id: string): string => `[data-testid=${id}]`;
export const clickAll = (...css: readonly string[]) => {
  return async (panel: PanelDriver): Promise<void> => {
    for (const one of css) await panel.click(one);
  };
};
export const click = (...ids: readonly string[]) => clickAll(...ids.map(by));
export const nothing = async (): Promise<void> => {};

/** Opens the row that a filter finds, in a tab of its details. */
export const row = (filter: string, tab: string) => async (panel: PanelDriver) => {
  await panel.fill(by('filter'), filter);
  await panel.waitFor('the rows that match', () => document.querySelector('[data-testid=row]') !== null);
  await panel.click(`${by('row')} ${by('cell-cookie')}`);
  await panel.fill(by('filter'), '');
  await panel.click(by(`tab-${tab}`));
};
