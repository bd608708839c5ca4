// Formats a diagnostic for the author: what, where, the source line, the include chain, the hint.

import { codeFrame } from './code-frame.ts';
import { type Diagnostic, position, type Span } from './diagnostic.ts';
import { redact } from './redact.ts';
import { visible, visibleLine } from './visible.ts';

export interface FormatOptions {
  /** ANSI colours. */
  readonly color: boolean;
  /** Columns of the terminal; 100 if output isn't a terminal. */
  readonly width?: number;
}

const DEFAULT_WIDTH = 100;
const WORD = { error: 'Error', warning: 'Warning', info: 'Note' } as const;
const STYLE = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  place: '36',
  margin: '2',
  code: '2',
  hint: '32',
} as const;

/**
 *     Error: Unknown tag 'figgure' [liquid-unknown-tag]
 *        at _includes/card.html:3:4
 *      3 | {% figgure %}
 *        | ^^^^^^^^^^^^^
 *      included from _layouts/default.html:12:1
 *      Hint: Did you mean 'figure'?
 *
 * Lines and columns count from 1, in the author's file including front matter. Ends in '\n'. Passwords in URLs are
 * masked, and control characters in file names and sources are shown as symbols.
 */
export function formatDiagnostic(diagnostic: Diagnostic, options: FormatOptions): string {
  const paint = (text: string, style: keyof typeof STYLE): string =>
    options.color ? `\x1b[${STYLE[style]}m${text}\x1b[0m` : text;
  const { code, severity, message, details = [], span, includedFrom = [], hint } = diagnostic;
  const sentence = safeLine(message.trim().replace(PARAGRAPHS, ' '));
  const lines = [
    `${paint(`${WORD[severity]}:`, severity)} ${sentence} ${paint(`[${code}]`, 'code')}`,
    ...details.map((line) => `  ${safeLine(line)}`),
  ];
  if (span !== undefined) {
    lines.push(`  at ${paint(place(span), 'place')}`);
    const painter = (text: string, as: 'caret' | 'margin') => paint(text, as === 'caret' ? severity : 'margin');
    const width = options.width ?? DEFAULT_WIDTH;
    if (span.source.text !== '') lines.push(indent(`  ${codeFrame(span, { width: width - 2, paint: painter })}`, '  '));
  } else if (diagnostic.path !== undefined && !message.includes(diagnostic.path)) {
    lines.push(`  in ${paint(safeLine(diagnostic.path), 'place')}`);
  }
  const shown = includedFrom.length > LONGEST_CHAIN ? INNERMOST : includedFrom.length;
  for (const from of includedFrom.slice(0, shown)) lines.push(`  included from ${paint(place(from), 'place')}`);
  if (shown < includedFrom.length) {
    lines.push(`  … ${includedFrom.length - shown - 1} more …`);
    lines.push(`  included from ${paint(place(includedFrom.at(-1)!), 'place')}`);
  }
  if (hint !== undefined) lines.push(`  ${paint('Hint:', 'hint')} ${indent(visible(redact(hint)), '  ')}`);
  return `${lines.join('\n')}\n`;
}

/** Jekyll's messages have blank lines between sentences. */
const PARAGRAPHS = /\s*\n\s*\n\s*/g;

/** A longer include chain (a cycle) is shown by its innermost files and the outermost one. */
const LONGEST_CHAIN = 10;
const INNERMOST = 4;

/** `file:line:column`, which editors and terminals turn into a link. */
export function place({ source, start }: Span): string {
  const { line, column } = position(source, Math.min(start, source.text.length));
  return `${safeLine(source.path)}:${line}:${column}`;
}

const safeLine = (text: string): string => visibleLine(redact(text));

const indent = (text: string, by: string): string => text.trimEnd().replaceAll('\n', `\n${by}`);
