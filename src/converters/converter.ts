// Converts a file's content to its output, by extension and priority (Jekyll::Converter).

import type { Document, DocumentExcerpt } from '../content/document.ts';
import type { Page, PageExcerpt } from '../content/page.ts';
import type { Text } from '../ruby/us-ascii.ts';

/** What is rendered. */
export type Item = Page | Document | DocumentExcerpt | PageExcerpt;

export interface Converter {
  readonly name: string;
  /** Higher values come first; Identity is last. */
  readonly priority: number;
  matches(extension: string): boolean;
  outputExtension(extension: string): string;
  convert(content: string, item: Item): string;
  /** Called instead of `convert` by Markdown, which needs the encoding that Ruby's string would have. */
  convertText?(content: Text, item: Item): string;
  /** Starts background work before the item is rendered; its content may still change. */
  start?(content: string, item: Page | Document): void;
  /**
   * Called instead of `convert` for a page or document whose result isn't needed until all are rendered.
   * @param add adds a page to the site, which is then rendered as well
   */
  convertLater?(content: string, item: Page | Document, add: (page: Page) => void): Promise<string>;
  /** Whitespace that `{% highlight %}` puts around its block. */
  readonly highlighterPrefix?: string;
}

export const identity: Converter = {
  name: 'identity',
  priority: -100,
  matches: () => true,
  outputExtension: (extension) => extension,
  convert: (content) => content,
};

/** Renderer#converter_output_ext: the output extension of the last converter before Identity. */
export function outputExtension(converters: readonly Converter[], extension: string): string {
  const matching = converters.filter((converter) => converter.matches(extension));
  const chosen = matching.length === 1 ? matching[0]! : matching[matching.length - 2]!;
  return chosen.outputExtension(extension);
}
