// A place in a YAML text that moves on as libyaml's reader does: lines and columns from 0, columns in characters.

/** A place: an offset in UTF-16 units, the number of characters before it, and its line and column. */
export interface Mark {
  readonly offset: number;
  readonly index: number;
  readonly line: number;
  readonly column: number;
}

/** What libyaml says of a text that it refuses: the place is the context's, as psych shows it. */
export class YamlFault extends Error {
  readonly mark: Mark;
  /** Where the trouble was seen. */
  readonly at: Mark;
  constructor(problem: string, context: string, mark: Mark, at: Mark) {
    super(context === '' ? problem : `${problem} ${context}`);
    this.mark = mark;
    this.at = at;
  }
}

export class Cursor {
  readonly text: string;
  offset = 0;
  index = 0;
  line = 0;
  column = 0;

  constructor(text: string) {
    this.text = text;
  }

  mark(): Mark {
    return { offset: this.offset, index: this.index, line: this.line, column: this.column };
  }

  /** The character `ahead` units on; '' at the end. */
  peek(ahead = 0): string {
    return this.text[this.offset + ahead] ?? '';
  }

  /** Passes over a character that is no line break, and gives it. */
  next(): string {
    const code = this.text.codePointAt(this.offset)!;
    const length = code > 0xffff ? 2 : 1;
    const character = this.text.slice(this.offset, this.offset + length);
    this.offset += length;
    this.index++;
    this.column++;
    return character;
  }

  /** Passes over a number of characters of the basic plane. */
  skip(count = 1): void {
    this.offset += count;
    this.index += count;
    this.column += count;
  }

  /** Passes over a line break, and gives what it is in a value. */
  nextBreak(): string {
    const c = this.peek();
    const length = c === '\r' && this.peek(1) === '\n' ? 2 : 1;
    this.offset += length;
    this.index += length;
    this.column = 0;
    this.line++;
    return c === '\u2028' || c === '\u2029' ? c : '\n';
  }

  /** `---` or `...` at a line's start, with nothing behind it. */
  atDocumentMarker(): boolean {
    if (this.column !== 0) return false;
    const three = this.text.slice(this.offset, this.offset + 3);
    return (three === '---' || three === '...') && isBlankOrEnd(this.peek(3));
  }
}

export const isSpaceOrTab = (c: string): boolean => c === ' ' || c === '\t';
/** YAML 1.1 counts NEL and the two separators of Unicode. */
export const isBreak = (c: string): boolean =>
  c === '\n' || c === '\r' || c === '\x85' || c === '\u2028' || c === '\u2029';
export const isBreakOrEnd = (c: string): boolean => c === '' || isBreak(c);
export const isBlankOrEnd = (c: string): boolean => isSpaceOrTab(c) || isBreakOrEnd(c);
