import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * For the drawer, which lies over the view beside it where there is no room (`secrets.css` decides): what it covers can then not be
 * reached, by no key and no pointer, and a click there closes it. Gives the focus back where it was.
 */
export function useCovering(drawer: RefObject<HTMLElement | null>, close: () => void): void {
  useLayoutEffect(() => {
    const before = document.activeElement;
    const element = drawer.current;
    const frame = element?.parentElement;
    const view = frame?.querySelector<HTMLElement>('main > .panel-view');
    if (element == null || frame == null || view == null) return;
    const observer = new ResizeObserver(() => {
      view.inert = getComputedStyle(element).position === 'absolute';
    });
    observer.observe(frame);
    const onPointerDown = ({ target }: Event): void => {
      // What is inert lets the pointer through.
      if (target === frame || target === view.parentElement) close();
    };
    frame.addEventListener('pointerdown', onPointerDown);
    return () => {
      observer.disconnect();
      frame.removeEventListener('pointerdown', onPointerDown);
      view.inert = false;
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
}
