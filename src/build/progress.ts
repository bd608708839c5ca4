// What a build tells while it runs.

import { presentable, type Report } from '../diagnostics/diagnostic.ts';
import type { BuildOptions } from './options.ts';

/**
 * Passes on what is reported, each diagnostic once, without secrets: a layout, or a stylesheet that is rendered ahead of its
 * turn, meets the same fault again and again.
 */
export function reportOnce(tell: Report): Report {
  const told = new Set<string>();
  return (diagnostic) => {
    const shown = presentable(diagnostic);
    const { code, message, path, span } = shown;
    const key = JSON.stringify([code, message, span?.source.path ?? path, span?.start]);
    if (told.has(key)) return;
    told.add(key);
    tell(shown);
  };
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
