// HTML tables: which are simple enough to become kramdown tables, and what becomes of their cells.

import { strip } from './characters.ts';
import type { Alignment, Element } from './element.ts';
import { BLOCK_ELEMENTS } from './parser/html-elements.ts';
import { rewrite, visit } from './visit.ts';

const isCell = (el: Element) => el.value === 'th' || el.value === 'td';

/** All rows have the same number of cells and the same alignments, cells contain no blocks, and there is a body. */
export function isSimpleTable(table: Element, needsCells: boolean): boolean {
  if (!cellsArePlain(table)) return false;
  const rows = outermost(table, ({ value }) => value === 'tr');
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

function rowsHave(part: Element, type: string): boolean {
  return part.children.every(
    (row) =>
      (row.value === 'tr' || row.type === 'text') &&
      row.children.every((cell) => cell.value === type || cell.type === 'text'),
  );
}

// The elements of a kind that aren't in another one of it.
function outermost(root: Element, isIt: (el: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(root, (el) => {
    if (!isIt(el)) return true;
    found.push(el);
    return false;
  });
  return found;
}

const ALIGNMENT = /(?:;[ \t\r\n\f\v]*)?text-align:[ \t\r\n\f\v]+(center|left|right)/;

/** The alignments in the styles of the last row's cells. */
export function alignmentOf(table: Element): Alignment[] {
  const rows = outermost(table, ({ type }) => type === 'tr');
  const last = rows[rows.length - 1];
  return (last?.children ?? []).map(({ attributes }) => {
    const alignment = ALIGNMENT.exec(attributes?.get('style') ?? '')?.[1];
    return (alignment as Alignment | undefined) ?? 'default';
  });
}

/** Makes all cells of a table `td`, and removes the alignments from their styles. */
export function withPlainCells<E extends Element>(table: E): E {
  const aligned = rewrite(table, (el) =>
    el.type === 'tr' ? { ...el, children: el.children.map(withoutAlignment) } : undefined,
  );
  return rewrite(aligned, (el) => (el.type === 'th' ? { ...el, type: 'td' } : undefined));
}

function withoutAlignment(cell: Element): Element {
  const style = cell.attributes?.get('style');
  if (style === undefined || style === null) return cell;
  const attributes = new Map(cell.attributes);
  const rest = style.replace(ALIGNMENT, '');
  if (strip(rest) === '') attributes.delete('style');
  else attributes.set('style', rest);
  return { ...cell, attributes };
}
