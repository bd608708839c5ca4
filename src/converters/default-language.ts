// `default_lang` of kramdown's `syntax_highlighter_opts`, as Jekyll and kramdown between them lose it.

import type { GivenOptions } from '../kramdown/index.ts';

/**
 * Whenever Jekyll sets a kramdown up (KramdownParser.new), it looks for the key as a string, and adds 'plaintext' if it is
 * missing. It is after the first text that kramdown has read, be it by `smartify`: kramdown makes symbols of the keys.
 */
export class DefaultLanguage {
  readonly #options: GivenOptions;
  #isString = true;

  constructor(options: GivenOptions) {
    this.#options = options;
  }

  setUp(): void {
    if (!this.#isString) {
      const options = this.#options.syntaxHighlighterOpts ?? new Map();
      this.#options.syntaxHighlighterOpts = new Map([...options, ['default_lang', 'plaintext']]);
    }
    this.#isString = true;
  }

  /** The options for a text. */
  read(): GivenOptions {
    this.#isString = false;
    return this.#options;
  }
}
