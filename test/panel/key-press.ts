/** A key as the browser reports it; modifiers as `Control+Shift+End`. */
export function keyPress(chord: string) {
  const parts = chord === '+' ? ['+'] : chord.split('+');
  const modifiers = parts.slice(0, -1);
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: modifiers.includes('Control') || modifiers.includes('AltGraph'),
    altKey: modifiers.includes('Alt') || modifiers.includes('AltGraph'),
    metaKey: modifiers.includes('Meta'),
    shiftKey: modifiers.includes('Shift'),
    getModifierState: (name: string) => modifiers.includes(name),
  };
}
