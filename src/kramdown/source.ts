// A text being read, and where it comes from. A construct's content (a quote without its marks, a list item without its
// indentation) is a text of its own; its lines are the lines of the text around it, so a place can be traced back.

/** Where a link's target in parentheses ends: at the closing one, or before a title. */
export interface Destination {
  readonly at: number;
  readonly closed: boolean;
}

/** A text that is read from left to right. */
export class Source {
  readonly text: string;
  /** The place reached. */
  pos = 0;
  readonly #parent: Source | null;
  readonly #start: number;
  // Where a string is next: [asked at, found at], so that asking again on the way costs nothing.
  #found: Map<string, { from: number; at: number }> | null = null;
  #lines: LinePairs | null = null;
  #failures: Map<string, number> | null = null;
  #destinations: Map<number, Destination | null> | null = null;
  /** What failed attempts at spans have learned; see parser/attempts.ts. */
  memory: unknown = null;
  /** Which lines can close fenced code; see parser/closing-fence.ts. */
  fences: unknown = null;
  /** Where extensions stop; see parser/extensions.ts. */
  stopTags: unknown = null;
  /** From where on something was looked for and isn't there, by the seeker's own keys. */
  get failures(): Map<string, number> {
    return (this.#failures ??= new Map());
  }
  /** Where the targets of links in parentheses end, by their opening parenthesis. */
  get destinations(): Map<number, Destination | null> {
    return (this.#destinations ??= new Map());
  }

  /** @param start where in the parent's text the first line of this one begins */
  constructor(text: string, parent: Source | null = null, start = 0) {
    this.text = text;
    this.#parent = parent;
    this.#start = start;
  }

  get done(): boolean {
    return this.pos >= this.text.length;
  }

  /** The match of a sticky expression here; the place stays. */
  check(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    return re.exec(this.text);
  }

  /** The match of a sticky expression here; the place moves behind it. */
  scan(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    const match = re.exec(this.text);
    if (match) this.pos = re.lastIndex;
    return match;
  }

  /** Whether the sticky expression matches at a place. */
  testAt(re: RegExp, at: number): boolean {
    re.lastIndex = at;
    return re.test(this.text);
  }

  /** The end of the line at a place: behind its \n, or the end of the text. */
  lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** indexOf that remembers: asked in ascending places it walks the text once. */
  find(needle: string, from: number): number {
    this.#found ??= new Map();
    const last = this.#found.get(needle);
    if (last && last.from <= from && (last.at < 0 || from <= last.at)) return last.at;
    const at = this.text.indexOf(needle, from);
    if (last) {
      last.from = from;
      last.at = at;
    } else this.#found.set(needle, { from, at });
    return at;
  }

  /** As find, for a global expression: where its next match begins. */
  search(re: RegExp, from: number): number {
    this.#found ??= new Map();
    const last = this.#found.get(re.source);
    if (last && last.from <= from && (last.at < 0 || from <= last.at)) return last.at;
    re.lastIndex = from;
    const at = re.exec(this.text)?.index ?? -1;
    if (last) {
      last.from = from;
      last.at = at;
    } else this.#found.set(re.source, { from, at });
    return at;
  }

  /** Lets go of what reading has found out, since elements keep their texts. */
  release(): void {
    this.#found = null;
    this.#failures = null;
    this.#destinations = null;
    this.memory = null;
    this.fences = null;
    this.stopTags = null;
  }

  /** The offset in the outermost text. Where a line lost its beginning, its end is what stays in place. */
  trace(at: number): number {
    const parent = this.#parent;
    if (!parent) return at;
    this.#lines ??= this.#pairLines(parent);
    const { starts, ends, outerStarts, outerEnds, verbatim } = this.#lines;
    let low = 0;
    for (let high = starts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= at) low = middle;
      else high = middle;
    }
    if (low === 0 && verbatim) return parent.trace(this.#start + at);
    return parent.trace(Math.max(outerStarts[low]!, Math.min(outerEnds[low]!, outerEnds[low]! - (ends[low]! - at))));
  }

  // This text's lines beside the lines of the parent that they come from.
  #pairLines(parent: Source): LinePairs {
    const pairs: LinePairs = { starts: [], ends: [], outerStarts: [], outerEnds: [], verbatim: false };
    let outer = this.#start;
    for (let start = 0; start <= this.text.length; ) {
      const end = lineStop(this.text, start);
      const outerEnd = lineStop(parent.text, outer);
      pairs.starts.push(start);
      pairs.ends.push(end);
      pairs.outerStarts.push(outer);
      pairs.outerEnds.push(outerEnd);
      start = end + 1;
      outer = Math.min(outerEnd + 1, parent.text.length);
    }
    pairs.verbatim = parent.text.startsWith(this.text.slice(0, pairs.ends[0]), this.#start);
    return pairs;
  }
}

interface LinePairs {
  readonly starts: number[];
  readonly ends: number[];
  readonly outerStarts: number[];
  readonly outerEnds: number[];
  /** The first line stands in the parent as it is. */
  verbatim: boolean;
}

// The place of the \n that ends a line, or the end of the text.
function lineStop(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end;
}
