#!/usr/bin/env node
// The program: its arguments, its environment and its streams, and the exit status.

import { runProgram } from './program.ts';

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

process.exitCode = await runProgram(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  folder: process.cwd().replaceAll('\\', '/'),
  interrupted,
});
