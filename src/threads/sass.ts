// Runs the Sass compiler in a thread. Loading it takes longer than rendering many sites' pages, which are rendered in
// the meantime; and a stylesheet that never finishes can be given up. build/sass.ts passes it to the converter.

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

/** Limit of a thread's heap in megabytes; only a stylesheet that grows endlessly needs more. */
const MOST_MEGABYTES = 1536;
/** Milliseconds for receiving answers that arrived while the main thread was busy. */
const GRACE = 200;

/**
 * A compiler in another thread. Undefined if running from sources (the tests use a loader that threads don't have); the
 * compiler is then loaded into this thread.
 * @param seconds that a stylesheet may take
 */
export function besideThisThread(options: WorkerOptions, seconds: number): (() => SassEngine) | undefined {
  const file = bundleFile('sass-worker.js');
  return file === null ? undefined : () => new SassThread(file, options, seconds);
}

/** The blocking variant, started by the first stylesheet. Undefined under the same condition. */
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
  /** By id, in order of arrival. */
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;
  #isDisposed = false;
  /** Why the thread ended unexpectedly; later requests fail with the same reason. */
  #fault: { readonly reason: unknown } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(file: URL, options: WorkerOptions, seconds: number) {
    this.#seconds = seconds;
    // A crashing compiler writes its own stack to stderr, which must not be shown.
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
    // A failed build doesn't wait for a stylesheet.
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

  /** Any answer must arrive within the time limit; each one restarts the clock. */
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
