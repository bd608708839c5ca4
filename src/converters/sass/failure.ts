// A compiler's exception as the author's error: in the file that they wrote, at its own line.

import type { Document } from '../../content/document.ts';
import type { Excerpt } from '../../content/excerpt.ts';
import type { Page } from '../../content/page.ts';
import { BuildError, type Diagnostic, type Source, type Span } from '../../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../../files/file-system.ts';
import { relativeTo } from '../../files/paths.ts';
import { percentDecode } from '../../text/percent.ts';

/** The sheet that was compiled, and where it came from. */
export interface Sheet {
  /** What the compiler was given: after Liquid. */
  readonly text: string;
  readonly url: string | undefined;
  /** Null for a text that a filter was given. */
  readonly item: Page | Document | Excerpt | null;
}

export interface Place {
  readonly files: SourceFiles;
  /** The site's folder. */
  readonly source: string;
}

interface SassException {
  readonly sassMessage: string;
  readonly sassStack?: string;
  readonly span?: {
    readonly url?: URL | string;
    readonly start: { readonly offset: number; readonly line: number; readonly column: number };
    readonly end: { readonly offset: number };
  };
}

const isSassException = (error: unknown): error is SassException =>
  typeof error === 'object' && error !== null && 'sassMessage' in error;

/** The BuildError 'sass-error' for an exception of the compiler; anything else as it is. */
export function sassError(error: unknown, sheet: Sheet, place: Place): unknown {
  if (!isSassException(error)) return error;
  const { sassMessage, span, sassStack = '' } = error;
  const message = sassMessage.replace(/\s*\n\s*/g, ' ');
  const path = pathOf(sheet);
  const url = span?.url === undefined ? undefined : String(span.url);
  const known = {
    code: 'sass-error' as const,
    message,
    hint: hintFor(message),
    ...(path === undefined ? {} : { path }),
  };
  if (span === undefined) return new BuildError(known, error);
  if (url !== undefined && url !== sheet.url) {
    const source = partial(url, place);
    if (source === null) return new BuildError(known, error);
    const from = importedAt(sassStack, sheet);
    const found = { source, start: span.start.offset, end: span.end.offset };
    const chain = from === null ? {} : { includedFrom: [from] };
    return new BuildError({ ...known, ...chain, ...imported(message, source.text, span), span: found }, error);
  }
  const { start, end } = span;
  const at = inAuthorsFile(sheet, start.line, start.column, end.offset - start.offset);
  return new BuildError(
    { ...known, ...imported(message, sheet.text, span), ...(at === null ? {} : { span: at }) },
    error,
  );
}

/** Which stylesheet an import didn't find. */
function imported(message: string, text: string, span: NonNullable<SassException['span']>): { about?: string } {
  const name = /^(["'])(.*)\1$/.exec(text.slice(span.start.offset, span.end.offset))?.[2];
  return name === undefined || !message.startsWith("Can't find stylesheet") ? {} : { about: name };
}

/** A message of a sheet's own `@warn`, where it stands. */
export function sassWarning(
  message: string,
  at: { readonly url?: string; readonly offset: number } | undefined,
  sheet: Sheet,
  place: Place,
): Diagnostic {
  const told = { code: 'sass-warning', severity: 'info', message: `Sass: ${message}` } as const;
  const path = pathOf(sheet);
  const known = path === undefined ? told : { ...told, path };
  if (at === undefined) return known;
  if (at.url !== undefined && at.url !== sheet.url) {
    const source = partial(at.url, place);
    return source === null ? known : { ...told, span: { source, start: at.offset, end: at.offset } };
  }
  const before = sheet.text.slice(0, at.offset).split('\n');
  const span = inAuthorsFile(sheet, before.length - 1, before.at(-1)!.length, 0);
  return span === null ? known : { ...told, span };
}

/** The file that was read: a theme's stylesheet has the path of the site's own that would take its place. */
function pathOf({ item }: Sheet): string | undefined {
  if (item === null) return undefined;
  return ('source' in item ? item.source?.path : undefined) ?? item.relativePath;
}

function partial(url: string, { files, source }: Place): Source | null {
  const path = percentDecode(url.replace(/^file:\/\//, ''));
  if (files.stat(path)?.kind !== 'file') return null;
  return { path: relativeTo(source, path), text: new TextDecoder().decode(files.read(path)) };
}

/** The stack's last line is the sheet's own: `path 3:9  root stylesheet`. */
function importedAt(stack: string, sheet: Sheet): Span | null {
  const last = / (\d+):(\d+) +root stylesheet\s*$/.exec(stack);
  return last === null ? null : inAuthorsFile(sheet, Number(last[1]) - 1, Number(last[2]) - 1, 0);
}

/**
 * A place of the compiled text in the file with its front matter. Where Liquid changed the text, the line is looked for
 * in the file; one that Liquid wrote has the place of that number.
 */
function inAuthorsFile(sheet: Sheet, line: number, column: number, length: number): Span | null {
  const { item, text } = sheet;
  if (item === null || !('source' in item) || item.source === null) return null;
  const { source, contentStart } = item;
  const compiled = text.split('\n')[line] ?? '';
  const written = source.text.slice(contentStart).split('\n');
  let at = line;
  if (written[at]?.trimEnd() !== compiled.trimEnd() && compiled.trim() !== '') {
    const same = written.findIndex((own) => own.trimEnd() === compiled.trimEnd());
    if (same >= 0) at = same;
  }
  const before = written.slice(0, at).reduce((sum, own) => sum + own.length + 1, 0);
  const start = Math.min(contentStart + before + column, source.text.length);
  return { source, start, end: Math.min(start + Math.max(length, 0), source.text.length) };
}

function hintFor(message: string): string {
  if (message.startsWith("Can't find stylesheet")) {
    return 'Imports are looked for in sass_dir and load_paths of `sass:` in _config.yml, and in the theme.';
  }
  if (/^Undefined (variable|mixin|function)/.test(message)) {
    return 'Import the partial that defines it first; names and their order count.';
  }
  if (message.startsWith('Compiling the stylesheet takes longer')) {
    return 'Does a loop or a recursion never end, do rules nest or @extend one another again and again, or is a partial a pipe? `compile_time_limit` of `sass:` in _config.yml sets how many seconds it may take.';
  }
  if (message.startsWith('The stylesheet is nested too deep')) {
    return 'Does a function or a mixin call itself? Otherwise nest it less, or make several files of it.';
  }
  if (message === 'expected ";".') return 'Is the semicolon missing at the end of the line before?';
  return 'Correct the stylesheet at this place.';
}
