// The input of the parser. The content of a construct (a quote without its markers, a list item without its indentation)
// is a source of its own.

/** Where the destination of a link in parentheses ends: at the closing parenthesis, or before a title. */
export interface Destination {
  readonly at: number;
  readonly closed: boolean;
}

/** A string that is parsed from left to right. */
export class Source {
  readonly text: string;
  /** The current offset. */
  pos = 0;
  /** Its index among the document's sources; -1 for none. */
  readonly index: number;
  // The next occurrence of each string: [searched from, found at], so that searching again in between is free.
  #found: Map<string, { from: number; at: number }> | null = null;
  #failures: Map<string, number> | null = null;
  #destinations: Map<number, Destination | null> | null = null;
  /** What failed attempts at spans have learned; see parser/attempts.ts. */
  memory: unknown = null;
  /** The lines that can close fenced code; see parser/closing-fence.ts. */
  fences: unknown = null;
  /** Where extensions end; see parser/extensions.ts. */
  stopTags: unknown = null;
  /** Offsets after which a search (by a key of the caller's) is known to fail. */
  get failures(): Map<string, number> {
    return (this.#failures ??= new Map());
  }
  /** Where the destinations of links in parentheses end, by the offset of the opening parenthesis. */
  get destinations(): Map<number, Destination | null> {
    return (this.#destinations ??= new Map());
  }

  constructor(text: string, index = -1) {
    this.text = text;
    this.index = index;
  }

  get done(): boolean {
    return this.pos >= this.text.length;
  }

  /** Matches a sticky expression here, without advancing. */
  check(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    return re.exec(this.text);
  }

  /** Matches a sticky expression here, and advances past the match. */
  scan(re: RegExp): RegExpExecArray | null {
    re.lastIndex = this.pos;
    const match = re.exec(this.text);
    if (match) this.pos = re.lastIndex;
    return match;
  }

  /** Whether a sticky expression matches at an offset. */
  testAt(re: RegExp, at: number): boolean {
    re.lastIndex = at;
    return re.test(this.text);
  }

  /** The end of the line at an offset: after its \n, or at the end of the text. */
  lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end + 1;
  }

  /** A caching indexOf: with ascending offsets, the text is searched only once. */
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

  /** Like `find`, for a global expression: where its next match starts. */
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

  /** Frees the caches. */
  release(): void {
    this.#found = null;
    this.#failures = null;
    this.#destinations = null;
    this.memory = null;
    this.fences = null;
    this.stopTags = null;
  }
}
