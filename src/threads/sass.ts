// The Sass compiler in a thread of its own: loading it takes longer than many a site's pages do, so the pages are
// rendered meanwhile. Beside build.ts, which hands it to the converter.

import { Worker } from 'node:worker_threads';
import type { SassEngine, SassRequest, SassResult, Warn } from '../converters/sass/engine.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { bundleFile } from '../files/bundle-file.ts';
import type { Answer, WorkerOptions } from './sass-worker.ts';

interface Waiting {
  readonly warn: Warn;
  resolve(result: SassResult): void;
  reject(error: unknown): void;
}

/**
 * A compiler that works beside this thread. Undefined if the sources run as they are (the tests, by a loader that threads
 * don't have): then the compiler is loaded into this thread.
 */
export function besideThisThread(options: WorkerOptions): (() => SassEngine) | undefined {
  const file = bundleFile('sass-worker.js');
  return file === null ? undefined : () => sassInThread(file, options);
}

function sassInThread(file: URL, options: WorkerOptions): SassEngine {
  // What a compiler writes to its standard error is its own stack, as it dies.
  const worker = new Worker(file, { workerData: options, stderr: true });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  let disposed = false;
  /** Why the thread has ended, where nobody ended it: what comes later fails by it, too. */
  let fault: { readonly reason: unknown } | null = null;
  const failAll = (reason: unknown): void => {
    fault ??= { reason };
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
  };
  worker.on('message', ({ id, result, error, diagnostic, warnings }: Answer) => {
    const one = waiting.get(id);
    waiting.delete(id);
    for (const { message, at } of warnings) one?.warn(message, at);
    if (result !== undefined) one?.resolve(result);
    else one?.reject(diagnostic === undefined ? error : new BuildError(diagnostic));
  });
  worker.on('error', failAll);
  worker.on('exit', () => {
    if (!disposed) failAll(new Error("the Sass compiler's thread has ended"));
  });
  // A build that has failed doesn't wait for a sheet.
  worker.unref();
  return {
    name: 'sass-embedded',
    compile: (request: SassRequest, warn: Warn) =>
      new Promise<SassResult>((resolve, reject) => {
        if (fault !== null) {
          reject(fault.reason);
          return;
        }
        const id = count++;
        waiting.set(id, { warn, resolve, reject });
        worker.ref();
        worker.postMessage({ id, request });
      }),
    dispose: async () => {
      if (disposed) return;
      disposed = true;
      worker.postMessage(null);
      worker.unref();
    },
  };
}
