/** Browsers read the blob soon after the click, but not at once. */
const REVOKE_MS = 60_000;

/** Gives the browser a file to save. `type` is the media type, such as `text/csv`. */
export function saveFile(fileName: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}
