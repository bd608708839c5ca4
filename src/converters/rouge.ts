// Highlighting as kramdown and Jekyll request it from Rouge.

import {
  formatHtml,
  formatInline,
  formatMarkedLines,
  formatTable,
  type Highlighter,
  type Piece,
  type TableOptions,
  type Theme,
  wrapAsPygments,
} from '../highlight/index.ts';
import { KramdownError } from '../kramdown/error.ts';
import type { Highlighter as KramdownHighlighter } from '../kramdown/options.ts';
import { RubySymbol } from '../ruby/values.ts';
import { formatterNamed } from './rouge-formatters.ts';

type Options = ReadonlyMap<string, unknown>;

/** Ruby's truthiness. */
const isOn = (value: unknown): boolean => value !== undefined && value !== null && value !== false;

/**
 * kramdown's syntax highlighter 'rouge' (kramdown 2.4.0 and 2.5.2, converter/syntax_highlighter/rouge.rb).
 */
export function kramdownHighlighter(highlighter: Highlighter): KramdownHighlighter {
  return (code, language, kind, all) => {
    const options = optionsOf(all, kind);
    const fallback = isOn(options.get('default_lang')) ? String(options.get('default_lang')) : null;
    const name = language ?? fallback ?? (isOn(options.get('guess_lang')) ? 'guess' : null);
    if (name === null || isOn(options.get('disable'))) return null;
    if (highlighter.tag(name) === 'plaintext' && !isOn(options.get('guess_lang'))) return null;
    const html = formatted(highlighter, code, name, options);
    return html === null ? null : { html, language: fallback };
  };
}

/** The general options, overridden by those of `block:` or `span:`. */
function optionsOf(all: Options, kind: 'block' | 'span'): Options {
  const options = new Map(all);
  const own = options.get(kind);
  options.delete('block');
  options.delete('span');
  if (own instanceof Map) {
    for (const [key, value] of own) options.set(key instanceof RubySymbol ? key.name : String(key), value);
  }
  if (kind === 'span') options.set('wrap', false);
  return options;
}

/** Rouge::Formatters::HTMLLegacy, or the one that `formatter:` names. */
function formatted(highlighter: Highlighter, code: string, name: string, options: Options): string | null {
  const formatter = options.get('formatter');
  if (typeof formatter === 'string' && /^\p{Lu}[\p{L}\p{Nd}_]*$/u.test(formatter) && formatter !== 'HTMLLegacy') {
    const format = formatterNamed(formatter, options.has('prefix') ? String(options.get('prefix') ?? '') : 'RG');
    if (format === null) return highlighter.html(code, name);
    const pieces = highlighter.lex(code, name);
    return pieces && format(pieces);
  }
  const table = isOn(options.get('line_numbers'));
  const theme = themeOf(highlighter, options.get('inline_theme'));
  let inner: string | null;
  if (theme === null && !table) inner = highlighter.html(code, name);
  else {
    const pieces = highlighter.lex(code, name);
    const spans = (some: readonly Piece[]) => (theme === null ? formatHtml(some) : formatInline(some, theme));
    inner = pieces && (table ? numbered(pieces, spans, options) : spans(pieces));
  }
  if (inner === null) return null;
  if (options.has('wrap') && !isOn(options.get('wrap'))) return inner;
  const cssClass = options.get('css_class');
  return wrapAsPygments(inner, isOn(cssClass) ? String(cssClass) : 'highlight');
}

/** Null if no theme is set; an unknown theme stops the build, as with Rouge. */
function themeOf(highlighter: Highlighter, name: unknown): Theme | null {
  if (!isOn(name)) return null;
  const theme = typeof name === 'string' ? highlighter.theme(name) : null;
  if (theme === null)
    throw new KramdownError(`Rouge has no theme '${String(name)}' (inline_theme in kramdown's options)`);
  return theme;
}

function numbered(pieces: readonly Piece[], spans: (pieces: readonly Piece[]) => string, options: Options): string {
  const text = (name: string) => (options.has(name) ? String(options.get(name) ?? '') : undefined);
  const startLine = options.get('start_line');
  return formatTable(pieces, spans, {
    startLine: typeof startLine === 'number' || typeof startLine === 'bigint' ? Number(startLine) : undefined,
    lineFormat: text('line_format'),
    tableClass: text('table_class'),
    gutterClass: text('gutter_class'),
    codeClass: text('code_class'),
  });
}

/** The classes that Jekyll uses for the table of `{% highlight %}`. */
const JEKYLL_TABLE: TableOptions = { gutterClass: 'gutter', codeClass: 'code' };

/**
 * The content of the `<code>` of `{% highlight %}` (jekyll 3.10.0 with Rouge 3, 4.4.1 with Rouge 4,
 * lib/jekyll/tags/highlight.rb); null if there is no such lexer. `code` has no leading or trailing line ends.
 * @param marksLines whether `mark_lines` is supported: it came with Jekyll 4.4
 * @throws MarkedLinesError if `mark_lines` (4.4) isn't a quoted list
 */
export function highlightBlock(
  highlighter: Highlighter,
  code: string,
  language: string,
  options: ReadonlyMap<string, string | boolean | readonly string[]>,
  marksLines: boolean,
): string | null {
  const marks = marksLines ? markedLines(options.get('mark_lines')) : null;
  const table = options.has('linenos');
  if (marks === null && !table) return highlighter.html(code, language);
  const pieces = highlighter.lex(code, language);
  if (pieces === null) return null;
  const inner = (lines: readonly Piece[]) => (marks === null ? formatHtml(lines) : formatMarkedLines(lines, marks));
  return table ? formatTable(pieces, inner, JEKYLL_TABLE) : inner(pieces);
}

/** Has the wording of Jekyll 4.4. */
export class MarkedLinesError extends Error {
  override readonly message = 'Syntax Error for mark_lines declaration. Expected a double-quoted list of integers.';
}

function markedLines(value: string | boolean | readonly string[] | undefined): ReadonlySet<number> | null {
  if (value === undefined) return null;
  if (!Array.isArray(value)) {
    throw new MarkedLinesError();
  }
  return new Set(value.map((line: string) => Number.parseInt(line, 10) || 0));
}
