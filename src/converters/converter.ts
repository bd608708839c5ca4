// What turns a file's content into its output: by extension, in order of priority (Jekyll::Converter).

import type { Document } from '../content/document.ts';
import type { Excerpt } from '../content/excerpt.ts';
import type { Page } from '../content/page.ts';
import type { Text } from '../ruby/us-ascii.ts';

export interface Converter {
  readonly name: string;
  /** Higher first; Identity is the last. */
  readonly priority: number;
  matches(extension: string): boolean;
  outputExtension(extension: string): string;
  convert(content: string, item: Page | Document | Excerpt): string;
  /** Called instead of `convert`, for Markdown, which asks for the encoding that Ruby's string would have. */
  convertText?(content: Text, item: Page | Document | Excerpt): string;
  /** Begins what can be done beside rendering, before the item's turn; its text may still change. */
  start?(content: string, item: Page | Document): void;
  /**
   * Called instead of `convert` for a page or document, which can wait for its text until all are rendered.
   * @param add adds a page to the site, which is rendered, too
   */
  convertLater?(content: string, item: Page | Document, add: (page: Page) => void): Promise<string>;
  /** The white space that `{% highlight %}` puts around its block. */
  readonly highlighterPrefix?: string;
}

export const identity: Converter = {
  name: 'identity',
  priority: -100,
  matches: () => true,
  outputExtension: (extension) => extension,
  convert: (content) => content,
};

/** Renderer#converter_output_ext: that of the last converter before Identity. */
export function outputExtension(converters: readonly Converter[], extension: string): string {
  const matching = converters.filter((converter) => converter.matches(extension));
  const chosen = matching.length === 1 ? matching[0]! : matching[matching.length - 2]!;
  return chosen.outputExtension(extension);
}
