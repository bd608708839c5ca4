// What the rules for addresses and links see of the parser of spans.

import type { Delimiters } from './emphasis.ts';
import type { Node } from './library.ts';
import type { CommonMarkOptions } from './options.ts';
import type { References } from './references.ts';

/** An opening bracket that has not been closed. */
export interface Bracket {
  /** `[` or `![`. */
  readonly node: Node;
  /** The offset after it. */
  readonly at: number;
  /** Where its line begins. */
  readonly lineStart: number;
  readonly isImage: boolean;
  readonly previous: Bracket | null;
  hasBracketAfter: boolean;
}

export interface SpanReader {
  readonly options: CommonMarkOptions;
  readonly references: References;
  /** The text being read, of one block. */
  readonly text: string;
  at: number;
  /** The block that the text is in. */
  readonly block: Node;
  readonly delimiters: Delimiters;
  /** The innermost open bracket. */
  bracket: Bracket | null;
  /** No link may begin before the next bracket: one has just ended. */
  noLinkOpeners: boolean;
  /** Where the line being read begins. */
  readonly lineStart: number;
  append(node: Node): void;
  /** The next `length` characters are text. */
  take(length: number): Node;
  appendLink(destination: string, text: string): void;
}
