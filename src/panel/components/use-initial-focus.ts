import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';

/**
 * Takes the focus into what opens, to the first element that fits the selector, and gives it back when it closes. Where the browser cannot
 * focus an element before it was painted, it is tried again then.
 */
export function useInitialFocus(opened: RefObject<HTMLElement | null>, selector: string): void {
  const focus = (): void => {
    const element = opened.current;
    if (element?.contains(document.activeElement) === false) element.querySelector<HTMLElement>(selector)?.focus();
  };
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = opened.current;
    focus();
    return () => {
      const active = document.activeElement;
      // Who has clicked elsewhere stays there.
      const isLost = active === null || active === document.body || element?.contains(active) === true;
      if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  useEffect(focus, []);
}
