import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { PanelState } from './state/panel-state.ts';

export const PanelContext = createContext<PanelState | null>(null);

export function usePanel(): PanelState {
  const panel = useContext(PanelContext);
  if (panel === null) throw new Error('A view was rendered outside PanelContext.');
  return panel;
}
