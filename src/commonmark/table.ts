// Tables, cmark-gfm's extension `table` (0.29.0.gfm.11): a delimiter row makes the paragraph before it, or its last line,
// the header.

import { isSpaceOrTab, trim } from './characters.ts';
import type { Alignment, BlockParser, BlockRule, Node } from './library.ts';
import { NodeClass, retype } from './library.ts';

/** A table whose rows are shorter than its header gets that many cells made up, and no more rows. */
const MOST_CELLS_MADE_UP = 0x80000;

const BLANKS = '[ \\t\\v\\f]*';
const MARKER = `${BLANKS}:?-+:?${BLANKS}`;
const DELIMITER_ROW = new RegExp(`^\\|?${MARKER}(?:\\|${MARKER})*\\|?${BLANKS}$`);

const never = () => false;
const nothing = () => {};

export const tableBlocks: Readonly<Record<'table' | 'table_row' | 'table_cell', BlockRule>> = {
  table: {
    continue: ({ blank }) => (blank ? 1 : 0),
    finalize: nothing,
    canContain: (type) => type === 'table_row',
    acceptsLines: false,
  },
  table_row: { continue: () => 1, finalize: nothing, canContain: (type) => type === 'table_cell', acceptsLines: false },
  table_cell: { continue: () => 1, finalize: nothing, canContain: never, acceptsLines: false },
};

/** Makes a table of a paragraph, or adds a row to one. */
export function tableStart(parser: BlockParser, container: Node): 0 | 1 {
  if (parser.indented) return 0;
  if (container.type === 'paragraph') return headerStart(parser, container);
  return container.type === 'table' ? rowStart(parser, container) : 0;
}

function headerStart(parser: BlockParser, paragraph: Node): 0 | 1 {
  const line = parser.currentLine.slice(parser.nextNonspace);
  if (paragraph.noTable || !DELIMITER_ROW.test(line)) return 0;
  const delimiters = splitRow(line);
  const text = paragraph._string_content!;
  const header = splitRow(text);
  if (delimiters === null || header === null || header.cells.length !== delimiters.cells.length) {
    paragraph.noTable = true;
    return 0;
  }
  const table = paragraph;
  retype(table, 'table');
  table._string_content = null;
  table.table = { alignments: delimiters.cells.map(alignmentOf), rows: 1, cells: header.cells.length };
  if (header.start > 0) {
    const before = new NodeClass('paragraph', paragraph.sourcepos);
    before._string_content = trim(unescapePipes(text.slice(0, header.start)));
    before._open = false;
    table.insertBefore(before);
  }
  addRow(table, header.cells)._open = false;
  parser.tip = table;
  parser.advanceOffset(parser.currentLine.length - parser.offset);
  return 1;
}

function alignmentOf(delimiters: string): Alignment {
  const left = delimiters.startsWith(':');
  const right = delimiters.endsWith(':');
  if (left && right) return 'center';
  if (left) return 'left';
  return right ? 'right' : null;
}

function rowStart(parser: BlockParser, node: Node): 0 | 1 {
  const table = node.table!;
  if (parser.blank || table.alignments.length * table.rows - table.cells > MOST_CELLS_MADE_UP) return 0;
  const row = splitRow(parser.currentLine.slice(parser.nextNonspace));
  if (row === null) return 0;
  parser.closeUnmatchedBlocks();
  const cells = row.cells.slice(0, table.alignments.length);
  table.rows++;
  table.cells += cells.length;
  while (cells.length < table.alignments.length) cells.push('');
  parser.tip = addRow(node, cells);
  parser.advanceOffset(parser.currentLine.length - parser.offset);
  return 1;
}

function addRow(table: Node, cells: readonly string[]): Node {
  const row = new NodeClass('table_row', table.sourcepos);
  table.appendChild(row);
  for (const text of cells) {
    const cell = new NodeClass('table_cell', table.sourcepos);
    cell._open = false;
    cell._string_content = text;
    row.appendChild(cell);
  }
  return row;
}

/** The cells of a row, trimmed, and where it begins: of several lines the last one counts. Null where there is no cell. */
function splitRow(text: string): { cells: string[]; start: number } | null {
  let start = 0;
  for (;;) {
    const cells: string[] = [];
    let at = skipPipe(text, start);
    for (let isMore = true; at < text.length && isMore; ) {
      const end = cellEnd(text, at);
      const next = skipPipe(text, end);
      if (next > at) cells.push(trim(unescapePipes(text.slice(at, end))));
      isMore = next > end;
      at = next;
    }
    if (text[at] === '\n') at++;
    if (at < text.length && text[at - 1] === '\n') {
      start = at;
      continue;
    }
    return at === text.length && cells.length > 0 ? { cells, start } : null;
  }
}

/** Behind what is no pipe; one behind a backslash is none. */
function cellEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length && text[i] !== '\n' && (text[i] !== '|' || (i > at && text[i - 1] === '\\'))) i++;
  return i;
}

function skipPipe(text: string, at: number): number {
  if (text[at] !== '|') return at;
  let i = at + 1;
  while (isSpaceOrTab(text.charCodeAt(i)) || text[i] === '\v' || text[i] === '\f') i++;
  return i;
}

const unescapePipes = (text: string): string => text.replaceAll('\\|', '|');
