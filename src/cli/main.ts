#!/usr/bin/env node
// The program's entry point: arguments, environment, streams and the exit status.

import { setFlagsFromString } from 'node:v8';

// Builds are short. V8 11 (Node 20) optimizes functions so early that a small site takes a third longer, mostly in
// threads that compile code that hardly runs again. Later versions wait by themselves, and don't know the flag.
if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=1000000');

// Source maps are read whenever a module is loaded, which takes time, so they are enabled only if a stack will be
// shown.
if (process.argv.some((argument) => /^(?:--trace|-[a-zA-Z]*t[a-zA-Z]*)$/.test(argument)))
  process.setSourceMapsEnabled(true);

/** The signals that end a process unless it handles them. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** A signal that arrived while files were being written. */
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

/** Null if the working folder was removed. */
function workingFolder(): string | null {
  try {
    return process.cwd().replaceAll('\\', '/');
  } catch {
    return null;
  }
}

/** Writing to stdout failed: the build continues and ends with status 1. */
let isOutputLost = false;

/** A reader that closed the pipe (`| head -1`) has what it wanted; any other error loses output. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE' || isOutputLost) return;
  isOutputLost = true;
  process.exitCode = 1;
  const why = error.code === 'ENOSPC' ? 'the disk is full' : error.code;
  process.stderr.write(
    `Error: Can't write to the standard output: ${why}\n  Hint: Make room, or send the output elsewhere.\n`,
  );
});
process.stderr.on('error', () => {}); // nowhere is left to report it

/** Loaded inside the try block: if the limit of open files is low, loading a module can fail. */
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
      `Error: Too many files are open [too-many-files]\n  Hint: Raise the limit, for instance with \`ulimit -n 1024\`.\n`,
    );
    return 1;
  }
}

const status = await run();
process.exitCode = isOutputLost ? 1 : status;
// The parent process must see that this process was ended by a signal, and which one.
if (pending !== null) process.kill(process.pid, pending);
