// The constructs of kramdown and GFM, in the order in which they are tried. The names are kramdown's.

import { gfmRawText } from '../gfm.ts';
import type { Input, KramdownOptions } from '../options.ts';
import { plainText } from '../visit.ts';
import { parseAbbreviationDefinition } from './abbreviation-definition.ts';
import { parseAutolink } from './autolink.ts';
import { parseBlankLine } from './blank-line.ts';
import { parseBlockquote } from './blockquote.ts';
import { isLazyEnd } from './boundary.ts';
import { isFence, parseCodeblock, parseFencedCodeblock, parseFencedCodeblockGfm } from './codeblock.ts';
import { parseCodespan } from './codespan.ts';
import { isDefinitionStart, parseDefinitionList } from './definition-list.ts';
import { parseEmphasis } from './emphasis.ts';
import { parseEobMarker } from './eob.ts';
import { parseEscapedChars, parseEscapedCharsGfm } from './escaped-chars.ts';
import { parseBlockExtensions, parseSpanExtensions } from './extensions.ts';
import { parseFootnoteDefinition, parseFootnoteMarker } from './footnote.ts';
import {
  isAtxHeaderGfm,
  parseAtxHeader,
  parseAtxHeaderGfm,
  parseAtxHeaderGfmQuirk,
  parseSetextHeader,
} from './header.ts';
import { parseHorizontalRule } from './horizontal-rule.ts';
import { parseBlockHtml } from './html-block.ts';
import { parseHtmlEntity } from './html-entity.ts';
import { parseSpanHtml } from './html-span.ts';
import { parseLineBreak } from './line-break.ts';
import { skipIndent } from './lines.ts';
import { parseLink } from './link.ts';
import { parseLinkDefinition } from './link-definition.ts';
import { listTypeAt, parseList, parseListGfm } from './list.ts';
import { parseBlockMath, parseInlineMath } from './math.ts';
import { parseParagraph } from './paragraph.ts';
import type { Dialect, Parser } from './parser.ts';
import { parseSmartQuotes } from './smart-quotes.ts';
import { parseStrikethrough } from './strikethrough.ts';
import { parseTable } from './table.ts';
import type { BlockConstruct, SpanConstruct } from './tables.ts';
import { blockTable, spanTable } from './tables.ts';
import { parseTypographicSymbol } from './typographic-symbol.ts';

const BLANK: BlockConstruct<Parser> = { name: 'blank_line', starts: ' \t\n\v\f\r', parse: parseBlankLine };
const CODE: BlockConstruct<Parser> = { name: 'codeblock', starts: ' \t', parse: parseCodeblock };
const QUOTE: BlockConstruct<Parser> = { name: 'blockquote', starts: '>', parse: parseBlockquote };
const HTML: BlockConstruct<Parser> = { name: 'block_html', starts: '<', parse: parseBlockHtml };

/** From the horizontal rule on, all dialects are the same, except for lists. */
const rest = (list: BlockConstruct<Parser>): BlockConstruct<Parser>[] => [
  { name: 'horizontal_rule', starts: '*-_', parse: parseHorizontalRule },
  list,
  { name: 'definition_list', starts: ':', parse: parseDefinitionList },
  HTML,
  { name: 'setext_header', starts: null, parse: parseSetextHeader },
  { name: 'block_math', starts: '$\\', parse: parseBlockMath },
  { name: 'table', starts: null, parse: parseTable },
  { name: 'footnote_definition', starts: '[', parse: parseFootnoteDefinition },
  { name: 'link_definition', starts: '[', parse: parseLinkDefinition },
  { name: 'abbrev_definition', starts: '*', parse: parseAbbreviationDefinition },
  { name: 'block_extensions', starts: '{', parse: parseBlockExtensions },
  { name: 'eob_marker', starts: '^', parse: parseEobMarker },
  { name: 'paragraph', starts: null, parse: parseParagraph },
];

const LIST_STARTS = '*+-0123456789';

export const BLOCKS_KRAMDOWN: readonly BlockConstruct<Parser>[] = [
  BLANK,
  CODE,
  { name: 'codeblock_fenced', starts: '~', parse: parseFencedCodeblock },
  QUOTE,
  { name: 'atx_header', starts: '#', parse: parseAtxHeader },
  ...rest({ name: 'list', starts: LIST_STARTS, parse: parseList }),
];

/** With the quirk, headers and lists may follow a paragraph without a blank line. */
const blocksGfm = (quirk: boolean): readonly BlockConstruct<Parser>[] => [
  BLANK,
  CODE,
  { name: 'codeblock_fenced', starts: '~`', parse: parseFencedCodeblockGfm },
  QUOTE,
  { name: 'atx_header', starts: '#', parse: quirk ? parseAtxHeaderGfmQuirk : parseAtxHeaderGfm },
  ...rest({ name: 'list', starts: LIST_STARTS, parse: parseListGfm }),
];

export const BLOCKS_GFM: readonly BlockConstruct<Parser>[] = blocksGfm(false);
export const BLOCKS_GFM_QUIRK: readonly BlockConstruct<Parser>[] = blocksGfm(true);

const SMART_QUOTES: SpanConstruct<Parser> = { name: 'smart_quotes', starts: '"\'', parse: parseSmartQuotes };
const ENTITY: SpanConstruct<Parser> = { name: 'html_entity', starts: '&', parse: parseHtmlEntity };
const SYMBOL: SpanConstruct<Parser> = { name: 'typographic_syms', starts: ' -.<>\\', parse: parseTypographicSymbol };
const SPAN_HTML: SpanConstruct<Parser> = { name: 'span_html', starts: '<', parse: parseSpanHtml };

