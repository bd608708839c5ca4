// Rouge's formatters other than HTML that kramdown's `syntax_highlighter_opts: { formatter: … }` can name.

import { linesOf, type Piece, TOKEN_NAMES } from '../highlight/index.ts';
import { KramdownError } from '../kramdown/error.ts';
import { inspectString } from '../ruby/inspect.ts';

/**
 * Formatters that kramdown can name but not create: they expect another formatter or a theme where kramdown passes its
 * options (rouge 3.30.0 and 4.7.0 raise a NoMethodError or an ArgumentError).
 */
const NEED_MORE = ['HTMLInline', 'HTMLLineHighlighter', 'HTMLLineTable', 'HTMLLinewise', 'HTMLPygments', 'HTMLTable'];
/** Formatters for terminals, whose output doesn't belong in a page. */
const FOR_TERMINALS = ['Terminal256', 'TerminalTruecolor'];

/** The formatter with this name; null for HTML spans, which Rouge also uses for unknown names. */
export function formatterNamed(name: string, prefix: string): ((pieces: readonly Piece[]) => string) | null {
  if (name === 'Tex') return (pieces) => formatTex(pieces, prefix);
  if (name === 'Null') return formatNull;
  if (NEED_MORE.includes(name)) {
    throw new KramdownError(`kramdown can't use Rouge's formatter ${name}: choose HTML or HTMLLegacy`);
  }
  if (FOR_TERMINALS.includes(name)) {
    throw new KramdownError(`Rouge's formatter ${name} is for terminals: choose HTML or HTMLLegacy`);
  }
  return null;
}

/** Rouge::Formatters::Null: each token's full name and text, for authors of lexers. */
function formatNull(pieces: readonly Piece[]): string {
  return pieces.map(({ token, text }) => `${TOKEN_NAMES[token]} ${inspectString(text)}\n`).join('');
}

const TEX_ESCAPES: { readonly [c: string]: string } = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '|': '{\\textbar}',
  '\\': '{\\textbackslash}',
  '`': '{\\textasciigrave}',
  "'": "'{}",
  '"': '"{}',
  '\t': '{\\tab}',
};

/** Rouge::Formatters::Tex: one macro per token; a token's leading spaces become a space of their width. */
function formatTex(pieces: readonly Piece[], prefix: string): string {
  const piece = ({ token, text }: Piece): string => {
    const leading = text.length - text.replace(/^ +/, '').length;
    const space = leading > 0 ? `\\hphantom{${'x'.repeat(leading)}}` : '';
    if (leading === text.length) return space;
    const rest = text.slice(leading);
    const escaped = rest.replace(/[&%$#_{}~^|\\`'"\t]/g, (c) => TEX_ESCAPES[c]!);
    if (token === '') return space + escaped;
    return `${space}${token === 'esc' ? rest : `\\${prefix}{${token}}{${escaped}}`}`;
  };
  const lines = linesOf(pieces).map((line) => line.map(piece).join(''));
  return `\\begin{${prefix}*}%\n${lines.join('\\newline%\n')}%\n\\end{${prefix}*}%\n`;
}
