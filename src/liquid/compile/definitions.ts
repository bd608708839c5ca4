// What a tag and a filter are: the contract for Liquid's own, Jekyll's, and those of plugins.

import type { Rendered, Value } from '../../ruby/values.ts';
import type { Context } from '../runtime/context.ts';
import type { TagParser } from '../syntax/parser.ts';
import type { CustomTag, TagContent } from '../syntax/tree.ts';
import type { Compiler, Render } from './body.ts';

export interface TagDefinition<Content extends TagContent = CustomTag> {
  /**
   * Reads a tag. `markup` is what stands behind the name, without white space before it. A block reads its body by
   * `parser.block()`; faults are thrown as
   * `parser.error()` makes them. What it returns renders itself, or one of the two below does it.
   */
  parse(markup: string, parser: TagParser): Content;
  /** Makes the function that renders what parse returned. It leaves its text's encoding in the context's usAscii. */
  compile?(content: Content, compiler: Compiler): Render;
  /** Renders what parse returned. A plain string counts as UTF-8. */
  render?(content: Content, context: Context): string | Rendered;
}

export interface FilterDefinition {
  /** How many arguments it takes besides its input: the fewest, the most. Others stop the build, as in Ruby. */
  readonly arity: readonly [least: number, most: number];
  /**
   * What becomes of the encoding: 'input' (Ruby works on the input's to_s, so that a number's result is US-ASCII),
   * 'items' (the result is a list of the input's pieces), 'ascii' (always US-ASCII), 'own' (apply sets context.usAscii).
   * Without it a string is UTF-8, unless it is the input itself.
   */
  readonly encoding?: 'input' | 'items' | 'ascii' | 'own';
  /** Throws a LiquidError (errors.ts) where Ruby raises. */
  apply(input: Value, args: readonly Value[], context: Context): Value;
}

/** A tag of any content, as tables hold them. */
// biome-ignore lint/suspicious/noExplicitAny: what a definition parses is only handed back to it
export type AnyTagDefinition = TagDefinition<any>;
