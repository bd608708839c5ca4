import type { Theme } from './themes.ts';
import { Output, type Piece, type Token } from './tokens.ts';

const ESCAPES: { readonly [c: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The text with `&`, `<` and `>` as references. */
export function escapeCode(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (c) => ESCAPES[c]!) : text;
}

/** One span, as Rouge::Formatters::HTML writes it; `esc` tokens count as errors there. */
function span(token: Token, text: string): string {
  if (token === '') return escapeCode(text);
  return `<span class="${token === 'esc' ? 'err' : token}">${escapeCode(text)}</span>`;
}

/** Formats while the lexer reads: `read` is called with where it shall put its tokens. */
export function formatWhile(read: (output: Output) => void): string {
  // Joined now and then: a string grown by hundreds of thousands of pieces keeps the garbage collector busy.
  const chunks: string[] = [];
  const pieces: string[] = [];
  const output = new Output((token, text) => {
    if (pieces.push(span(token, text)) < 5000) return;
    chunks.push(pieces.join(''));
    pieces.length = 0;
  });
  read(output);
  output.flush();
  chunks.push(pieces.join(''));
  return chunks.length === 1 ? chunks[0]! : chunks.join('');
}

/** Rouge::Formatters::HTML: the spans alone. */
export function formatHtml(pieces: readonly Piece[]): string {
  let html = '';
  for (const { token, text } of pieces) html += span(token, text);
  return html;
}

/** Rouge::Formatters::HTMLInline: spans with their styles. */
export function formatInline(pieces: readonly Piece[], theme: Theme): string {
  return pieces
    .map(({ token, text }) => {
      const html = escapeCode(text);
      return token === '' ? html : `<span style="${theme(token)}">${html}</span>`;
    })
    .join('');
}

/** The pieces of each line, without its newline; a last line without anything on it is none. */
export function linesOf(pieces: readonly Piece[]): Piece[][] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  for (const { token, text } of pieces) {
    const parts = text.split('\n');
    parts.forEach((part, i) => {
      if (i > 0) {
        lines.push(line);
        line = [];
      }
      if (part !== '') line.push({ token, text: part });
    });
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Rouge::Formatters::HTMLLineHighlighter: the lines of the given numbers (from 1) in a span of their own. */
export function formatMarkedLines(pieces: readonly Piece[], marked: ReadonlySet<number>, lineClass = 'hll'): string {
  return linesOf(pieces)
    .map((line, i) => {
      const html = `${formatHtml(line)}\n`;
      return marked.has(i + 1) ? `<span class="${lineClass}">${html}</span>` : html;
    })
    .join('');
}

/** What Rouge::Formatters::HTMLTable takes; the defaults are Rouge's. */
export interface TableOptions {
  readonly startLine?: number;
  /** sprintf's format of a line's number; `%i` with flags and width. */
  readonly lineFormat?: string;
  readonly tableClass?: string;
  readonly gutterClass?: string;
  readonly codeClass?: string;
}

/** Rouge::Formatters::HTMLTable: line numbers in one cell, the code, formatted by another formatter, in the next. */
export function formatTable(
  pieces: readonly Piece[],
  inner: (pieces: readonly Piece[]) => string,
  options: TableOptions = {},
): string {
  const { startLine = 1, lineFormat = '%i', tableClass = 'rouge-table' } = options;
  const { gutterClass = 'rouge-gutter', codeClass = 'rouge-code' } = options;
  let count = 0;
  for (const { text } of pieces) count += newlines(text);
  let code = inner(pieces);
  if (!pieces.at(-1)?.text.endsWith('\n')) {
    count++;
    code += '\n';
  }
  const numbers: string[] = [];
  for (let i = startLine; i < startLine + count; i++) numbers.push(lineNumber(lineFormat, i));
  return (
    `<table class="${tableClass}"><tbody><tr><td class="${gutterClass} gl">` +
    `<pre class="lineno">${numbers.join('\n')}\n</pre></td>` +
    `<td class="${codeClass}"><pre>${code}</pre></td></tr></tbody></table>`
  );
}

/** What Rouge::Formatters::HTMLLineTable takes; the defaults are Rouge's. */
export interface LineTableOptions extends TableOptions {
  readonly lineClass?: string;
  /** sprintf's format of a row's id. */
  readonly lineId?: string;
}

/** Rouge::Formatters::HTMLLineTable: a table with one row a line. */
export function formatLineTable(pieces: readonly Piece[], options: LineTableOptions = {}): string {
  const { startLine = 1, tableClass = 'rouge-line-table', lineClass = 'lineno', lineId = 'line-%i' } = options;
  const { gutterClass = 'rouge-gutter', codeClass = 'rouge-code' } = options;
  const select = '-moz-user-select: none;-ms-user-select: none;-webkit-user-select: none;user-select: none;';
  const rows = linesOf(pieces).map((line, i) => {
    const number = startLine + i;
    return (
      `<tr id="${lineNumber(lineId, number)}" class="${lineClass}">` +
      `<td class="${gutterClass} gl" style="${select}"><pre>${number}</pre></td>` +
      `<td class="${codeClass}"><pre>${formatHtml(line)}\n</pre></td></tr>`
    );
  });
  return `<table class="${tableClass}"><tbody>${rows.join('')}</tbody></table>`;
}

/** Rouge::Formatters::HTMLPygments: Pygments' own wrapping around what another formatter gave. */
export function wrapAsPygments(html: string, cssClass: string): string {
  return `<div class="highlight"><pre class="${cssClass}"><code>${html}</code></pre></div>`;
}

function newlines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function lineNumber(format: string, number: number): string {
  return format.replace(/%([-0 +]*)(\d*)[idu]|%%/g, (whole, flags: string, width: string) => {
    if (whole === '%%') return '%';
    const sign = number < 0 ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
    const digits = String(Math.abs(number));
    if (flags.includes('-')) return (sign + digits).padEnd(Number(width));
    if (flags.includes('0')) return sign + digits.padStart(Number(width) - sign.length, '0');
    return (sign + digits).padStart(Number(width));
  });
}
