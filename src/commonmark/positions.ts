// The positions of blocks: cmark-gfm's option SOURCEPOS (0.29.0.gfm.11). Lines and columns count from 1, columns in
// bytes. Blocks that cmark never ends (rows and cells of tables) keep their first end. A block that a later line ends
// has ended on the line before; but fenced code and underlined headings end on that later line.

import { byteLength, trimEnd } from './characters.ts';
import type { BlockParser, Node, Position } from './library.ts';

/** Records where blocks start and end, in bytes. */
export class Positions {
  readonly #parser: BlockParser;
  // The number of bytes before an offset in the line.
  #bytes = 0;
  #counted = 0;
  // Where the line's heading starts, or -1.
  #heading = -1;
  #lastLength = 0;
  #atEnd = false;

  constructor(parser: BlockParser) {
    this.#parser = parser;
    const { addChild, finalize } = parser;
    parser.addChild = (type, offset) => {
      const block = addChild.call(parser, type, offset);
      if (type === 'heading') this.#heading = offset;
      block.sourcepos[0][1] = this.#column(offset);
      return block;
    };
    parser.finalize = (block, line) => {
      finalize.call(parser, block, line);
      block.sourcepos[1] = this.#end(block);
    };
  }

  #column(offset: number): number {
    if (offset < this.#counted) this.#bytes = this.#counted = 0;
    this.#bytes += byteLength(this.#parser.currentLine.slice(this.#counted, offset));
    this.#counted = offset;
    return this.#bytes + 1;
  }

  #end(block: Node): Position {
    const { lineNumber, currentLine } = this.#parser;
    if (this.#atEnd) return [lineNumber, this.#lastLength];
    if (block._isFenced || block.isUnderlined) return [lineNumber, byteLength(currentLine)];
    return [lineNumber - 1, this.#lastLength];
  }

  /** Called after each line. */
  endLine(): void {
    const { currentLine } = this.#parser;
    this.#lastLength = byteLength(this.#heading < 0 ? currentLine : withoutClosing(currentLine, this.#heading));
    this.#heading = -1;
    this.#bytes = this.#counted = 0;
  }

  /** Called after the last line. */
  endText(): void {
    this.#atEnd = true;
  }
}

const CLOSED_HEADING = /^([\s\S]*[ \t])#+[ \t]*$/;

/** The part of a heading's line that cmark reads; all of it if only spaces follow the hashes. */
function withoutClosing(line: string, start: number): string {
  if (!/^#+(?:$|[ \t]+[^ \t])/.test(line.slice(start))) return line;
  return trimEnd(CLOSED_HEADING.exec(line)?.[1] ?? line);
}
