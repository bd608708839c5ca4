// Rouge's formatters.

import type { Theme } from './themes.ts';
import { Output, type Piece, type Token } from './tokens.ts';

const ESCAPES: { readonly [c: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes `&`, `<` and `>`. */
export function escapeCode(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (c) => ESCAPES[c]!) : text;
}

/** One span, as Rouge::Formatters::HTML writes it, which treats `esc` tokens as errors. */
function span(token: Token, text: string): string {
  if (token === '') return escapeCode(text);
  return `<span class="${token === 'esc' ? 'err' : token}">${escapeCode(text)}</span>`;
}

/** Formats while the lexer runs: calls `read` with the output that receives the tokens. */
export function formatWhile(read: (output: Output) => void): string {
  // Joined from time to time: strings concatenated from very many pieces slow down the garbage collector.
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

/** Rouge::Formatters::HTML: only the spans. */
export function formatHtml(pieces: readonly Piece[]): string {
  let html = '';
  for (const { token, text } of pieces) html += span(token, text);
  return html;
}

/** Rouge::Formatters::HTMLInline: spans with inline styles. */
export function formatInline(pieces: readonly Piece[], theme: Theme): string {
  return pieces
    .map(({ token, text }) => {
      const html = escapeCode(text);
      return token === '' ? html : `<span style="${theme(token)}">${html}</span>`;
    })
    .join('');
}

/** Splits the pieces into lines, without newlines; an empty last line is dropped. */
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

/** Rouge::Formatters::HTMLLineHighlighter: wraps the lines with the given numbers (from 1) in spans of their own. */
export function formatMarkedLines(pieces: readonly Piece[], marked: ReadonlySet<number>, lineClass = 'hll'): string {
  return linesOf(pieces)
    .map((line, i) => {
      const html = `${formatHtml(line)}\n`;
      return marked.has(i + 1) ? `<span class="${lineClass}">${html}</span>` : html;
    })
    .join('');
}

/** The options of Rouge::Formatters::HTMLTable, with Rouge's defaults. */
export interface TableOptions {
  readonly startLine?: number;
  /** The sprintf format of line numbers: `%i` with flags and width. */
  readonly lineFormat?: string;
  readonly tableClass?: string;
  readonly gutterClass?: string;
  readonly codeClass?: string;
}

/** Rouge::Formatters::HTMLTable: one cell with line numbers, one with the code, which another formatter formats. */
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

/** The options of Rouge::Formatters::HTMLLineTable, with Rouge's defaults. */
export interface LineTableOptions extends TableOptions {
  readonly lineClass?: string;
  /** The sprintf format of row ids. */
  readonly lineId?: string;
}

/** Rouge::Formatters::HTMLLineTable: a table with one row per line. */
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

/** Rouge::Formatters::HTMLPygments: wraps another formatter's output like Pygments. */
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
