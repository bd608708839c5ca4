// Parses a YAML text into events, and reports its syntax errors as diagnostics.

import { BuildError, type Source, type Span } from '../diagnostics/diagnostic.ts';
import { invalidBytes } from '../text/decode.ts';
import { InvalidByte, YamlFault } from './cursor.ts';
import type { TakeEvent } from './events.ts';
import { parseEvents } from './grammar.ts';
import { describeFault } from './syntax-error.ts';

export class YamlText {
  readonly #text: string;
  readonly #file: Source;
  readonly #offset: number;

  /** @param offset where the text starts in the file */
  constructor(text: string, file: Source, offset: number) {
    this.#text = text;
    this.#file = file;
    this.#offset = offset;
  }

  /** The span in the author's file of a range of the text. */
  span(start: number, end: number): Span {
    return { source: this.#file, start: this.#offset + start, end: this.#offset + end };
  }

  /**
   * Sends the events of the first document.
   * @throws BuildError 'yaml-syntax' with psych's message, or 'not-utf-8', after the events that come before the error;
   *   if `take` throws at one of those, that error comes first
   */
  parse(take: TakeEvent): void {
    try {
      parseEvents(this.#text, take);
    } catch (error) {
      if (error instanceof InvalidByte) throw invalidBytes(this.#file, this.#offset + error.at);
      if (!(error instanceof YamlFault)) throw error;
      const { message, start, end, hint } = describeFault(this.#text, error);
      throw new BuildError({ code: 'yaml-syntax', message, span: this.span(start, end), hint }, error);
    }
  }
}
