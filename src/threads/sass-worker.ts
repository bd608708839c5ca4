// The thread behind sass.ts: requests in, CSS or the compiler's exception out, as plain values.

import { parentPort, workerData } from 'node:worker_threads';
import {
  loadSassEngine,
  type SassEngine,
  type SassRequest,
  type SassResult,
  type Warn,
} from '../converters/sass/engine.ts';
import { BuildError, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';

/** What the thread is started with. */
export interface WorkerOptions {
  /** Ruby Sass, not Dart Sass. */
  readonly isRuby: boolean;
}

export interface Answer {
  readonly id: number;
  readonly result?: SassResult;
  /** The exception's fields that failure.ts reads. */
  readonly error?: unknown;
  /** A BuildError's, in the place of `error`. */
  readonly diagnostic?: Diagnostic;
  readonly warnings: readonly { readonly message: string; readonly at?: Parameters<Warn>[1] }[];
}

const port = parentPort!;
const { isRuby } = workerData as WorkerOptions;

async function load(): Promise<SassEngine> {
  if (!isRuby) return loadSassEngine();
  const { rubySassEngine } = await import('../converters/sass/ruby/engine.ts');
  return rubySassEngine(disk, loadSassEngine);
}

let engine: Promise<SassEngine> | null = null;

port.on('message', async (message: { id: number; request: SassRequest } | null) => {
  if (message === null) {
    await (await engine)?.dispose();
    port.close();
    return;
  }
  engine ??= load();
  const warnings: { message: string; at?: Parameters<Warn>[1] }[] = [];
  try {
    const { css, sourceMap } = await (await engine).compile(message.request, (text, at) => {
      warnings.push({ message: text, ...(at ? { at } : {}) });
    });
    port.postMessage({
      id: message.id,
      result: { css, ...(sourceMap ? { sourceMap } : {}) },
      warnings,
    } satisfies Answer);
  } catch (error) {
    const failed = error instanceof BuildError ? { diagnostic: error.diagnostic } : { error: plain(error) };
    port.postMessage({ id: message.id, ...failed, warnings } satisfies Answer);
  }
});

// Loading starts with the thread, not with the first sheet.
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
