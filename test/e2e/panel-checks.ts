/** What runs inside the panel to see whether all of it can be reached and seen. Each function is sent as text and stands alone. */

/** Elements that the Tab key can reach, whose focus shows nowhere. */
export function focusNotSeen(): readonly string[] {
  const stops = document.querySelectorAll<HTMLElement>(
    ':is(button, input, select, textarea, summary, a[href], [tabindex]):not([tabindex="-1"], :disabled)',
  );
  const seen = (element: HTMLElement): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  };
  return [...stops].flatMap((element) => {
    if (element.getClientRects().length === 0 || element.closest('[inert]') !== null) return [];
    element.focus({ focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) return [];
    // A grid shows it on the row or the cell that is active; before there is one, on its head.
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '') ?? element.querySelector('.table-head');
    const shows = [element, element.closest('.field'), element.matches('[role=grid]') ? active : null];
    const shown = shows.some((each) => each instanceof HTMLElement && seen(each));
    return shown ? [] : [`${element.outerHTML.slice(0, 120)} shows no focus`];
  });
}

/** Controls that cannot be brought into sight, or whose words are cut off without a way to see them. */
export function cutOff(): readonly string[] {
  const layers = ['dialog[open]', '[role=dialog]', '[role=menu]', '.filter-popup', '.drawer'].map((css) =>
    document.querySelector<HTMLElement>(css),
  );
  const top = layers.find((layer) => layer !== null) ?? document.body;
  const { scrollWidth, clientWidth } = document.documentElement;
  const beyond = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > clientWidth);
  const sideways = scrollWidth > clientWidth ? [`${beyond?.outerHTML.slice(0, 120)} makes ${scrollWidth} of ${clientWidth}`] : [];
  const controls = [...top.querySelectorAll<HTMLElement>('button, input:not([hidden]), select, [role=tab], [role=grid], [role=separator]')];
  return controls.reduce<string[]>((problems, element) => {
    if (element.getClientRects().length === 0) return problems;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const box = element.getBoundingClientRect();
    const name = element.outerHTML.slice(0, 120);
    if (box.left < -1 || box.right > innerWidth + 1) problems.push(`${name} lies from ${box.left} to ${box.right} of ${innerWidth}`);
    if (box.top > innerHeight - 4 || box.bottom < 4) problems.push(`${name} lies from ${box.top} to ${box.bottom} of ${innerHeight}`);
    // At both ends too: there its neighbours would lie over it. What moves an edge lies there by design.
    for (const x of [box.left + Math.min(3, box.width / 2), box.left + box.width / 2, box.right - Math.min(3, box.width / 2)]) {
      const hit = document.elementFromPoint(x, box.top + Math.min(box.height, 8) / 2);
      const reached = hit !== null && (element.contains(hit) || hit.contains(element) || hit.closest('label')?.contains(element));
      if (reached || hit?.matches('[role=separator], [role=slider]')) continue;
      problems.push(`${name} is covered by ${hit?.outerHTML.slice(0, 80)}`);
      break;
    }
    const words = element.matches('button') && element.scrollWidth > element.clientWidth + 1 && element.title === '';
    if (words) problems.push(`${name} is ${element.scrollWidth} wide in ${element.clientWidth}`);
    return problems;
  }, sideways);
}

/** Composite widgets that the Tab key stops in more than once, or never. */
export function notOneStop(): readonly string[] {
  return [...document.querySelectorAll('[role=tablist], [role=tree], [role=grid], [role=treegrid]')].flatMap((widget) => {
    const stops = [
      widget,
      ...widget.querySelectorAll('[role=tab], [role=treeitem], [role=row], [role=gridcell], [role=columnheader]'),
    ].filter((element) => element.getAttribute('tabindex') === '0');
    return stops.length === 1 ? [] : [`${widget.getAttribute('role')} ${widget.getAttribute('aria-label')} has ${stops.length} stops`];
  });
}

/** What the Tab key stops at, in the order of the document. */
export function tabStops(): readonly string[] {
  const stops = document.querySelectorAll<HTMLElement>(
    ':is(button, input:not([hidden]), select, textarea, summary, a[href], [tabindex]):not([tabindex="-1"], :disabled)',
  );
  return [...stops].flatMap((element) =>
    element.getClientRects().length > 0 && element.closest('[inert]') === null ? [element.outerHTML] : [],
  );
}
