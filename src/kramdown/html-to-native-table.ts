// Decides which HTML tables are simple enough to become kramdown tables.

import { strip } from './characters.ts';
import type { Alignment, Element } from './element.ts';
import { BLOCK_ELEMENTS } from './parser/html-elements.ts';

const isCell = (el: Element) => el.value === 'th' || el.value === 'td';

/** All rows have the same number of cells and the same alignments, cells contain no blocks, and there is a body. */
export function isSimpleTable(table: Element, needsCells: boolean): boolean {
  const rows: Element[] = [];
  if (!cellsArePlain(table)) return false;
  collectRows(table, rows);
  let cells = 0;
  for (const row of rows) {
    const count = row.children.filter(isCell).length;
    if (count === cells) continue;
    if (cells !== 0) return false;
    cells = count;
  }
  if (needsCells && cells === 0) return false;
  let first: string | null = null;
  for (const row of rows) {
    const alignments: string[] = [];
    for (const cell of row.children.filter(isCell)) {
      const align = /text-align:[ \t\r\n\f\v]+(center|left|right|justify|inherit)/.exec(
        cell.attributes?.get('style') ?? '',
      )?.[1];
      if (align === 'justify' || align === 'inherit') return false;
      alignments.push(align ?? 'default');
    }
    first ??= alignments.join();
    if (first !== alignments.join()) return false;
  }
  if (rowsHave(table, 'td')) return true;
  return (
    table.children.every(
      (part) =>
        part.type === 'text' ||
        (part.value === 'thead' && rowsHave(part, 'th')) ||
        ((part.value === 'tfoot' || part.value === 'tbody') && rowsHave(part, 'td')),
    ) && table.children.some((part) => part.value === 'tbody')
  );
}

function isPhrasing(el: Element): boolean {
  return el.children.every(
    (child) => (child.type === 'text' || !BLOCK_ELEMENTS.has(String(child.value))) && isPhrasing(child),
  );
}

function cellsArePlain(el: Element): boolean {
  return isCell(el) ? isPhrasing(el) : el.children.every(cellsArePlain);
}

function collectRows(el: Element, rows: Element[]): void {
  if (el.value === 'tr') rows.push(el);
  else for (const child of el.children) collectRows(child, rows);
}

function rowsHave(part: Element, type: string): boolean {
  return part.children.every(
    (row) =>
      (row.value === 'tr' || row.type === 'text') &&
      row.children.every((cell) => cell.value === type || cell.type === 'text'),
  );
}

/** The alignments in the styles of the last row's cells; removes them from the styles. */
export function tableAlignment(table: Element): Alignment[] {
  let result: Alignment[] = [];
  const visit = (el: Element) => {
    if (el.type !== 'tr') {
      for (const child of el.children) visit(child);
      return;
    }
    result = el.children.map((cell) => {
      const style = cell.attributes?.get('style');
      if (style === undefined || style === null) return 'default';
      const match = /(?:;[ \t\r\n\f\v]*)?text-align:[ \t\r\n\f\v]+(center|left|right)/.exec(style);
      const rest = match ? style.replace(match[0], () => '') : style;
      if (strip(rest) === '') cell.attributes!.delete('style');
      else cell.attributes!.set('style', rest);
      return (match?.[1] as Alignment | undefined) ?? 'default';
    });
  };
  visit(table);
  return result;
}
