// `--profile`: the cost of each template (Jekyll::LiquidRenderer of 3.10.0 and 4.4.1).

import type { Stack } from '../../config/stacks.ts';
import type { Text } from '../../ruby/us-ascii.ts';

/** The total of all renderings of a file, including the files that it includes. */
export interface TemplateCost {
  /** Relative to the source; a theme's file starts with the theme's name and version, an excerpt with its document. */
  readonly name: string;
  /** Jekyll 3.10 counts reads of the file: once for each page that includes it. */
  count: number;
  /** Of the output, in UTF-8. */
  bytes: number;
  /** Parsing and rendering. */
  seconds: number;
}

export class Profiler {
  readonly #countsEveryInclude: boolean;
  /** Milliseconds. */
  readonly #clock: () => number;
  readonly #costs = new Map<string, TemplateCost>();
  readonly #encoder = new TextEncoder();

  constructor({ profiler }: Stack, clock: () => number) {
    this.#countsEveryInclude = profiler.countsEveryInclude;
    this.#clock = clock;
  }

  /** Measures the parsing of a file. */
  parse<T>(name: string, parse: () => T): T {
    return this.#timed(this.#cost(name), parse);
  }

  /** Measures the rendering of a file. */
  render<T extends Text>(name: string, render: () => T): T {
    const cost = this.#cost(name);
    cost.count++;
    return this.#rendered(cost, render);
  }

  /** Measures the rendering of an included file; `known` has those that the page has included so far. */
  include<T extends Text>(name: string, known: Set<string>, render: () => T): T {
    const cost = this.#cost(name);
    if (this.#countsEveryInclude || !known.has(name)) cost.count++;
    known.add(name);
    return this.#rendered(cost, render);
  }

  /** Sorted by cost, descending; ties keep the order of their first rendering. */
  costs(): TemplateCost[] {
    return [...this.#costs.values()].sort((a, b) => b.seconds - a.seconds);
  }

  #cost(name: string): TemplateCost {
    let cost = this.#costs.get(name);
    if (cost === undefined) {
      cost = { name, count: 0, bytes: 0, seconds: 0 };
      this.#costs.set(name, cost);
    }
    return cost;
  }

  #rendered<T extends Text>(cost: TemplateCost, render: () => T): T {
    const text = this.#timed(cost, render);
    cost.bytes += this.#encoder.encode(String(text)).length;
    return text;
  }

  #timed<T>(cost: TemplateCost, work: () => T): T {
    const from = this.#clock();
    try {
      return work();
    } finally {
      cost.seconds += (this.#clock() - from) / 1000;
    }
  }
}
