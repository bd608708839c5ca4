// The part of the span parser that the rules for addresses and links use.

import type { Delimiters } from './emphasis.ts';
import type { Node } from './library.ts';
import type { CommonMarkOptions } from './options.ts';
import type { References } from './references.ts';

export interface Bracket {
  /** `[` or `![`. */
  readonly node: Node;
  /** The offset after it. */
  readonly at: number;
  /** Where its line starts. */
  readonly lineStart: number;
  readonly isImage: boolean;
  readonly previous: Bracket | null;
  hasBracketAfter: boolean;
}

export interface SpanReader {
  readonly options: CommonMarkOptions;
  readonly references: References;
  /** The text of the current block. */
  readonly text: string;
  at: number;
  readonly block: Node;
  readonly delimiters: Delimiters;
  /** The innermost open bracket. */
  bracket: Bracket | null;
  /** No link may start before the next bracket, since one has just ended. */
  noLinkOpeners: boolean;
  /** Where the current line starts. */
  readonly lineStart: number;
  append(node: Node): void;
  /** Adds the next `length` characters as text. */
  take(length: number): Node;
  appendLink(destination: string, text: string): void;
}
