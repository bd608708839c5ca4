// Tables, cmark-gfm's extension `table` (0.29.0.gfm.11): a delimiter row turns the paragraph before it, or its last
// line, into the header.

import { byteLength, isSpaceOrTab, trim } from './characters.ts';
import type { Alignment, BlockParser, BlockRule, Node } from './library.ts';
import { NodeClass, retype } from './library.ts';

/** Once this many cells have been added to short rows, the table takes no more rows. */
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

/** Turns a paragraph into a table, or adds a row to a table. */
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
  table.table = {
    alignments: delimiters.cells.map(({ text }) => alignmentOf(text)),
    rows: 1,
    cells: header.cells.length,
  };
  if (header.start > 0) {
    const before = new NodeClass('paragraph', [
      [0, 0],
      [0, 0],
    ]);
    before._string_content = trim(unescapePipes(text.slice(0, header.start)));
    before._open = false;
    table.insertBefore(before);
  }
  const [firstLine, column] = table.sourcepos[0];
  const row = addRow(parser, table, firstLine, header.cells);
  row.sourcepos[1] = [firstLine, column + byteLength(text) - 2];
  row._open = false;
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
  parser.tip = addRow(parser, node, parser.lineNumber, cells);
  parser.advanceOffset(parser.currentLine.length - parser.offset);
  return 1;
}

/** Adds a row, and pads it with empty cells. Its columns are relative to the start of the table. */
function addRow(parser: BlockParser, table: Node, line: number, cells: readonly Cell[]): Node {
  parser.budget.spend(1 + table.table!.alignments.length);
  const column = table.sourcepos[0][1];
  const row = new NodeClass('table_row', [
    [line, column],
    [line, 0],
  ]);
  table.appendChild(row);
  for (let i = 0; i < table.table!.alignments.length; i++) {
    const { text, start, end } = cells[i] ?? { text: '', start: -column, end: -column };
    const cell = new NodeClass('table_cell', [
      [line, column + start],
      [line, column + end],
    ]);
    cell._open = false;
    cell._string_content = text;
    row.appendChild(cell);
  }
  return row;
}

interface Cell {
  readonly text: string;
  /** Its first and last byte, including the spaces around it. */
  readonly start: number;
  readonly end: number;
}

/** The trimmed cells of a row, and where the row starts: after the last line break. Null if there are no cells. */
function splitRow(text: string): { cells: Cell[]; start: number } | null {
  let start = 0;
  // The number of bytes before an offset.
  let bytes = 0;
  let counted = 0;
  const bytesTo = (at: number): number => {
    bytes += byteLength(text.slice(counted, at));
    counted = at;
    return bytes;
  };
  for (;;) {
    const cells: Cell[] = [];
    let at = skipPipe(text, start);
    let from = at > start ? start + 1 : start;
    for (let isMore = true; at < text.length && isMore; ) {
      const end = cellEnd(text, at);
      const next = skipPipe(text, end);
      if (next > at) {
        cells.push({ text: trim(unescapePipes(text.slice(at, end))), start: bytesTo(from), end: bytesTo(end) - 1 });
      }
      isMore = next > end;
      from = end + 1;
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

/** Skips to the next unescaped `|`. */
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
