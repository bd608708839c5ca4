// Where parts of a document are in the text that was parsed.

/** Text that was parsed: the whole document, or the content of a construct. Its lines correspond to lines of its parent. */
export interface ParsedText {
  readonly text: string;
  /** The index of the text that it is part of; -1 for the whole. */
  readonly parent: number;
  /** Where its first line starts in the parent. */
  readonly start: number;
}

/** Lines of parsed text, and the lines of its parent that they come from. */
interface LinePairs {
  readonly starts: number[];
  readonly ends: number[];
  readonly outerStarts: number[];
  readonly outerEnds: number[];
  /** The first line is unchanged in the parent. */
  verbatim: boolean;
}

/** Converts offsets in parsed text to offsets in the text that was passed in, which may have other line ends. */
export class Places {
  readonly #texts: readonly ParsedText[];
  readonly #lines: LinePairs[] = [];
  /** The offsets of \n for \r\n, in the normalised text. */
  readonly #pairs: number[] = [];
  readonly #length: number;

  constructor(texts: readonly ParsedText[], original: string) {
    this.#texts = texts;
    this.#length = original.length;
    for (let i = original.indexOf('\r\n'); i >= 0; i = original.indexOf('\r\n', i + 2)) {
      this.#pairs.push(i - this.#pairs.length);
    }
  }

  /** The original offset of an offset in one piece of parsed text. If a line lost its beginning, it is counted from its end. */
  of(index: number, at: number): number {
    const whole = this.#trace(index, at);
    return Math.min(this.#length, whole + countBelow(this.#pairs, whole));
  }

  #trace(index: number, at: number): number {
    const { parent, start } = this.#texts[index]!;
    if (parent < 0) return at;
    const { starts, ends, outerStarts, outerEnds, verbatim } = (this.#lines[index] ??= this.#pairLines(index));
    const line = Math.max(0, countBelow(starts, at + 1) - 1);
    if (line === 0 && verbatim) return this.#trace(parent, start + at);
    const outer = Math.min(outerEnds[line]!, outerEnds[line]! - (ends[line]! - at));
    return this.#trace(parent, Math.max(outerStarts[line]!, outer));
  }

  #pairLines(index: number): LinePairs {
    const { text, parent, start: first } = this.#texts[index]!;
    const around = this.#texts[parent]!.text;
    const pairs: LinePairs = { starts: [], ends: [], outerStarts: [], outerEnds: [], verbatim: false };
    let outer = first;
    for (let start = 0; start <= text.length; ) {
      const end = lineStop(text, start);
      const outerEnd = lineStop(around, outer);
      pairs.starts.push(start);
      pairs.ends.push(end);
      pairs.outerStarts.push(outer);
      pairs.outerEnds.push(outerEnd);
      start = end + 1;
      outer = Math.min(outerEnd + 1, around.length);
    }
    pairs.verbatim = around.startsWith(text.slice(0, pairs.ends[0]), first);
    return pairs;
  }
}

// How many of some ascending numbers are below a limit.
function countBelow(numbers: readonly number[], limit: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

// The offset of the line's \n, or the end of the text.
function lineStop(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
