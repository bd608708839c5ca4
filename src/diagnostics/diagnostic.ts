// Diagnostics, written so that an author can fix what is wrong. Nodes carry offsets; line and column are computed only
// when a diagnostic is shown.

import type { DiagnosticCode } from './catalogue.ts';
import { redact } from './redact.ts';

/** A file as the author sees it. */
export interface Source {
  /** As shown to the author: relative to the site if possible. */
  readonly path: string;
  /** The whole file, including front matter, with its own line ends. */
  readonly text: string;
  /** For text derived from a file: maps an offset in it to the file. Only called for messages. */
  readonly inFile?: (offset: number) => { readonly source: Source; readonly offset: number };
}

/** A range of a source, as offsets in UTF-16 units of `source.text`. */
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
  /** Lines after the message, such as the items of a list. */
  readonly details?: readonly string[];
  readonly span?: Span;
  /** The file, if there is no span (it can't be read, or the problem has no position). */
  readonly path?: string;
  /** The name of what the message is about: a tag, a filter, a file. */
  readonly about?: string;
  /** How to fix it. */
  readonly hint?: string;
  /** Where the span's file was included, innermost first. */
  readonly includedFrom?: readonly Span[];
}

/** Stops the build. Every error that the author can fix is one of these, never a bare Error. */
export class BuildError extends Error {
  readonly diagnostic: Diagnostic;
  constructor(diagnostic: Omit<Diagnostic, 'severity'>, cause?: unknown) {
    const shown = presentable(diagnostic);
    super(shown.message, { cause });
    this.name = 'BuildError';
    this.diagnostic = { ...shown, severity: 'error' };
  }
}

/** The same diagnostic, with spans mapped to the author's files and passwords in URLs masked. */
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

/** Receives diagnostics that don't stop the build. */
export type Report = (diagnostic: Diagnostic) => void;

/** Line and column of an offset, both counted from 1; columns count code points. */
export function position(source: Source, offset: number): { line: number; column: number } {
  const before = source.text.slice(0, offset);
  const start = before.lastIndexOf('\n') + 1;
  let line = 1;
  for (let i = before.indexOf('\n'); i >= 0; i = before.indexOf('\n', i + 1)) line++;
  return { line, column: [...before.slice(start)].length + 1 };
}
