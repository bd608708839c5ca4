#!/usr/bin/env node
// The program: its arguments, its environment and its streams, and the exit status.

import { setFlagsFromString } from 'node:v8';
import { runProgram } from './program.ts';

// A build is over soon. V8 11, of Node 20, optimizes functions so early that a small site's build takes a third longer, most
// of it in threads that compile what hardly runs again; later versions wait by themselves, and don't know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

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
