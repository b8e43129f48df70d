/** `4,120` */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `4,120 bytes`, as every message writes a size. */
export function byteCount(bytes: number): string {
  return `${thousands(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
