import { thousands } from '../thousands.ts';

/** `4,120 bytes`, as every message writes a size. */
export function byteCount(bytes: number): string {
  return `${thousands(bytes)} ${bytes === 1 ? 'byte' : 'bytes'}`;
}
