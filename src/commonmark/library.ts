// The parts of the package commonmark (commonmark.js 0.31) that we use and replace. It has no types, and its parser
// keeps all its rules in fields, so that they can be replaced individually.

import * as commonmark from 'commonmark';
import type { Budget } from './budget.ts';

/** The types of blocks and spans; the package's names, and those of cmark-gfm's extensions. */
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

/** A node of the tree; at the end, the fields that we add to the package's. */
export interface Node {
  readonly type: NodeType;
  _type: NodeType;
  readonly parent: Node | null;
  readonly firstChild: Node | null;
  readonly lastChild: Node | null;
  readonly next: Node | null;
  readonly prev: Node | null;
  /** A block's start and end, for SOURCEPOS. */
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
  // Added by us:
  /** Whether the block's last line was blank. */
  lastLineBlank?: boolean;
  /** Lists, while a line looks for new blocks: the result of endsLoose (settle.ts). */
  endsLoose?: boolean;
  /** Headings: whether it is marked by an underline. */
  isUnderlined?: boolean;
  /** Items: whether the task is done; undefined without a checkbox. */
  checked?: boolean;
  table?: Table;
  /** Paragraphs: a delimiter row has already failed to make a table of it. */
  noTable?: boolean;
}

export interface Table {
  readonly alignments: readonly Alignment[];
  rows: number;
  /** The number of cells in the source; the others are padding. */
  cells: number;
}

export type Alignment = 'left' | 'right' | 'center' | null;

/** 0: continues; 1: has ended; 2: continues, and the line is complete. */
export type Continuation = 0 | 1 | 2;
/** 0: no block; 1: a block that contains blocks; 2: a block that contains the rest of the line. */
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
  /** Added by us: the depth of the block that the line may start now, among those that it starts. */
  depth: number;
  budget: Budget;
}

interface Package {
  readonly Node: new (type: NodeType, sourcepos?: readonly [Position, Position]) => Node;
  readonly Parser: new () => BlockParser;
}

export const { Node: NodeClass, Parser } = commonmark as unknown as Package;

export function textNode(literal: string): Node {
  const node = new NodeClass('text');
  node.literal = literal;
  return node;
}

/** Changes a node's type in place. */
export function retype(node: Node, type: NodeType): void {
  node._type = type;
}

/** Visits the nodes on entry (`entering`) and on exit, in the order of the text. An entered node may be replaced. */
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
