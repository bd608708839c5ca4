/** The input is valid, but too large for the memory. */
export class CommonMarkError extends Error {
  readonly hint = 'Split it into several pages, or publish it as HTML if a program generated it.';
}

/** As many nodes as fit into a heap of 2 GB: each takes about 600 bytes. */
export const MOST_NODES = 2_000_000;

/** How many more nodes the input may produce, so that a huge page fails with a message, not out of memory. */
export class Budget {
  readonly #most: number;
  #left: number;

  constructor(most: number) {
    this.#most = most;
    this.#left = most;
  }

  /** @throws CommonMarkError */
  spend(nodes = 1): void {
    this.#left -= nodes;
    if (this.#left >= 0) return;
    throw new CommonMarkError(
      `The text is too long: it has more than ${this.#most.toLocaleString('en')} paragraphs, list items, spans and other parts`,
    );
  }
}
