/** What a command needs of the world around it; tests give their own. */
export interface Io {
  /** All of standard input, UTF-8. */
  readStdin(): Promise<string>;
  /** The bytes of standard input, or of a file, in pieces. Rejects as `readFile` does. */
  readPieces(source: { readonly file: string } | 'stdin'): AsyncIterable<Uint8Array>;
  /** A file as UTF-8 text. Rejects with an error that has a `code`, as Node's do. */
  readFile(path: string): Promise<string>;
  env(name: string): string | undefined;
  stdout(text: string): void;
  stderr(text: string): void;
  /** Whether standard output is a terminal that shows colours. */
  readonly colour: boolean;
}

/** 0 nothing at or above `--fail-on`; 1 something is, or the value could not be opened; 2 the input or the arguments are wrong. */
export type ExitStatus = 0 | 1 | 2;

/** What a command has to say: its output, and lines for standard error. */
export interface Outcome {
  readonly status: ExitStatus;
  readonly output: string;
  readonly messages: readonly string[];
}

/** The input or the arguments are wrong: one line that says what and where. */
export function refused(message: string): Outcome {
  return { status: 2, output: '', messages: [message] };
}

const codeOf = (error: unknown): string => (typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '');

/** zlib's own codes: the file was read, and is no whole gzip although it begins as one. */
export const isDamagedGzip = (error: unknown): boolean => codeOf(error).startsWith('Z_');

/** Why a file could not be read, without its content. */
export function fileFault(error: unknown): string {
  const code = codeOf(error);
  switch (code) {
    // That the input ends is what zlib tells by a full buffer.
    case 'Z_BUF_ERROR':
      return 'the gzip is cut off';
    case 'Z_DATA_ERROR':
      return 'the gzip is damaged';
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'is a directory, not a file';
    case 'EACCES':
    case 'EPERM':
      return 'may not be read (permission denied)';
    case 'ERR_STRING_TOO_LONG':
    case 'ERR_FS_FILE_TOO_LARGE':
      return 'is too large to be read at once';
    default:
      return `cannot be read${code === '' ? '' : ` (${code})`}`;
  }
}
