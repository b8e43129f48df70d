import { version } from '../../package.json';
import { echo } from './arguments.ts';
import { audit } from './audit.ts';
import { AUDIT_HELP, HELP, OPEN_HELP } from './help.ts';
import { type ExitStatus, type Io, type Outcome, refused } from './io.ts';
import { open } from './open.ts';
import { printableLine } from './text-style.ts';

/** The whole command line but for the process: `argv` without node and script. */
export async function run(argv: readonly string[], io: Io): Promise<ExitStatus> {
  const { status, output, messages } = await runCommand(argv, io);
  if (output !== '') io.stdout(output);
  for (const message of messages) io.stderr(`sessionscope: ${printableLine(message)}\n`);
  return status;
}

async function runCommand([command = '', ...rest]: readonly string[], io: Io): Promise<Outcome> {
  const wantsHelp = rest.includes('--help') || rest.includes('-h');
  switch (command) {
    case 'audit':
      return wantsHelp ? shown(AUDIT_HELP) : audit(rest, io);
    case 'open':
      return wantsHelp ? shown(OPEN_HELP) : open(rest, io);
    case '--version':
    case '-V':
      return shown(`${version}\n`);
    case '--help':
    case '-h':
    case 'help':
      return shown(HELP);
    case '':
      return refused('no command is given: audit or open (see --help)');
    default:
      return refused(`the command is audit or open${echo(command)} (see --help)`);
  }
}

function shown(output: string): Outcome {
  return { status: 0, output, messages: [] };
}
