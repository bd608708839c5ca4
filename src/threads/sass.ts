// The Sass compiler in a thread of its own: loading it takes longer than many a site's pages do, so the pages are
// rendered meanwhile, and a stylesheet that never comes to an end can be given up. build/sass.ts hands it to the
// converter.

import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import {
  type CompileSync,
  type SassEngine,
  type SassRequest,
  type SassResult,
  SheetTooDeep,
  SheetTooSlow,
  type Warn,
} from '../converters/sass/engine.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { bundleFile } from '../files/bundle-file.ts';
import type { Answer, Question, WorkerOptions } from './sass-worker.ts';

/** Megabytes of a thread's own objects; a sheet that needs more is one that grows without end. */
const MOST_MEGABYTES = 1536;
/** Milliseconds in which answers are taken that came while this thread was busy. */
const GRACE = 200;

/**
 * A compiler that works beside this thread. Undefined if the sources run as they are (the tests, by a loader that threads
 * don't have): then the compiler is loaded into this thread.
 * @param seconds that a sheet may take
 */
export function besideThisThread(options: WorkerOptions, seconds: number): (() => SassEngine) | undefined {
  const file = bundleFile('sass-worker.js');
  return file === null ? undefined : () => new SassThread(file, options, seconds);
}

/** The same for who waits; it is started by the first sheet. Undefined like besideThisThread. */
export function besideThisThreadSync(
  options: WorkerOptions,
  seconds: number,
): { compile: CompileSync; dispose(): Promise<void> } | undefined {
  const file = bundleFile('sass-worker.js');
  if (file === null) return undefined;
  let thread: SassThread | null = null;
  return {
    compile: (request, warn) => (thread ??= new SassThread(file, options, seconds)).compileSync(request, warn),
    dispose: async () => thread?.dispose(),
  };
}

interface Waiting {
  readonly request: SassRequest;
  readonly warn: Warn;
  resolve(result: SassResult): void;
  reject(error: unknown): void;
}

class SassThread implements SassEngine {
  readonly name = 'sass-embedded';
  readonly #worker: Worker;
  readonly #seconds: number;
  /** By their numbers, in the order in which they came. */
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #isDisposed = false;
  /** Why the thread has ended, where nobody ended it: what comes later fails by it, too. */
  #fault: { readonly reason: unknown } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(file: URL, options: WorkerOptions, seconds: number) {
    this.#seconds = seconds;
    // What a compiler writes to its standard error is its own stack, as it dies.
    this.#worker = new Worker(file, {
      workerData: options,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
    });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error: NodeJS.ErrnoException) =>
      this.#fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new SheetTooDeep() : error),
    );
    this.#worker.on('exit', () => {
      if (!this.#isDisposed) this.#fail(new Error("the Sass compiler's thread has ended"));
    });
    // A build that has failed doesn't wait for a sheet.
    this.#worker.unref();
  }

  compile(request: SassRequest, warn: Warn): Promise<SassResult> {
    return new Promise<SassResult>((resolve, reject) => {
      if (this.#fault !== null) {
        reject(this.#fault.reason);
        return;
      }
      const id = this.#count++;
      this.#waiting.set(id, { request, warn, resolve, reject });
      this.#worker.ref();
      this.#worker.postMessage({ id, request } satisfies Question);
      if (this.#waiting.size === 1) this.#expect();
    });
  }

  compileSync(request: SassRequest, warn: Warn): SassResult {
    if (this.#fault !== null) throw this.#fault.reason;
    const done = new Int32Array(new SharedArrayBuffer(4));
    const { port1, port2 } = new MessageChannel();
    const question: Question = { id: this.#count++, request, sync: { port: port2, done } };
    this.#worker.postMessage(question, [port2]);
    if (Atomics.wait(done, 0, 0, this.#seconds * 1000) === 'timed-out') {
      port1.close();
      const slow = new SheetTooSlow(this.#seconds, request);
      this.#fail(slow);
      throw slow;
    }
    const answer = receiveMessageOnPort(port1)!.message as Answer;
    port1.close();
    for (const { message, at } of answer.warnings) warn(message, at);
    if (answer.result === undefined) throw errorOf(answer);
    return answer.result;
  }

  async dispose(): Promise<void> {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    this.#worker.postMessage(null);
    this.#worker.unref();
  }

  #take(answer: Answer): void {
    const one = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    this.#expect();
    for (const { message, at } of answer.warnings) one?.warn(message, at);
    if (answer.result !== undefined) one?.resolve(answer.result);
    else one?.reject(errorOf(answer));
  }

  /** Some answer has to come in time, whichever; then the time begins anew. */
  #expect(): void {
    clearTimeout(this.#timer);
    if (this.#waiting.size === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = setTimeout(() => {
        const [first] = this.#waiting.values();
        if (first !== undefined) this.#fail(new SheetTooSlow(this.#seconds, first.request));
      }, GRACE);
    }, this.#seconds * 1000);
  }

  #fail(reason: unknown): void {
    this.#fault ??= { reason };
    clearTimeout(this.#timer);
    for (const { reject } of this.#waiting.values()) reject(reason);
    this.#waiting.clear();
    void this.#worker.terminate();
  }
}

const errorOf = ({ diagnostic, error }: Answer): unknown =>
  diagnostic === undefined ? error : new BuildError(diagnostic);
