// CommonMark with GitHub's extensions: text and options in, HTML out, as commonmarker 0.23.12 (cmark-gfm 0.29.0.gfm.11)
// writes it in jekyll-commonmark-ghpages 0.5.1. It knows nothing of a site.

import { linkMailAddresses } from './autolink.ts';
import { parseBlocks } from './blocks.ts';
import { Budget, MOST_NODES } from './budget.ts';
import { byteLength } from './characters.ts';
import { settleFootnotes } from './footnotes.ts';
import { renderHtml } from './html.ts';
import { InlineParser } from './inlines.ts';
import { walk } from './library.ts';
import type { CommonMarkOptions } from './options.ts';
import { References } from './references.ts';

export {
  type CommonMarkOptions,
  EXTENSION_NAMES,
  type ExtensionName,
  OPTION_NAMES,
  type OptionName,
} from './options.ts';

/**
 * Converts Markdown to HTML.
 * @param most the maximum number of nodes
 * @throws CommonMarkError beyond `most`
 */
export function convert(text: string, options: CommonMarkOptions, most = MOST_NODES): string {
  const budget = new Budget(most);
  const references = new References(byteLength(text));
  const document = parseBlocks(text, options, references, budget);
  const inlines = new InlineParser(options, references, budget);
  for (const { node, entering } of walk(document)) if (entering && node._string_content !== null) inlines.parse(node);
  if (options.options.has('FOOTNOTES')) settleFootnotes(document);
  if (options.extensions.has('autolink')) linkMailAddresses(document);
  return renderHtml(document, options);
}
