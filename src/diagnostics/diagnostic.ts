// What goes wrong, told so that an author can mend it. Nodes carry offsets; a line and a column are computed only
// when a diagnostic is shown.

import type { DiagnosticCode } from './catalogue.ts';
import { redact } from './redact.ts';

/** A file as the author sees it. */
export interface Source {
  /** Shown to the author: relative to the site where possible. */
  readonly path: string;
  /** The whole file, front matter included, line ends as they are. */
  readonly text: string;
  /** For a text that was made of a file's: where an offset of it is in the file. Called for messages alone. */
  readonly inFile?: (offset: number) => { readonly source: Source; readonly offset: number };
}

/** A stretch of a source, as offsets in UTF-16 units of `source.text`. */
export interface Span {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  /** Lines that follow the message, such as the items of a list. */
  readonly details?: readonly string[];
  readonly span?: Span;
  /** The file, where there is no span to show (it can't be read, or the fault has no place). */
  readonly path?: string;
  /** What the message is about, by name: a tag, a filter, a file. */
  readonly about?: string;
  /** What to do about it. */
  readonly hint?: string;
  /** Where the span's file was included from, innermost first. */
  readonly includedFrom?: readonly Span[];
}

/** Stops the build. Everything that is the author's to mend is one of these, never a bare Error. */
export class BuildError extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Omit<Diagnostic, 'severity'>, cause?: unknown) {
    const shown = presentable(diagnostic);
    super(shown.message, { cause });
    this.name = 'BuildError';
    this.diagnostic = { ...shown, severity: 'error' };
  }
}

/** The same diagnostic with its places in the authors' files, and without passwords of addresses in what it says. */
export function presentable<T extends Omit<Diagnostic, 'severity'>>(diagnostic: T): T {
  const { message, hint, span, includedFrom } = diagnostic;
  return {
    ...diagnostic,
    message: redact(message),
    ...(hint === undefined ? {} : { hint: redact(hint) }),
    ...(span === undefined ? {} : { span: inFile(span) }),
    ...(includedFrom === undefined ? {} : { includedFrom: includedFrom.map(inFile) }),
  };
}

function inFile(span: Span): Span {
  const { source, start, end } = span;
  if (source.inFile === undefined) return span;
  const [from, to] = [source.inFile(start), source.inFile(end)];
  return { source: from.source, start: from.offset, end: Math.max(from.offset, to.offset) };
}

/** Where diagnostics that don't stop the build go. */
export type Report = (diagnostic: Diagnostic) => void;

/** Line and column of an offset, both counted from 1; the column in characters (code points). */
export function position(source: Source, offset: number): { line: number; column: number } {
  const before = source.text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line++;
  return { line, column: [...before.slice(start)].length + 1 };
}
