import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { englishMessages } from '../core/english.ts';
import { readMessagesFrom } from '../core/message.ts';
import type { Io } from './io.ts';
import { run } from './run.ts';

readMessagesFrom(englishMessages);

const io: Io = {
  readStdin: () => text(process.stdin),
  readPieces: (source) => (source === 'stdin' ? process.stdin : createReadStream(source.file, { highWaterMark: 1 << 18 })),
  readFile: (path) => readFile(path, 'utf8'),
  env: (name) => process.env[name],
  stdout: (output) => void process.stdout.write(output),
  stderr: (output) => void process.stderr.write(output),
  colour: process.stdout.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb',
};

// `sessionscope audit … | head` closes the pipe early, which is no fault of the audit.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), io);
