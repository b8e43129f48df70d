/** The one place in the panel that writes to the clipboard. False where the browser refuses, and where there is no text. */
export async function writeClipboard(text: string | null | Promise<string | null>): Promise<boolean> {
  try {
    const written = typeof text === 'string' ? text : await text;
    if (written === null) return false;
    await navigator.clipboard.writeText(written);
    return true;
  } catch {
    return false;
  }
}