export const SPANS_KRAMDOWN: readonly SpanConstruct<Parser>[] = [
  { name: 'emphasis', starts: '*_', parse: parseEmphasis },
  { name: 'codespan', starts: '`', parse: parseCodespan },
  { name: 'autolink', starts: '<', parse: parseAutolink },
  SPAN_HTML,
  { name: 'footnote_marker', starts: '[', parse: parseFootnoteMarker },
  { name: 'link', starts: '[!', parse: parseLink },
  SMART_QUOTES,
  { name: 'inline_math', starts: '$', parse: parseInlineMath },
  { name: 'span_extensions', starts: '{', parse: parseSpanExtensions },
  ENTITY,
  SYMBOL,
  { name: 'line_break', starts: ' \\', parse: parseLineBreak },
  { name: 'escaped_chars', starts: '\\', parse: parseEscapedChars },
];

const spansGfm = (hardWrap: boolean, symbols: boolean): SpanConstruct<Parser>[] => [
  ...SPANS_KRAMDOWN.filter(
    ({ name }) => !(hardWrap && name === 'line_break') && (symbols || name !== 'typographic_syms'),
  ).map((construct) =>
    construct.name === 'escaped_chars' ? { ...construct, parse: parseEscapedCharsGfm } : construct,
  ),
  { name: 'strikethrough_gfm', starts: '~', parse: parseStrikethrough },
];

/** Jekyll's parser for `smartify`: block HTML, and typography within lines. */
export const BLOCKS_SMARTYPANTS: readonly BlockConstruct<Parser>[] = [
  HTML,
  { name: 'content', starts: null, parse: parseContent },
];
export const SPANS_SMARTYPANTS: readonly SpanConstruct<Parser>[] = [SMART_QUOTES, ENTITY, SYMBOL, SPAN_HTML];

function parseContent(parser: Parser): boolean {
  const { src } = parser;
  const end = src.lineEnd(src.pos);
  parser.addText(src.text.slice(src.pos, end));
  src.pos = end;
  return true;
}

function endsParagraph(parser: Parser, at: number): boolean {
  return isLazyEnd(parser, at) || isDefinitionStart(parser.src.text, at);
}

const LETTERS_AND_PUNCTUATION = /[A-Za-z(),.;!?"'[\]|\\$&%@/=]/;
// A fast check: most lines start with a letter, which never ends a paragraph.
const PLAIN: readonly boolean[] = Array.from({ length: 128 }, (_, c) =>
  LETTERS_AND_PUNCTUATION.test(String.fromCharCode(c)),
);

function endsParagraphGfm(parser: Parser, at: number): boolean {
  const { text } = parser.src;
  const start = skipIndent(text, at);
  const c = text.charCodeAt(start);
  if (PLAIN[c]) return false;
  if (isLazyEnd(parser, at)) return true;
  switch (c) {
    case 35:
      return start === at && isAtxHeaderGfm(text, at);
    case 58:
      return isDefinitionStart(text, at);
    case 62:
      return true;
    case 96:
    case 126:
      return isFence(text, start);
  }
  return listTypeAt(text, at) !== null;
}

const KRAMDOWN: Dialect = {
  blocks: blockTable(BLOCKS_KRAMDOWN),
  spans: spanTable(SPANS_KRAMDOWN),
  isExtended: true,
  endsParagraph,
  rawText: plainText,
};
const SMARTYPANTS: Dialect = {
  blocks: blockTable(BLOCKS_SMARTYPANTS),
  spans: spanTable(SPANS_SMARTYPANTS),
  isExtended: true,
  endsParagraph,
  rawText: plainText,
};

/** HTML documents: nothing else is parsed. */
const HTML_ALONE: Dialect = { ...KRAMDOWN, blocks: blockTable([]), spans: spanTable([]) };

/** Constructs that kramdown adds to Markdown. */
const EXTENDED: ReadonlySet<string> = new Set(
  (
    'codeblock_fenced table definition_list footnote_definition abbrev_definition block_math block_extensions ' +
    'footnote_marker smart_quotes inline_math span_extensions typographic_syms'
  ).split(' '),
);
const isMarkdown = ({ name }: { name: string }) => !EXTENDED.has(name);
const MARKDOWN: Dialect = {
  blocks: blockTable(BLOCKS_KRAMDOWN.filter(isMarkdown)),
  spans: spanTable(SPANS_KRAMDOWN.filter(isMarkdown)),
  isExtended: false,
  endsParagraph: isLazyEnd,
  rawText: plainText,
};

const GFM_BLOCKS = blockTable(BLOCKS_GFM);
const GFM_QUIRK_BLOCKS = blockTable(BLOCKS_GFM_QUIRK);

/** By hard_wrap and the quirk no_auto_typographic. */
const GFM_SPANS = [false, true].map((hardWrap) => [false, true].map((plain) => spanTable(spansGfm(hardWrap, !plain))));

/** The constructs for a kind of input. */
export function dialect(input: Input, options: KramdownOptions): Dialect {
  if (input === 'Markdown') return MARKDOWN;
  if (input === 'kramdown') return KRAMDOWN;
  if (input === 'SmartyPants') return SMARTYPANTS;
  if (input === 'Html') return HTML_ALONE;
  const quirk = options.gfmQuirks.includes('paragraph_end');
  const plain = options.gfmQuirks.includes('no_auto_typographic');
  return {
    blocks: quirk ? GFM_QUIRK_BLOCKS : GFM_BLOCKS,
    spans: GFM_SPANS[options.hardWrap ? 1 : 0]![plain ? 1 : 0]!,
    isExtended: true,
    endsParagraph: quirk ? endsParagraphGfm : endsParagraph,
    rawText: gfmRawText,
  };
}
