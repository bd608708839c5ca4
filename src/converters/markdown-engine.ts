import type { Encoding, Warning } from '../kramdown/index.ts';

/** What makes HTML of Markdown. */
export interface MarkdownEngine {
  convert(text: string, encoding: Encoding): { html: string; warnings: readonly Warning[] };
  /** What `{% highlight %}` prints within its `<code>`. */
  highlighted(html: string): string;
}
