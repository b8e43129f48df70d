import { run } from '../../src/cli/run.ts';

/** What a test gives the command line. */
export interface World {
  readonly stdin?: string;
  readonly files?: Readonly<Record<string, string>>;
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
  const readFile = async (path: string) => {
    const text = world.files?.[path];
    if (text !== undefined) return text;
    throw Object.assign(new Error(`cannot open ${path}`), {
      code: path === 'folder' ? 'EISDIR' : path === 'locked' ? 'EACCES' : 'ENOENT',
    });
  };
  const status = await run(argv, {
    readStdin: async () => world.stdin ?? '',
    async *readPieces(source) {
      yield new TextEncoder().encode(source === 'stdin' ? world.stdin : await readFile(source.file));
    },
    readFile,
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
