// A position in a YAML text that advances as libyaml's reader does.

import {
  CR,
  DASH,
  DOT,
  isBlank,
  isBlankOrEnd,
  isBreakOrEnd,
  LF,
  LINE_SEPARATOR,
  PARAGRAPH_SEPARATOR,
} from './characters.ts';

/**
 * A syntax error with libyaml's message. psych reports the place of the context: where the construct with the error
 * began, or the start of the text if there is no construct.
 */
export class YamlFault extends Error {
  /** An offset in UTF-16 units; one more than the text's length for the line after its last. */
  readonly mark: number;
  /** The offset where libyaml noticed the error. */
  readonly at: number;
  constructor(problem: string, context: string, mark: number, at: number) {
    super(context === '' ? problem : `${problem} ${context}`);
    this.mark = mark;
    this.at = at;
  }
}

/** A byte that isn't UTF-8, which libyaml's reader rejects. */
export class InvalidByte extends Error {
  /** An offset in UTF-16 units. */
  readonly at: number;
  constructor(at: number) {
    super('invalid UTF-8');
    this.at = at;
  }
}

/** Line and column of an offset as libyaml counts them: from 1, columns in characters. */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (const { index, 0: found } of text.slice(0, offset).matchAll(/\r\n|[\n\r\x85\u2028\u2029]/g)) {
    line++;
    start = index + found.length;
  }
  if (offset > text.length) return { line: line + 1, column: 1 };
  return { line, column: [...text.slice(start, offset)].length + 1 };
}

export class Cursor {
  readonly text: string;
  offset = 0;
  /** Where the current line begins. */
  lineStart = 0;
  /** The last places where libyaml made sure that it had read four characters, or two, whether or not it needs them. */
  #four = 0;
  #two = 0;
  /** The end of what it has read for an escape. */
  #escape = 0;

  constructor(text: string) {
    this.text = text;
  }

  /**
   * From 0, in UTF-16 units. Columns are only compared where a line's indentation ends and nothing but white space and
   * indicators come before, so it makes no difference that libyaml counts characters.
   */
  get column(): number {
    return this.offset - this.lineStart;
  }

  /** libyaml reads four characters ahead of the start of a token or a word, to see a document marker. */
  lookFour(): void {
    this.#four = this.offset;
  }

  /** libyaml reads the character after each one of a plain scalar, to see a colon that ends it. */
  lookTwo(): void {
    this.#two = this.offset;
  }

  /** libyaml reads all characters of an escape before it looks at the first. */
  lookAtEscape(offset: number, characters: number): void {
    this.#escape = this.#after(offset, characters);
  }

  /** The end of what libyaml has read, apart from the rest of its 16 KiB; more than the text's length if it has read on. */
  get reach(): number {
    return Math.max(this.#after(this.#four, 4), this.#after(this.#two, 2), this.#escape, this.offset + 1);
  }

  #after(offset: number, characters: number): number {
    let end = offset;
    for (let i = 0; i < characters; i++) end += (this.text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
    return end;
  }

  /** The code unit `ahead` units further on; NaN after the end. */
  code(ahead = 0): number {
    return this.text.charCodeAt(this.offset + ahead);
  }

  skipBlanks(): void {
    while (isBlank(this.code())) this.offset++;
  }

  skipLine(): void {
    while (!isBreakOrEnd(this.code())) this.offset++;
  }

  /** Moves past a line break, and returns what it contributes to a value: YAML 1.1 keeps Unicode's separators. */
  nextBreak(): string {
    const c = this.code();
    this.offset += c === CR && this.code(1) === LF ? 2 : 1;
    this.lineStart = this.offset;
    return c === LINE_SEPARATOR ? '\u2028' : c === PARAGRAPH_SEPARATOR ? '\u2029' : '\n';
  }

  /** Whether `---` or `...` starts here, at the start of a line and followed by white space or the end. */
  atDocumentMarker(): boolean {
    if (this.offset !== this.lineStart) return false;
    const c = this.code();
    return (c === DASH || c === DOT) && this.code(1) === c && this.code(2) === c && isBlankOrEnd(this.code(3));
  }
}
