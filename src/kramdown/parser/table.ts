// Tables: rows with pipes, and optional lines that separate header, bodies and footer.

import { splitLines, strip } from '../characters.ts';
import type { Alignment, Element, ElementOf } from '../element.ts';
import { element } from '../element.ts';
import { KramdownError } from '../error.ts';
import { Source } from '../source.ts';
import { afterBlockBoundary, beforeBlockBoundary } from './boundary.ts';
import { CODESPAN, codespanAt } from './codespan.ts';
import { SPAN_HTML } from './html-span.ts';
import { skipIndent } from './lines.ts';
import type { Parser } from './parser.ts';
import { type BlockConstruct, spanTable } from './tables.ts';

const COLUMN = /[ \t]?(:?)-+(:?)[ \t]?/g;

const CODE_AND_HTML = spanTable([CODESPAN, SPAN_HTML]);

type Rows = ElementOf<'tr'>[];

/** Whether a line, from an offset on, has an unescaped pipe. */
function hasPipe(src: Source, at: number, end: number): boolean {
  for (let i = src.find('|', at); i >= 0 && i < end; i = src.find('|', i + 1)) {
    if (i === at || src.text.charCodeAt(i - 1) !== 92) return true;
  }
  return false;
}

/** Whether a line consists of `+ | :`, white space, and the rule's character at least once. */
function isRuleLine(text: string, at: number, rule: string): boolean {
  let has = false;
  for (let i = at; ; i++) {
    const c = text.charAt(i);
    if (c === rule) has = true;
    else if (c === '\n') return has;
    else if (c !== '|' && c !== '+' && c !== ':' && c !== ' ' && c !== '\t') return false;
  }
}

/** A table: lines with pipes, between block boundaries. */
function parseTable(parser: Parser): boolean {
  const { src } = parser;
  const { text, pos } = src;
  const first = skipIndent(text, pos);
  const c = text.charCodeAt(first);
  if (c === 32 || (c >= 9 && c <= 13)) return false;
  const lineEnd = src.lineEnd(first);
  if (text.charCodeAt(lineEnd - 1) !== 10 || !hasPipe(src, first, lineEnd) || !afterBlockBoundary(parser)) return false;

  const table = parser.makeBlock('table', null, { alignment: [] });
  // An earlier attempt read past this line and found no boundary at its end, so no table starts here, either.
  if (pos < (src.failures.get('table') ?? 0)) return false;
  const reader = new TableReader(parser, table);
  reader.readLines();
  const bounded = beforeBlockBoundary(parser);
  if (!bounded) src.failures.set('table', src.pos);
  if (!bounded || !(reader.plain || pipesAreReal(parser, pos, src.pos - 1))) {
    src.pos = pos;
    return false;
  }
  reader.finish();
  if (!table.children.some(({ type }) => type === 'tbody')) {
    parser.warn('Found table without body - ignoring it', pos);
    src.pos = pos;
    return false;
  }
  evenOut(table, reader.columns);
  parser.append(table);
  return true;
}

class TableReader {
  readonly parser: Parser;
  readonly table: ElementOf<'table'>;
  readonly leadingPipe: boolean;
  columns = 0;
  /** Whether each line has a pipe outside code, no code continues on the next line, and there is no HTML. */
  plain = true;
  #rows: Rows = [];
  #footer = false;

  constructor(parser: Parser, table: ElementOf<'table'>) {
    this.parser = parser;
    this.table = table;
    const { text, pos } = parser.src;
    let i = pos;
    while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
    this.leadingPipe = text.charCodeAt(i) === 124;
  }

  readLines(): void {
    const { src } = this.parser;
    const { text } = src;
    const { detail } = this.table;
    if (isRuleLine(text, src.pos, '-')) src.pos = src.lineEnd(src.pos);
    while (!src.done) {
      const end = src.lineEnd(src.pos);
      if (text.charCodeAt(end - 1) !== 10 || !hasPipe(src, src.pos, end)) break;
      if (isRuleLine(text, src.pos, '-')) {
        const line = text.slice(src.pos, end);
        src.pos = end;
        if (this.#rows.length === 0) continue;
        if (detail.alignment.length === 0 && !this.#footer) {
          this.#group('thead', false);
          detail.alignment = [...line.matchAll(COLUMN)].map(([, left, right]) => alignment(left!, right!));
        } else this.#group('tbody', false);
      } else if (isRuleLine(text, src.pos, '=')) {
        src.pos = end;
        if (this.#rows.length > 0) this.#group('tbody', true);
        this.#footer = true;
      } else {
        const { pos } = src;
        let to = end - 1;
        while (to > pos && (text.charCodeAt(to - 1) === 32 || text.charCodeAt(to - 1) === 9)) to--;
        this.#row(text.slice(pos, to), pos);
        src.pos = end;
      }
    }
  }

  finish(): void {
    if (this.#rows.length > 0) this.#group(this.#footer ? 'tfoot' : 'tbody', false);
  }

  // Turns the rows read so far into a group; after the footer line, into a body only with `force`.
  #group(type: 'thead' | 'tbody' | 'tfoot', force: boolean): void {
    if (this.#footer && type === 'tbody' && !force) return;
    const group: Element = element(type, null, null);
    group.children = this.#rows;
    this.#rows = [];
    this.table.children.push(group);
  }

  #row(line: string, at: number): void {
    const { parser } = this;
    const row = parser.make('tr', null, null, at);
    const cells = this.#cells(line);
    if (this.leadingPipe && strip(cells[0]!) === '') cells.shift();
    if (cells.length > 0 && strip(cells[cells.length - 1]!) === '') cells.pop();
    let from = 0;
    const children: Element[] = [];
    for (const cell of cells) {
      const text = strip(cell);
      const found = Math.max(from, line.indexOf(text, from));
      const start = at + found;
      const td = parser.make('td', null, null, start);
      td.children = [parser.make('raw_text', text, null, start)];
      children.push(td);
      from = found + text.length;
    }
    row.children = children.slice();
    this.columns = Math.max(this.columns, cells.length);
    this.#rows.push(row);
  }

  // Pipes in code spans and `<code>` elements don't separate cells.
  #cells(line: string): string[] {
    if (!line.includes('<')) {
      const cells = new CellReader(line);
      if (cells.unclosed || cells.list.length < 2) this.plain = false;
      return cells.list;
    }
    this.plain = false;
    const cells: string[] = [];
    splitCodeElements(line).forEach((piece, i) => {
      if (piece === '') return;
      const more = i % 2 === 1 ? [piece] : new CellReader(piece).list;
      // The first piece continues the previous cell.
      more.forEach((cell, n) => {
        if (n > 0 || cells.length === 0) cells.push(cell);
        else cells[cells.length - 1] += cell;
      });
    });
    return cells;
  }
}

/** Splits a line into text and `<code>` elements, alternately. */
function splitCodeElements(line: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = line.indexOf('<code'); at >= 0; at = line.indexOf('<code', from)) {
    const angle = line.indexOf('>', at + 5);
    const end = angle < 0 ? -1 : line.indexOf('</code>', angle + 1);
    if (end < 0) break;
    pieces.push(line.slice(from, at), line.slice(at, end + 7));
    from = end + 7;
  }
  pieces.push(line.slice(from));
  return pieces;
}

