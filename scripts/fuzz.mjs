// `npm run fuzz`: mutated payloads of real Rails through every reader, and mutated Set-Cookie lines through the storage model.
// `--inputs` says how many, `--seed` which ones.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { root } from './setup.mjs';

const { values } = parseArgs({ options: { inputs: { type: 'string', default: '1000000' }, seed: { type: 'string', default: '1' } } });

const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', '--project', 'unit', 'test/fuzz'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, SESSIONSCOPE_FUZZ_INPUTS: values.inputs, SESSIONSCOPE_FUZZ_SEED: values.seed },
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
