// What a build tells while it runs.

import { type Diagnostic, type Report, withoutSecrets } from '../diagnostics/diagnostic.ts';
import type { BuildOptions } from './options.ts';

/** Holds back what is reported while the build may have to be begun again. */
export class HeldReport {
  readonly #tell: Report;
  #held: Diagnostic[] | null = [];

  constructor(tell: Report) {
    this.#tell = tell;
  }

  add(diagnostic: Diagnostic): void {
    const safe = withoutSecrets(diagnostic);
    if (this.#held === null) this.#tell(safe);
    else this.#held.push(safe);
  }

  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const diagnostic of held) this.#tell(diagnostic);
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
