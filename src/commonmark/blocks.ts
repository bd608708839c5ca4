// Parses blocks: the package's parser with those rules replaced in which cmark-gfm 0.29.0.gfm.11 differs (it follows an
// earlier version of the specification), and with the blocks of cmark's extensions. Each line is processed as the
// specification describes: it continues open blocks, starts new ones, and the rest is text.

import type { Budget } from './budget.ts';
import { footnoteDefinition, footnoteStart } from './footnotes.ts';
import { HTML_BLOCK_ENDS, htmlBlockType } from './html-tags.ts';
import type { BlockParser, BlockStart, Node } from './library.ts';
import { NodeClass, Parser, retype } from './library.ts';
import { continueItem, listStart } from './list.ts';
import type { CommonMarkOptions } from './options.ts';
import { Positions } from './positions.ts';
import type { References } from './references.ts';
import {
  endsLoose,
  isBlank,
  settleCode,
  settleHtml,
  settleList,
  settleParagraph,
  withoutDefinitions,
} from './settle.ts';
import { tableBlocks, tableStart } from './table.ts';
import { taskListStart } from './task-list.ts';

/** On one line, no list or footnote may start at a greater depth. */
const MOST_WITHIN = 100;

/**
 * Parses the blocks; the source of their spans is still in `_string_content`. Definitions are added to `references`.
 */
export function parseBlocks(text: string, options: CommonMarkOptions, references: References, budget: Budget): Node {
  const parser = createParser(options, references, budget);
  const positions = options.options.has('SOURCEPOS') ? new Positions(parser) : null;
  const lines = text.replaceAll('\0', '\ufffd').split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  lines.forEach((line, i) => {
    readLine(parser, line, i === 0 && line.startsWith('\ufeff') ? 1 : 0);
    positions?.endLine();
  });
  positions?.endText();
  for (let open: Node | null = parser.tip; open !== null; open = parser.tip) parser.finalize(open, lines.length);
  return parser.doc;
}

function createParser({ options, extensions }: CommonMarkOptions, references: References, budget: Budget): BlockParser {
  const parser = new Parser();
  const { blocks, addChild } = parser;
  parser.budget = budget;
  parser.addChild = (type, offset) => {
    budget.spend();
    return addChild.call(parser, type, offset);
  };
  parser.blocks = {
    ...blocks,
    document: { ...blocks.document!, finalize: () => {} },
    list: { ...blocks.list!, finalize: (_, block) => settleList(block) },
    item: { ...blocks.item!, continue: continueItem },
    code_block: { ...blocks.code_block!, finalize: (_, block) => settleCode(block) },
    html_block: { ...blocks.html_block!, finalize: (_, block) => settleHtml(block) },
    paragraph: { ...blocks.paragraph!, finalize: (_, block) => settleParagraph(block, references) },
    // Continues at blank lines, so that they don't make a list loose.
    thematic_break: { ...blocks.thematic_break!, continue: () => 0 },
    footnote_definition: footnoteDefinition,
    ...tableBlocks,
  };
  const [quote, heading, fence, , , thematicBreak, , indentedCode] = parser.blockStarts;
  parser.blockStarts = [
    quote!,
    heading!,
    fenceStart(fence!),
    htmlBlockStart,
    (p, container) => setextStart(p, container, references),
    thematicBreak!,
    ...(options.has('FOOTNOTES') ? [unlessTooDeep(footnoteStart)] : []),
    unlessTooDeep(listStart),
    indentedCode!,
    ...(extensions.has('table') ? [tableStart] : []),
    ...(extensions.has('tasklist') ? [taskListStart] : []),
  ];
  parser.doc = new NodeClass('document', [
    [1, 1],
    [0, 0],
  ]);
  parser.tip = parser.doc;
  return parser;
}

function readLine(parser: BlockParser, line: string, from: number): void {
  parser.oldtip = parser.tip;
  parser.currentLine = line;
  parser.offset = from;
  parser.column = 0;
  parser.partiallyConsumedTab = false;
  parser.lineNumber++;
  const matched = openBlock(parser);
  if (matched === null) return;
  parser.allClosed = matched === parser.oldtip;
  parser.lastMatchedContainer = matched;
  const container = startBlocks(parser, matched);
  noteBlank(parser, container);
  addText(parser, container);
  parser.lastLineLength = line.length;
}

