/** Nobody could tell where it went otherwise: a script's `focus` shows no ring where the pointer was used last. In no DOM types yet. */
const SEEN = { focusVisible: true } as FocusOptions;

const TABBABLE = ':is(button, input, select, textarea, summary, a[href], [tabindex]):not([tabindex="-1"], :disabled, [type=file])';

/**
 * Whenever the element that has the focus is removed (a button that did its work, the last of a list), the browser drops the focus to the
 * body, and who works by keyboard starts again from the top. It goes to what is nearest instead: the first stop inside the closest
 * ancestor that is left.
 */
export function keepFocus(root: Element): void {
  /** The last element that had the focus, and its ancestors, innermost first. */
  let path: readonly Element[] = [];

  document.addEventListener('focusin', ({ target }) => {
    const ancestors: Element[] = [];
    for (let element = target instanceof Element ? target : null; element !== null; element = element.parentElement)
      ancestors.push(element);
    path = ancestors;
  });
  document.addEventListener('focusout', ({ relatedTarget, target }) => {
    if (relatedTarget !== null) return;
    // Given up on purpose, such as by a click beside it: then it is still there, and nothing is lost.
    setTimeout(() => {
      if (path[0] === target && path[0]?.isConnected && document.activeElement === document.body) path = [];
    });
  });
  new MutationObserver(() => {
    if (document.activeElement !== document.body || path[0] === undefined || path[0].isConnected) return;
    for (const ancestor of path) {
      const next = ancestor.isConnected && root.contains(ancestor) ? firstStop(ancestor) : null;
      if (next === null) continue;
      next.focus(SEEN);
      return;
    }
  }).observe(root, { childList: true, subtree: true });
}

function firstStop(inside: Element): HTMLElement | null {
  return [...inside.querySelectorAll<HTMLElement>(TABBABLE)].find((element) => element.getClientRects().length > 0) ?? null;
}
