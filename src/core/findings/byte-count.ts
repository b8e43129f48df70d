import { counted } from '../message.ts';

/** `4,120 bytes`, as every message writes a size. */
export const byteCount = (bytes: number): string => counted('unitBytes', bytes);
