// A YAML text's events: js-yaml reads what is ordinary, a parser that follows libyaml to the letter what isn't.

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { YamlFault } from './cursor.ts';
import type { YamlEvent } from './events.ts';
import { parseStrictly } from './grammar.ts';
import { parseOrdinary } from './ordinary.ts';
import { describeFault } from './syntax-error.ts';

export interface Parsed {
  readonly events: readonly YamlEvent[];
  /** A stretch of the text, as the author's file has it. */
  span(start: number, end: number): Span;
}

/**
 * The first document's events. Throws a BuildError 'yaml-syntax' with psych's message.
 * `offset` is where the text begins in the file.
 */
export function parse(text: string, file: Source, offset: number): Parsed {
  const span = (start: number, end: number): Span => ({ source: file, start: offset + start, end: offset + end });
  try {
    return { events: parseOrdinary(text) ?? parseStrictly(text), span };
  } catch (error) {
    if (!(error instanceof YamlFault)) throw error;
    const { message, start, end, hint } = describeFault(text, error);
    throw new BuildError({ code: 'yaml-syntax', message, span: span(start, end), hint }, error);
  }
}
