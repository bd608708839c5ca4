// Constructs by the characters that they can start with, and the search for the next place where a span can start.

interface Construct {
  /** kramdown's name. */
  readonly name: string;
  /** The characters that it can start with (a block after up to three spaces); null: any. */
  readonly starts: string | null;
}

export interface BlockConstruct<Parser> extends Construct {
  /** Parses it here. Returns false if it isn't here, 'stop' at the end tag of the enclosing element. */
  readonly parse: (parser: Parser) => boolean | 'stop';
  /** Whether it starts at a line, for blocks that end a paragraph. `start` is `at` after up to three spaces. */
  readonly isStart?: (text: string, at: number, start: number) => boolean;
}

/**
 * Where a span may start if the search comes to one of its characters; -1 if it can't. This can be before the character,
 * but not before `from`.
 */
export type Find = (text: string, at: number, from: number) => number;

export interface SpanConstruct<Parser> extends Construct {
  /** Parses it here, or consumes its start as text. Returns false if it doesn't start here. */
  readonly parse: (parser: Parser) => boolean;
  /**
   * How the search finds it, by character. A character of `starts` that isn't here is enough on its own; null is for one
   * at which the search needn't look, since it comes to another character of the construct.
   */
  readonly finds?: Readonly<Record<string, Find | null>>;
}

/** Finds a character before another one of its kind. */
export const beforeSame: Find = (text, at) => (text.charCodeAt(at + 1) === text.charCodeAt(at) ? at : -1);

/** The index for all non-ASCII characters. */
export const OTHERS = 128;

/** The constructs to try, in order, for each ASCII character, and at 128 for all others. */
export type BlockTable<Parser> = readonly (readonly BlockConstruct<Parser>[])[];

export function blockTable<Parser>(constructs: readonly BlockConstruct<Parser>[]): BlockTable<Parser> {
  return byCharacter(constructs);
}

export interface SpanTable<Parser> {
  readonly byCharacter: readonly (readonly SpanConstruct<Parser>[])[];
  /** By ASCII character: how the search finds a span there; null if there can't be one. */
  readonly finds: readonly (readonly Find[] | null)[];
}

export function spanTable<Parser>(constructs: readonly SpanConstruct<Parser>[]): SpanTable<Parser> {
  const finds = Array.from({ length: OTHERS }, (_, c) => findsAt(constructs, String.fromCharCode(c)));
  return { byCharacter: byCharacter(constructs), finds };
}

function byCharacter<C extends Construct>(constructs: readonly C[]): C[][] {
  return Array.from({ length: OTHERS + 1 }, (_, c) =>
    constructs.filter(({ starts }) => starts === null || (c < OTHERS && starts.includes(String.fromCharCode(c)))),
  );
}

const here: Find = (_, at) => at;

function findsAt<Parser>(constructs: readonly SpanConstruct<Parser>[], character: string): Find[] | null {
  const found = new Set<Find>();
  for (const { starts, finds } of constructs) {
    const find = finds?.[character];
    if (find) found.add(find);
    else if (find === undefined && starts?.includes(character)) found.add(here);
  }
  return found.size > 0 ? [...found] : null;
}

/** The first offset from `from` on where a construct of the table or a stop may start, or -1. */
export function nextStart<Parser>(text: string, from: number, table: SpanTable<Parser>, stops: string): number {
  const { finds } = table;
  const stop = stops === '' ? -1 : stops.charCodeAt(0);
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === stop) return i;
    if (c >= OTHERS) continue;
    const here = finds[c]!;
    if (here === null) continue;
    let first = -1;
    for (let n = 0; n < here.length; n++) {
      const at = here[n]!(text, i, from);
      if (at >= 0 && (first < 0 || at < first)) first = at;
    }
    if (first >= 0) return first;
  }
  return -1;
}
