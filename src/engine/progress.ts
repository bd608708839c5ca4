// Reports diagnostics and progress of a running build.

import { presentable, type Report } from '../diagnostics/diagnostic.ts';
import type { SiteOptions } from './options.ts';
import type { Clock } from './surroundings.ts';

/**
 * Passes on each diagnostic once, with secrets masked: a layout, or a stylesheet that is compiled ahead of time, hits
 * the same problem repeatedly.
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

/** Measures the phases and reports progress. */
export class Stopwatch {
  readonly #tell: NonNullable<SiteOptions['onProgress']>;
  readonly #clock: Clock;
  readonly #seconds: Record<string, number> = {};
  #phase: string | null = null;
  #since = 0;

  constructor(clock: Clock, tell: NonNullable<SiteOptions['onProgress']>) {
    this.#clock = clock;
    this.#tell = tell;
  }

  phase(name: string): void {
    this.stop();
    this.#phase = name;
    this.#since = this.#clock.elapsed();
    this.#tell({ phase: name });
  }

  tick(done: number, total: number): void {
    this.#tell({ phase: this.#phase ?? '', done, total });
  }

  stop(): Readonly<Record<string, number>> {
    if (this.#phase !== null) this.#seconds[this.#phase] = (this.#clock.elapsed() - this.#since) / 1000;
    this.#phase = null;
    return this.#seconds;
  }
}