/** Splits a line without `<code>` elements into cells. */
class CellReader {
  readonly list: string[] = [];
  /** Whether there were backticks that don't form code. */
  unclosed = false;

  constructor(line: string) {
    let src: Source | null = null;
    let cell = '';
    let from = 0;
    for (let i = 0; i < line.length; i++) {
      const c = line.charCodeAt(i);
      if (c === 96) {
        src ??= new Source(line);
        const code = codespanAt(src, i);
        if (code.end < 0) {
          this.unclosed = true;
          i = code.start - 1;
        } else {
          cell += line.slice(from, i) + asCode(code.text);
          from = code.end;
          i = from - 1;
        }
      } else if (c === 124) {
        const escaped = i > 0 && line.charCodeAt(i - 1) === 92;
        cell += line.slice(from, escaped ? i - 1 : i);
        from = i + 1;
        if (escaped) cell += '|';
        else {
          this.list.push(cell);
          cell = '';
        }
      }
    }
    this.list.push(cell + line.slice(from));
  }
}

// Code as Markdown: delimited by one more backtick than its longest run.
function asCode(code: string): string {
  if (!code.includes('`')) return `\`${code}\``;
  let longest = 0;
  for (const run of code.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
  const mark = '`'.repeat(longest + 1);
  const space = mark.length > 1 ? ' ' : '';
  return mark + space + code + space + mark;
}

function alignment(left: string, right: string): Alignment {
  if (left === '') return right === '' ? 'default' : 'right';
  return right === '' ? 'left' : 'center';
}

/** The maximum number of empty cells added. One wide row and many narrow ones need the product of both. */
const MOST_EMPTY = 2 ** 22;

// Pads all rows to the same number of cells.
function evenOut(table: ElementOf<'table'>, columns: number): void {
  const rows = table.children.flatMap(({ children }) => children);
  const empty = rows.reduce((sum, { children }) => sum + columns - children.length, 0);
  if (empty > MOST_EMPTY) throw new KramdownError('The HTML gets too long');
  for (const { children } of rows) while (children.length < columns) children.push(element('td', null, null));
  const { alignment: given } = table.detail;
  table.detail.alignment = given.slice(0, columns);
  while (table.detail.alignment.length < columns) table.detail.alignment.push('default');
}

/** Whether each line has a pipe outside code and HTML. kramdown parses the lines again to find out. */
function pipesAreReal(parser: Parser, from: number, to: number): boolean {
  const { text } = parser.src;
  const lines = text.slice(from, to);
  // Without code and HTML, the pipes were already checked when the lines were read.
  if (!lines.includes('`') && !lines.includes('<')) return true;
  const root = element('root', null, null);
  parser.parseSpansApart(root, parser.part(lines, from), 'raw_text', CODE_AND_HTML);
  let real = false;
  for (const child of root.children) {
    if (typeof child.value !== 'string') continue;
    const pieces = splitLines(child.value);
    if (child.type === 'codespan') {
      if (pieces.length > 2 || (pieces.length === 2 && !real)) break;
      if (pieces.length === 2 && real) real = false;
    } else {
      if (pieces.length > 1 && !real && !startsWithPipe(pieces[0]!)) break;
      if (pieces.length > 1) real = false;
      const last = pieces[pieces.length - 1];
      real ||= last !== undefined && startsWithPipe(last);
    }
  }
  return real;
}

const startsWithPipe = (line: string) => hasPipe(new Source(line), 0, line.length);

export const TABLE: BlockConstruct<Parser> = {
  name: 'table',
  starts: null,
  parse: parseTable,
};
