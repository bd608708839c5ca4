// Constructs by the characters that they can start with, and the search for the next place where a span can start.

/** Parses its construct here. Returns false if it isn't here, 'stop' at the end tag of the enclosing element. */
export interface BlockConstruct<Parser> {
  readonly name: string;
  /** The characters that it can start with, after up to three spaces; null: any. */
  readonly starts: string | null;
  readonly parse: (parser: Parser) => boolean | 'stop';
}

/** Parses its construct here, or consumes its start as text. Returns false if it doesn't start here. */
export interface SpanConstruct<Parser> {
  readonly name: string;
  /** The characters that it can start with. */
  readonly starts: string;
  readonly parse: (parser: Parser) => boolean;
}

/** The index for all non-ASCII characters. */
export const OTHERS = 128;

/** The constructs to try, in order, for each ASCII character, and at 128 for all others. */
export type BlockTable<Parser> = readonly (readonly BlockConstruct<Parser>[])[];

export function blockTable<Parser>(constructs: readonly BlockConstruct<Parser>[]): BlockTable<Parser> {
  const table: BlockConstruct<Parser>[][] = [];
  for (let c = 0; c <= 128; c++) {
    const character = String.fromCharCode(c);
    table.push(constructs.filter(({ starts }) => starts === null || (c < 128 && starts.includes(character))));
  }
  return table;
}

/** What the search for the next span needs. */
interface Marks {
  /** 1 for characters at which the search must look closer. */
  readonly marks: Uint8Array;
  readonly quotes: boolean;
  readonly symbols: boolean;
  readonly breaks: boolean;
  readonly escapes: boolean;
}

export interface SpanTable<Parser> extends Marks {
  readonly byCharacter: readonly (readonly SpanConstruct<Parser>[])[];
}

const QUOTES = '"\'';

export function spanTable<Parser>(constructs: readonly SpanConstruct<Parser>[]): SpanTable<Parser> {
  const has = (name: string) => constructs.some((construct) => construct.name === name);
  const quotes = has('smart_quotes');
  const byCharacter: SpanConstruct<Parser>[][] = [];
  const marks = new Uint8Array(128);
  for (let c = 0; c <= 128; c++) {
    const character = String.fromCharCode(c);
    // The construct of a quote starts at the character before the quote, whatever that is.
    const here = constructs.filter(({ name, starts }) =>
      name === 'smart_quotes' ? c !== 92 : c < 128 && starts.includes(character),
    );
    byCharacter.push(here);
    if (c < 128)
      marks[c] = here.some(({ name }) => name !== 'smart_quotes') || (quotes && QUOTES.includes(character)) ? 1 : 0;
  }
  if (has('line_break')) {
    marks[32] = 0;
    marks[10] = 1;
  } else if (has('typographic_syms')) marks[32] = 0;
  return {
    byCharacter,
    marks,
    quotes,
    symbols: has('typographic_syms'),
    breaks: has('line_break'),
    escapes: has('escaped_chars'),
  };
}

/** The first offset from `from` on where a construct of the table or a stop may start, or -1. */
export function nextStart(text: string, from: number, table: Marks, stops: string): number {
  const { marks } = table;
  const stop = stops === '' ? -1 : stops.charCodeAt(0);
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === stop) return i;
    if (c > 127 || marks[c] === 0) continue;
    switch (c) {
      case 34:
      case 39:
        if (!table.quotes) continue;
        return i > from && text.charCodeAt(i - 1) !== 92 ? i - 1 : i;
      case 10:
        // Two spaces before the end of a line.
        if (table.breaks && i - 2 >= from && text.charCodeAt(i - 1) === 32 && text.charCodeAt(i - 2) === 32)
          return i - 2;
        continue;
      case 45:
        if (text.charCodeAt(i + 1) === 45) return i;
        continue;
      case 46:
        if (text.charCodeAt(i + 1) === 46 && text.charCodeAt(i + 2) === 46) return i;
        continue;
      case 62: {
        if (text.charCodeAt(i + 1) !== 62) continue;
        const before = i > from ? text.charCodeAt(i - 1) : 0;
        return before === 32 || before === 92 ? i - 1 : i;
      }
      case 60:
        if (table.symbols && i > from && text.charCodeAt(i + 1) === 60 && text.charCodeAt(i - 1) === 92) return i - 1;
        return i;
      case 33:
        if (text.charCodeAt(i + 1) === 91) return i;
        continue;
      case 123:
        if (text.charCodeAt(i + 1) === 58) return i;
        continue;
      case 36:
        if (text.charCodeAt(i + 1) === 36) return i;
        continue;
      case 126:
        if (text.charCodeAt(i + 1) === 126) return i;
        continue;
      case 92:
        // Without escapes, a backslash only matters before << and >>, which are found on their own.
        if (table.escapes) return i;
        continue;
      default:
        return i;
    }
  }
  return -1;
}
