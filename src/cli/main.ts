#!/usr/bin/env node
// The program: its arguments, its environment and its streams, and the exit status.

import { setFlagsFromString } from 'node:v8';

// A build is over soon. V8 11, of Node 20, optimizes functions so early that a small site's build takes a third longer, most
// of it in threads that compile what hardly runs again; later versions wait by themselves, and don't know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

// A stack names our sources. Maps are read as modules are loaded, which takes time, so only where a stack will be shown.
if (process.argv.some((argument) => /^(?:--trace|-[a-zA-Z]*t[a-zA-Z]*)$/.test(argument)))
  process.setSourceMapsEnabled(true);

/** What ends a process unless it listens. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A signal that came while files were written. */
let pending: NodeJS.Signals | null = null;

const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    if (pending !== null) resolve();
    for (const signal of SIGNALS) process.once(signal, () => resolve());
  });

async function whileWriting<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    pending = signal;
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(controller.signal);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** The working folder; null if it was removed. */
function workingFolder(): string | null {
  try {
    return process.cwd().replaceAll('\\', '/');
  } catch {
    return null;
  }
}

/** The standard output took something not in: the build goes on, and ends with status 1. */
let isOutputLost = false;

/** A reader that has gone (`| head -1`) has read what it wanted; anything else loses output. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || isOutputLost) return;
  isOutputLost = true;
  process.exitCode = 1;
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.code;
  process.stderr.write(
    `Error: Can't write to the standard output: ${why}\n  Hint: Make room, or send the output elsewhere.\n`,
  );
});
process.stderr.on('error', () => {}); // nobody is left to be told

/** Loaded when errors can be told: with few open files allowed, modules can't be read. */
async function run(): Promise<number> {
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(process.argv.slice(2), {
      out: process.stdout,
      err: process.stderr,
      env: process.env,
      folder: workingFolder(),
      interrupted,
      whileWriting,
    });
  } catch (error) {
    if (!/\bE[MN]FILE\b/.test(String(error))) throw error;
    process.stderr.write(
      `Error: Too many files are open\n  Hint: Raise the limit, for instance with \`ulimit -n 1024\`.\n`,
    );
    return 1;
  }
}

const status = await run();
process.exitCode = isOutputLost ? 1 : status;
// Whoever waits for the process learns that it was interrupted, and by what.
if (pending !== null) process.kill(process.pid, pending);
