/**
 * The accessible name of a control whose visible label is shorter: it holds the label as it shows (WCAG 2.5.3), whatever the word order
 * of the language, so that people who speak to their browser find it. `what` is taken where it does not.
 */
export function nameWithLabel(label: string, name: string, what: string = name): string {
  return name.toLowerCase().includes(label.toLowerCase()) ? name : `${label}: ${what}`;
}
