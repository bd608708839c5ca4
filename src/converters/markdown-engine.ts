import type { Encoding, Warning } from '../kramdown/index.ts';

/** Converts Markdown to HTML. */
export interface MarkdownEngine {
  convert(text: string, encoding: Encoding): { html: string; warnings: readonly Warning[] };
  /** Postprocesses the output of `{% highlight %}` inside its `<code>`. */
  highlighted(html: string): string;
}
