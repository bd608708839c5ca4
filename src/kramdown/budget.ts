// Limits the memory that parsing takes.

import { KramdownError } from './error.ts';

/**
 * As many steps as fit into a heap of 2 GB: each leaves an element, a string or a warning, which take 120 to 400 bytes.
 */
export const MOST_STEPS = 5_000_000;

/**
 * How much memory the result of parsing may still take, so that a huge page fails with a message, not out of memory.
 */
export class Budget {
  readonly #most: number;
  #left: number;

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** @throws KramdownError */
  spend(steps = 1): void {
    this.#left -= steps;
    if (this.#left >= 0) return;
    throw new KramdownError(
      `The text is too long: it has more than ${this.#most.toLocaleString('en')} paragraphs, list items, spans and other parts`,
      'Split it into several pages, or publish it as HTML if a program generated it.',
    );
  }
}
