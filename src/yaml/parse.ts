// A YAML text's events, one by one, and its faults as diagnostics.

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { YamlFault } from './cursor.ts';
import type { TakeEvent } from './events.ts';
import { parseEvents } from './grammar.ts';
import { describeFault } from './syntax-error.ts';

/** A YAML text in a file. */
export class YamlText {
  readonly #text: string;
  readonly #file: Source;
  readonly #offset: number;

  /** @param offset where the text begins in the file */
  constructor(text: string, file: Source, offset: number) {
    this.#text = text;
    this.#file = file;
    this.#offset = offset;
  }

  /** A stretch of the text, as the author's file has it. */
  span(start: number, end: number): Span {
    return { source: this.#file, start: this.#offset + start, end: this.#offset + end };
  }

  /**
   * Gives the first document's events.
   * @throws BuildError 'yaml-syntax' with psych's message, after the events that come before the place: what `take`
   *   throws at one of those counts first
   */
  parse(take: TakeEvent): void {
    try {
      parseEvents(this.#text, take);
    } catch (error) {
      if (!(error instanceof YamlFault)) throw error;
      const { message, start, end, hint } = describeFault(this.#text, error);
      throw new BuildError({ code: 'yaml-syntax', message, span: this.span(start, end), hint }, error);
    }
  }
}
