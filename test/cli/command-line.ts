import { run } from '../../src/cli/run.ts';

/** What a test gives the command line. */
export interface World {
  readonly stdin?: string | Uint8Array;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly colour?: boolean;
}

/** What the command line gave. */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  /** Lines of standard error. */
  readonly stderr: readonly string[];
}

/** Runs the command line in this process. A file named `folder` is a folder, `locked` may not be read. */
export async function sessionscope(argv: readonly string[], world: World = {}): Promise<Said> {
  let stdout = '';
  let stderr = '';
  const contentOf = async (path: string) => {
    const content = world.files?.[path];
    if (content !== undefined) return content;
    throw Object.assign(new Error(`cannot open ${path}`), {
      code: path === 'folder' ? 'EISDIR' : path === 'locked' ? 'EACCES' : 'ENOENT',
    });
  };
  const status = await run(argv, {
    readStdin: async () => textOf(world.stdin ?? ''),
    async *readPieces(source) {
      yield bytesOf(source === 'stdin' ? (world.stdin ?? '') : await contentOf(source.file));
    },
    readFile: async (path) => textOf(await contentOf(path)),
    env: (name) => world.env?.[name],
    stdout: (text) => {
      stdout += text;
    },
    stderr: (text) => {
      stderr += text;
    },
    colour: world.colour ?? false,
  });
  return { status, stdout, stderr: stderr === '' ? [] : stderr.replace(/\n$/, '').split('\n') };
}

const textOf = (content: string | Uint8Array): string => (typeof content === 'string' ? content : new TextDecoder().decode(content));
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
