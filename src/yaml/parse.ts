import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import type { YamlEvent } from './events.ts';
import { parseStrictly } from './grammar.ts';
import { YamlFault } from './cursor.ts';

export interface Parsed {
  readonly events: readonly YamlEvent[];
  /** A stretch of the text, as the author's file has it. */
  span(start: number, end: number): Span;
}

export function parse(text: string, file: Source, offset: number): Parsed {
  const span = (start: number, end: number): Span => ({ source: file, start: offset + start, end: offset + end });
  try {
    return { events: parseStrictly(text), span };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    const message = `${error.message} at line ${error.mark.line + 1} column ${error.mark.column + 1}`;
    throw new BuildError({ code: 'yaml-syntax', message, span: span(error.at.offset, error.at.offset) }, error);
  }
}
