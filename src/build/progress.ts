// What a build tells while it runs.

import { type Diagnostic, presentable, type Report } from '../diagnostics/diagnostic.ts';
import type { BuildOptions } from './options.ts';

/**
 * Passes on what is reported, each diagnostic once: a layout, or a stylesheet that is rendered ahead of its turn, meets the
 * same fault again and again. Holds it back while the build may have to start again.
 */
export class HeldReport {
  readonly #tell: Report;
  readonly #told = new Set<string>();
  #held: Diagnostic[] | null = [];

  constructor(tell: Report) {
    this.#tell = tell;
  }

  add(diagnostic: Diagnostic): void {
    const shown = presentable(diagnostic);
    if (this.#held === null) this.#pass(shown);
    else this.#held.push(shown);
  }

  #pass(diagnostic: Diagnostic): void {
    const { code, message, path, span } = diagnostic;
    const key = JSON.stringify([code, message, span?.source.path ?? path, span?.start]);
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#tell(diagnostic);
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const diagnostic of held) this.#pass(diagnostic);
  }

  forget(): void {
    this.#held = [];
  }
}

/** Times the phases and tells how far they are. */
export class Stopwatch {
  readonly #tell: NonNullable<BuildOptions['onProgress']>;
  readonly #seconds: Record<string, number> = {};
  #phase: string | null = null;
  #since = 0;

  constructor(tell: NonNullable<BuildOptions['onProgress']>) {
    this.#tell = tell;
  }

  phase(name: string): void {
    this.stop();
    this.#phase = name;
    this.#since = performance.now();
    this.#tell({ phase: name });
  }

  tick(done: number, total: number): void {
    this.#tell({ phase: this.#phase ?? '', done, total });
  }

  stop(): Readonly<Record<string, number>> {
    if (this.#phase !== null) this.#seconds[this.#phase] = (performance.now() - this.#since) / 1000;
    this.#phase = null;
    return this.#seconds;
  }
}
