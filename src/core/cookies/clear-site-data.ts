/**
 * Whether a `Clear-Site-Data` value names cookies: `"cookies"` or `"*"`, in quotes as the grammar has it.
 * Source: Clear Site Data, 3.1.
 */
export function clearsCookies(header: string): boolean {
  return header.split(',').some((type) => ['"cookies"', '"*"'].includes(type.trim()));
}
