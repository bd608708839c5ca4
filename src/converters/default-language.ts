// `default_lang` of kramdown's `syntax_highlighter_opts`, which Jekyll and kramdown together lose.

import type { GivenOptions } from '../kramdown/index.ts';

/**
 * Whenever Jekyll sets up kramdown (KramdownParser.new), it looks up the key as a string and adds 'plaintext' if it is
 * missing. It is missing after kramdown has parsed its first text, even through `smartify`: kramdown turns keys into
 * symbols.
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

  /** The options for parsing a document. */
  read(): GivenOptions {
    this.#isString = false;
    return this.#options;
  }
}
