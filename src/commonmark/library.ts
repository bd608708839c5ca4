// The parts of the package commonmark (commonmark.js 0.31) that we use and replace. It has no types of its own, and all
// its parser's parts are fields of the parser, made to be replaced one by one.

import * as commonmark from 'commonmark';
import type { Budget } from './budget.ts';

/** What a block or a span is; the package's names, and those of cmark-gfm's extensions. */
export type NodeType =
  | 'document'
  | 'block_quote'
  | 'list'
  | 'item'
  | 'paragraph'
  | 'heading'
  | 'code_block'
  | 'html_block'
  | 'thematic_break'
  | 'table'
  | 'table_row'
  | 'table_cell'
  | 'footnote_definition'
  | 'text'
  | 'softbreak'
  | 'linebreak'
  | 'code'
  | 'html_inline'
  | 'emph'
  | 'strong'
  | 'strikethrough'
  | 'link'
  | 'image'
  | 'footnote_reference';

/** Line and column, from 1. */
export type Position = [line: number, column: number];

export interface ListData {
  readonly type: 'bullet' | 'ordered';
  tight: boolean;
  readonly bulletChar: string | null;
  readonly delimiter: string | null;
  readonly start: number | null;
  readonly padding: number;
  readonly markerOffset: number;
}

/** A node of the tree: the package's, and below the line what we note on it. */
export interface Node {
  readonly type: NodeType;
  _type: NodeType;
  readonly parent: Node | null;
  readonly firstChild: Node | null;
  readonly lastChild: Node | null;
  readonly next: Node | null;
  readonly prev: Node | null;
  /** Where it begins and ends, of a block, under SOURCEPOS. */
  readonly sourcepos: [start: Position, end: Position];
  _open: boolean;
  _string_content: string | null;
  _listData: ListData;
  _htmlBlockType?: number;
  _isFenced: boolean;
  _fenceOffset: number;
  literal: string | null;
  info: string | null;
  level: number;
  destination: string;
  title: string;
  appendChild(child: Node): void;
  insertAfter(sibling: Node): void;
  insertBefore(sibling: Node): void;
  unlink(): void;
  // ours
  /** The last line that it got was blank. */
  lastLineBlank?: boolean;
  /** Of a list, while a line looks for a block to begin: what settle.ts says of its end. */
  endsLoose?: boolean;
  /** Of a heading: whether a line under it makes it one. */
  isUnderlined?: boolean;
  /** Of an item: whether its box is ticked; undefined where it has none. */
  checked?: boolean;
  table?: Table;
  /** Of a paragraph: its lines are no table, as an earlier delimiter row showed. */
  noTable?: boolean;
}

export interface Table {
  readonly alignments: readonly Alignment[];
  rows: number;
  /** Cells that the text has; the others are made up. */
  cells: number;
}

export type Alignment = 'left' | 'right' | 'center' | null;

/** 0: goes on; 1: has ended; 2: goes on, and the line is done with. */
export type Continuation = 0 | 1 | 2;
/** 0: no such block; 1: one that holds blocks; 2: one that holds the rest of the line. */
export type Start = 0 | 1 | 2;

export interface BlockRule {
  continue(parser: BlockParser, block: Node): Continuation;
  finalize(parser: BlockParser, block: Node): void;
  canContain(type: NodeType): boolean;
  acceptsLines: boolean;
}

export type BlockStart = (parser: BlockParser, container: Node) => Start;

export interface BlockParser {
  doc: Node;
  tip: Node;
  oldtip: Node;
  currentLine: string;
  lineNumber: number;
  offset: number;
  column: number;
  nextNonspace: number;
  readonly nextNonspaceColumn: number;
  readonly indent: number;
  readonly indented: boolean;
  readonly blank: boolean;
  partiallyConsumedTab: boolean;
  allClosed: boolean;
  lastMatchedContainer: Node;
  lastLineLength: number;
  blocks: Readonly<Record<string, BlockRule>>;
  blockStarts: readonly BlockStart[];
  findNextNonspace(): void;
  advanceOffset(count: number, columns?: boolean): void;
  advanceNextNonspace(): void;
  addLine(): void;
  addChild(type: NodeType, offset: number): Node;
  closeUnmatchedBlocks(): void;
  finalize(block: Node, lineNumber: number): void;
  /** Ours: how many blocks the line has begun, with the one that it may begin now. */
  depth: number;
  /** Ours. */
  budget: Budget;
}

interface Package {
  readonly Node: new (type: NodeType, sourcepos?: readonly [Position, Position]) => Node;
  readonly Parser: new () => BlockParser;
}

export const { Node: NodeClass, Parser } = commonmark as unknown as Package;

/** A node of text. */
export function textNode(literal: string): Node {
  const node = new NodeClass('text');
  node.literal = literal;
  return node;
}

/** Turns a node, its children kept, into one of another type. */
export function retype(node: Node, type: NodeType): void {
  node._type = type;
}

/** The nodes of a tree as they begin (`entering`) and end, in the order of the text. The one entered may be replaced. */
export function* walk(root: Node): Generator<{ node: Node; entering: boolean }> {
  let node: Node = root;
  for (;;) {
    yield { node, entering: true };
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    for (;;) {
      yield { node, entering: false };
      if (node === root) return;
      if (node.next) {
        node = node.next;
        break;
      }
      node = node.parent!;
    }
  }
}
