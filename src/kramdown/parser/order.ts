// The constructs of kramdown and GFM, in the order in which they are tried. The names are kramdown's.

import { gfmRawText } from '../gfm.ts';
import type { Input, KramdownOptions } from '../options.ts';
import { plainText } from '../visit.ts';
import { ABBREVIATION_DEFINITION } from './abbreviation-definition.ts';
import { AUTOLINK } from './autolink.ts';
import { BLANK_LINE } from './blank-line.ts';
import { BLOCKQUOTE } from './blockquote.ts';
import { CODEBLOCK, FENCED_CODEBLOCK, FENCED_CODEBLOCK_GFM } from './codeblock.ts';
import { CODESPAN } from './codespan.ts';
import { DEFINITION_LIST } from './definition-list.ts';
import { EMPHASIS } from './emphasis.ts';
import { EOB_MARKER } from './eob.ts';
import { ESCAPED_CHARS, ESCAPED_CHARS_GFM } from './escaped-chars.ts';
import { BLOCK_EXTENSIONS, SPAN_EXTENSIONS } from './extensions.ts';
import { FOOTNOTE_DEFINITION, FOOTNOTE_MARKER } from './footnote.ts';
import { ATX_HEADER, ATX_HEADER_GFM, ATX_HEADER_GFM_QUIRK, SETEXT_HEADER } from './header.ts';
import { HORIZONTAL_RULE } from './horizontal-rule.ts';
import { BLOCK_HTML } from './html-block.ts';
import { HTML_ENTITY } from './html-entity.ts';
import { SPAN_HTML } from './html-span.ts';
import { LINE_BREAK } from './line-break.ts';
import { LINK } from './link.ts';
import { LINK_DEFINITION } from './link-definition.ts';
import { LIST, LIST_GFM } from './list.ts';
import { BLOCK_MATH, INLINE_MATH } from './math.ts';
import { PARAGRAPH } from './paragraph.ts';
import type { Dialect, Parser } from './parser.ts';
import { SMART_QUOTES } from './smart-quotes.ts';
import { CONTENT } from './smartypants-content.ts';
import { STRIKETHROUGH } from './strikethrough.ts';
import { TABLE } from './table.ts';
import type { BlockConstruct, SpanConstruct } from './tables.ts';
import { blockTable, spanTable } from './tables.ts';
import { TYPOGRAPHIC_SYMBOL } from './typographic-symbol.ts';

type Block = BlockConstruct<Parser>;
type Span = SpanConstruct<Parser>;

// kramdown and GFM differ in three blocks.
const blocks = (fenced: Block, header: Block, list: Block): readonly Block[] => [
  BLANK_LINE,
  CODEBLOCK,
  fenced,
  BLOCKQUOTE,
  header,
  HORIZONTAL_RULE,
  list,
  DEFINITION_LIST,
  BLOCK_HTML,
  SETEXT_HEADER,
  BLOCK_MATH,
  TABLE,
  FOOTNOTE_DEFINITION,
  LINK_DEFINITION,
  ABBREVIATION_DEFINITION,
  BLOCK_EXTENSIONS,
  EOB_MARKER,
  PARAGRAPH,
];

// The spans of kramdown and GFM, as far as they are always the same.
const SPANS: readonly Span[] = [
  EMPHASIS,
  CODESPAN,
  AUTOLINK,
  SPAN_HTML,
  FOOTNOTE_MARKER,
  LINK,
  SMART_QUOTES,
  INLINE_MATH,
  SPAN_EXTENSIONS,
  HTML_ENTITY,
];

const KRAMDOWN: Dialect = {
  blocks: blockTable(blocks(FENCED_CODEBLOCK, ATX_HEADER, LIST)),
  spans: spanTable([...SPANS, TYPOGRAPHIC_SYMBOL, LINE_BREAK, ESCAPED_CHARS]),
  isExtended: true,
  paragraphEnds: blockTable([DEFINITION_LIST]),
  rawText: plainText,
};

/** Jekyll's parser for `smartify`: block HTML, and typography within lines. */
const SMARTYPANTS: Dialect = {
  ...KRAMDOWN,
  blocks: blockTable([BLOCK_HTML, CONTENT]),
  spans: spanTable([SMART_QUOTES, HTML_ENTITY, TYPOGRAPHIC_SYMBOL, SPAN_HTML]),
};

/** HTML documents: nothing else is parsed. */
const HTML_ALONE: Dialect = { ...KRAMDOWN, blocks: blockTable<Parser>([]), spans: spanTable<Parser>([]) };

/** Without what kramdown adds to Markdown. */
const MARKDOWN: Dialect = {
  blocks: blockTable([
    BLANK_LINE,
    CODEBLOCK,
    BLOCKQUOTE,
    ATX_HEADER,
    HORIZONTAL_RULE,
    LIST,
    BLOCK_HTML,
    SETEXT_HEADER,
    LINK_DEFINITION,
    EOB_MARKER,
    PARAGRAPH,
  ]),
  spans: spanTable([EMPHASIS, CODESPAN, AUTOLINK, SPAN_HTML, LINK, HTML_ENTITY, LINE_BREAK, ESCAPED_CHARS]),
  isExtended: false,
  paragraphEnds: blockTable<Parser>([]),
  rawText: plainText,
};

const gfmSpans = (hardWrap: boolean, symbols: boolean) =>
  spanTable([
    ...SPANS,
    ...(symbols ? [TYPOGRAPHIC_SYMBOL] : []),
    // With hard_wrap, all line ends are breaks; a pass over the finished tree adds them.
    ...(hardWrap ? [] : [LINE_BREAK]),
    ESCAPED_CHARS_GFM,
    STRIKETHROUGH,
  ]);

const GFM_SPANS = {
  wrapped: { symbols: gfmSpans(true, true), plain: gfmSpans(true, false) },
  unwrapped: { symbols: gfmSpans(false, true), plain: gfmSpans(false, false) },
};

const GFM: Dialect = {
  blocks: blockTable(blocks(FENCED_CODEBLOCK_GFM, ATX_HEADER_GFM, LIST_GFM)),
  spans: GFM_SPANS.wrapped.symbols,
  isExtended: true,
  paragraphEnds: blockTable([DEFINITION_LIST]),
  rawText: gfmRawText,
};

/** With the quirk paragraph_end, more blocks may follow a paragraph without a blank line. */
const GFM_QUIRK: Dialect = {
  ...GFM,
  blocks: blockTable(blocks(FENCED_CODEBLOCK_GFM, ATX_HEADER_GFM_QUIRK, LIST_GFM)),
  paragraphEnds: blockTable([FENCED_CODEBLOCK_GFM, BLOCKQUOTE, ATX_HEADER_GFM_QUIRK, LIST_GFM, DEFINITION_LIST]),
};

/** The constructs for a kind of input. */
export function dialect(input: Input, { gfmQuirks, hardWrap }: KramdownOptions): Dialect {
  if (input === 'Markdown') return MARKDOWN;
  if (input === 'kramdown') return KRAMDOWN;
  if (input === 'SmartyPants') return SMARTYPANTS;
  if (input === 'Html') return HTML_ALONE;
  const spans = GFM_SPANS[hardWrap ? 'wrapped' : 'unwrapped'];
  return {
    ...(gfmQuirks.includes('paragraph_end') ? GFM_QUIRK : GFM),
    spans: spans[gfmQuirks.includes('no_auto_typographic') ? 'plain' : 'symbols'],
  };
}