/** The innermost open block that the line continues; null if the line is thereby complete. */
function openBlock(parser: BlockParser): Node | null {
  let block = parser.doc;
  for (let child = block.lastChild; child?._open; child = block.lastChild) {
    parser.findNextNonspace();
    const result = parser.blocks[child.type]!.continue(parser, child);
    if (result === 2) return null;
    if (result === 1) break;
    block = child;
  }
  return block;
}

/** The innermost block that the line starts or, if it starts none, continues. */
function startBlocks(parser: BlockParser, matched: Node): Node {
  let container = matched;
  if (container.type === 'code_block' || container.type === 'html_block') return container;
  if (matched.type === 'list') matched.endsLoose = endsLoose(matched);
  for (parser.depth = 1; ; parser.depth++) {
    parser.findNextNonspace();
    let result = 0;
    for (let i = 0; i < parser.blockStarts.length && result === 0; i++) {
      result = parser.blockStarts[i]!(parser, container);
    }
    matched.endsLoose = false;
    if (result === 0) return container;
    container = parser.tip;
    if (result === 2) return container;
  }
}

/** Records whether the line was blank: blank lines between its items make a list loose. */
function noteBlank(parser: BlockParser, container: Node): void {
  parser.findNextNonspace();
  if (parser.blank && container.lastChild) container.lastChild.lastLineBlank = true;
  container.lastLineBlank = parser.blank && countsBlanks(container, parser.lineNumber);
  for (let outer = container.parent; outer; outer = outer.parent) outer.lastLineBlank = false;
}

function countsBlanks(block: Node, line: number): boolean {
  switch (block.type) {
    case 'block_quote':
    case 'heading':
    case 'thematic_break':
      return false;
    case 'code_block':
      return !block._isFenced;
    case 'item':
      return block.firstChild !== null || block.sourcepos[0]![0] !== line;
    default:
      return true;
  }
}

function addText(parser: BlockParser, container: Node): void {
  if (!parser.allClosed && !parser.blank && parser.tip.type === 'paragraph') {
    parser.addLine();
    return;
  }
  parser.closeUnmatchedBlocks();
  if (container.type === 'code_block') parser.addLine();
  else if (container.type === 'html_block') {
    parser.addLine();
    const end = HTML_BLOCK_ENDS[container._htmlBlockType!];
    if (end?.test(parser.currentLine.slice(parser.nextNonspace))) parser.finalize(container, parser.lineNumber);
  } else if (!parser.blank) {
    if (container.type !== 'paragraph') parser.addChild('paragraph', parser.nextNonspace);
    parser.advanceNextNonspace();
    parser.addLine();
  }
}

const unlessTooDeep =
  (start: BlockStart): BlockStart =>
  (parser, container) =>
    parser.depth >= MOST_WITHIN ? 0 : start(parser, container);

/** A fence's indentation is counted in characters, not columns. */
const fenceStart =
  (start: BlockStart): BlockStart =>
  (parser, container) => {
    const indentation = parser.nextNonspace - parser.offset;
    const result = start(parser, container);
    if (result !== 0) parser.tip._fenceOffset = indentation;
    return result;
  };

const htmlBlockStart: BlockStart = (parser, container) => {
  if (parser.indented || parser.currentLine[parser.nextNonspace] !== '<') return 0;
  const type = htmlBlockType(parser.currentLine.slice(parser.nextNonspace));
  if (type === 0 || (type === 7 && container.type === 'paragraph')) return 0;
  parser.closeUnmatchedBlocks();
  parser.addChild('html_block', parser.offset)._htmlBlockType = type;
  return 2;
};

const SETEXT = /^(?:=+|-+)[ \t]*$/;

/** If the lines above are only definitions, this line is their paragraph's text, whatever else it could be. */
function setextStart(parser: BlockParser, container: Node, references: References): 0 | 2 {
  if (parser.indented || container.type !== 'paragraph') return 0;
  const line = parser.currentLine.slice(parser.nextNonspace);
  if (!SETEXT.test(line)) return 0;
  container._string_content = withoutDefinitions(container._string_content!, references);
  if (isBlank(container._string_content)) return 2;
  retype(container, 'heading');
  container.isUnderlined = true;
  container.level = line.startsWith('=') ? 1 : 2;
  parser.advanceOffset(parser.currentLine.length - parser.offset);
  return 2;
}
