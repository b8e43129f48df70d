import type { HttpExchange } from '../core/http/exchange.ts';
import { type HarFacts, type HarFailure, HarReader } from '../core/http/har-stream.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** The file could not be read from the disk, or is no whole gzip although it begins as one. */
export type ImportFailure = HarFailure | { readonly code: 'unreadable' | 'damaged-gzip' };

/** How far an import has come. `bytes` are those of the file, of `total`. */
export interface ImportProgress {
  readonly bytes: number;
  readonly total: number;
  readonly entries: number;
}

export interface ImportOptions {
  readonly signal: AbortSignal;
  onExchange(exchange: HttpExchange, facts: HarFacts): void;
  /** Told after each piece of the file; where it promises something, reading goes on when that is done. */
  onProgress(progress: ImportProgress): void | Promise<void>;
}

/** What was read, with the fault behind which nothing of the file could be. */
export interface ImportedHar extends HarFacts {
  readonly fault: Extract<HarFailure, { code: 'not-json' }> | null;
}

/** Null when it was cancelled. What stands before a fault is kept, unless no entry does. */
export async function importHar(
  file: Blob,
  { signal, onExchange, onProgress }: ImportOptions,
): Promise<Result<ImportedHar, ImportFailure> | null> {
  const har: HarReader = new HarReader((exchange) => onExchange(exchange, har.facts));
  let bytes = 0;
  const packed = await isGzip(file).catch(() => false);
  let isDamaged = false;
  const count = (length: number): void => {
    bytes += length;
  };
  try {
    const reader = plainBytes(file, packed, count).getReader();
    for (let piece = await reader.read(); !piece.done && !signal.aborted; piece = await reader.read()) {
      const isJson = har.push(piece.value);
      await onProgress({ bytes, total: file.size, entries: har.entries });
      if (!isJson) break;
    }
    // A stream that is left open would hold the file.
    await reader.cancel();
  } catch (error) {
    if (signal.aborted) return null;
    // What cannot be read from the disk is told by a DOMException (File API, 7), what cannot be unpacked by any other error.
    if (!packed || error instanceof DOMException) return fail({ code: 'unreadable' });
    isDamaged = true;
  }
  if (signal.aborted) return null;
  const end = har.end();
  if (isDamaged && (end.ok || har.entries === 0)) return fail({ code: 'damaged-gzip' });
  if (end.ok) return ok({ ...end.value, fault: null });
  if (end.failure.code !== 'not-json' || har.entries === 0) return end;
  return ok({ ...har.facts, fault: end.failure });
}

/** Source: RFC 1952, 2.3.1. */
async function isGzip(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** The file's bytes, unpacked where they are packed; `count` is told of those of the file. */
function plainBytes(file: Blob, packed: boolean, count: (length: number) => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  const counted = file.stream().pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(piece, controller) {
        count(piece.length);
        controller.enqueue(piece);
      },
    }),
  );
  return packed ? counted.pipeThrough(new DecompressionStream('gzip')) : counted;
}
