// The worker thread of sass.ts: receives requests, sends CSS or the compiler's exception as plain values.

import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { loadSassEngine } from '../converters/sass/dart.ts';
import type { SassEngine, SassRequest, SassResult, Warn } from '../converters/sass/engine.ts';
import { BuildError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import { watchMemory } from './memory.ts';

/** The thread's start parameters. */
export interface WorkerOptions {
  /** Ruby Sass instead of Dart Sass. */
  readonly isRuby: boolean;
}

export interface Question {
  readonly id: number;
  readonly request: SassRequest;
  /** Where to send the answer if the main thread blocks until `done` is 1. */
  readonly sync?: { readonly port: MessagePort; readonly done: Int32Array };
}

export interface Answer {
  readonly id: number;
  readonly result?: SassResult;
  /** The exception's fields that failure.ts needs. */
  readonly error?: unknown;
  /** The diagnostic of a BuildError, instead of `error`. */
  readonly diagnostic?: Diagnostic;
  readonly warnings: readonly { readonly message: string; readonly at?: Parameters<Warn>[1] }[];
}

const port = parentPort!;
const { isRuby } = workerData as WorkerOptions;

async function load(): Promise<SassEngine> {
  const loadDart = (): Promise<SassEngine> => loadSassEngine(null, watchMemory);
  if (!isRuby) return loadDart();
  const { rubySassEngine } = await import('../converters/sass/ruby-engine.ts');
  return rubySassEngine(disk, loadDart);
}

let engine: Promise<SassEngine> | null = null;

port.on('message', async (message: Question | null) => {
  if (message === null) {
    await (await engine)?.dispose();
    port.close();
    return;
  }
  engine ??= load();
  const warnings: { message: string; at?: Parameters<Warn>[1] }[] = [];
  try {
    const { css, sourceMap, compiler } = await (await engine).compile(message.request, (text, at) => {
      warnings.push({ message: text, ...(at ? { at } : {}) });
    });
    answer(message, { id: message.id, result: { css, ...(sourceMap ? { sourceMap } : {}), compiler }, warnings });
  } catch (error) {
    const failed = error instanceof BuildError ? { diagnostic: error.diagnostic } : { error: plain(error) };
    answer(message, { id: message.id, ...failed, warnings });
  }
});

function answer({ sync }: Question, message: Answer): void {
  if (sync === undefined) {
    port.postMessage(message);
    return;
  }
  sync.port.postMessage(message);
  Atomics.store(sync.done, 0, 1);
  Atomics.notify(sync.done, 0);
}

// Load the compiler when the thread starts, not with the first stylesheet.
engine = load();
engine.catch(() => {});

function plain(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('sassMessage' in error)) {
    return new Error(error instanceof Error ? error.message : String(error));
  }
  const { sassMessage, sassStack, span } = error as unknown as {
    sassMessage: string;
    sassStack?: string;
    span?: { url?: URL; start: { offset: number; line: number; column: number }; end: { offset: number } };
  };
  const point = ({ offset, line, column }: { offset: number; line: number; column: number }) => ({
    offset,
    line,
    column,
  });
  const place = span && {
    ...(span.url ? { url: String(span.url) } : {}),
    start: point(span.start),
    end: { offset: span.end.offset },
  };
  return { sassMessage, ...(sassStack ? { sassStack } : {}), ...(place ? { span: place } : {}) };
}
