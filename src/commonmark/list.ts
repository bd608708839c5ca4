// Lists: their markers, and the indentation of an item's lines (CommonMark 0.29, as in cmark-gfm 0.29.0.gfm.11).

import { isSpace, isSpaceOrTab } from './characters.ts';
import type { BlockParser, ListData, Node } from './library.ts';

const MARKER = /(?:([-+*])|([0-9]{1,9})([.)]))/y;

/** Starts an item, and a new list if the item doesn't belong to the current one. */
export function listStart(parser: BlockParser, container: Node): 0 | 1 {
  if (parser.indent >= 4) return 0;
  const { currentLine: line, nextNonspace } = parser;
  MARKER.lastIndex = nextNonspace;
  const match = MARKER.exec(line);
  if (match === null) return 0;
  const after = nextNonspace + match[0].length;
  if (after < line.length && !isSpace(line.charCodeAt(after))) return 0;
  const start = match[2] === undefined ? null : Number.parseInt(match[2], 10);
  // Only a list that starts at 1, and with text, can interrupt a paragraph.
  if (container.type === 'paragraph' && ((start ?? 1) !== 1 || skipSpace(line, after) === line.length)) return 0;

  const markerOffset = parser.indent;
  parser.advanceNextNonspace();
  parser.advanceOffset(match[0].length);
  const padding = match[0].length + skipPadding(parser);
  const data: ListData = {
    type: start === null ? 'bullet' : 'ordered',
    tight: true,
    bulletChar: match[1] ?? null,
    start,
    delimiter: match[3] ?? null,
    padding,
    markerOffset,
  };
  parser.closeUnmatchedBlocks();
  if (container.type !== 'list' || !goesOn(container._listData, data)) {
    parser.addChild('list', nextNonspace)._listData = data;
  }
  parser.addChild('item', nextNonspace)._listData = { ...data };
  return 1;
}

/**
 * Skips the spaces after a marker: up to four columns, but only one if the item is empty or starts with indented code.
 */
function skipPadding(parser: BlockParser): number {
  const { offset, column, partiallyConsumedTab, currentLine } = parser;
  while (parser.column - column <= 5 && isSpaceOrTab(currentLine.charCodeAt(parser.offset)))
    parser.advanceOffset(1, true);
  const columns = parser.column - column;
  if (columns >= 1 && columns < 5 && parser.offset < currentLine.length) return columns;
  parser.offset = offset;
  parser.column = column;
  parser.partiallyConsumedTab = partiallyConsumedTab;
  if (columns > 0) parser.advanceOffset(1, true);
  return 1;
}

const goesOn = (list: ListData, item: ListData): boolean =>
  list.type === item.type && list.delimiter === item.delimiter && list.bulletChar === item.bulletChar;

function skipSpace(line: string, at: number): number {
  let i = at;
  while (isSpaceOrTab(line.charCodeAt(i))) i++;
  return i;
}

/** A blank line with enough indentation continues even an empty item, and keeps its remaining spaces. */
export function continueItem(parser: BlockParser, item: Node): 0 | 1 {
  const width = item._listData.markerOffset + item._listData.padding;
  if (parser.indent >= width) parser.advanceOffset(width, true);
  else if (parser.blank && item.firstChild) parser.advanceNextNonspace();
  else return 1;
  return 0;
}
