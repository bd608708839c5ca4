// Types shared by the compiler, the tags and a site's Liquid environment.

import type { Context, FilterDefinition, Render, Runtime, Template } from '../runtime/context.ts';
import type { Profiler } from '../runtime/profiler.ts';
import type { Grammar, TagSyntax } from '../syntax/parser.ts';
import type { Body, Condition, CustomTag, Expression, TagContent, Variable } from '../syntax/tree.ts';
import type { Test } from './condition.ts';
import type { Evaluate } from './expression.ts';

/** A site's Liquid (engine.ts). Plugins add their tags and filters before the first template is parsed. */
export interface LiquidEnvironment extends Runtime, Grammar {
  readonly tags: Map<string, AnyTagDefinition>;
  readonly filters: Map<string, FilterDefinition>;
  /** Templates of included files by path, each parsed once. */
  readonly partials: Map<string, Template>;
  /** Measures the cost of each template; null if not requested. */
  readonly profiler: Profiler | null;
  /** How often tags and filters of liquidjs plugins ran. */
  liquidjsCalls: number;
}

/** A tag of Liquid, Jekyll or a plugin. */
export interface TagDefinition<Content extends TagContent = SelfRenderingTag> extends TagSyntax<Content> {
  /** Makes a function that renders the result of parse. */
  compile?(content: Content, compiler: TagCompiler): Render;
}

/** The result of parse in a definition without `compile`. */
export interface SelfRenderingTag extends CustomTag {
  render(context: Context): string;
}

/** A tag with any content, for tables. */
// biome-ignore lint/suspicious/noExplicitAny: what a definition parses is only handed back to it
export type AnyTagDefinition = TagDefinition<any>;

/** Compiles the parts of a tag to functions. */
export interface TagCompiler {
  readonly env: LiquidEnvironment;
  expression(expression: Expression): Evaluate;
  condition(condition: Condition): Test;
  variable(variable: Variable): Evaluate;
  text(body: Body): (context: Context) => string;
  /** A body that is the tag's whole output, to be returned unchanged. */
  body(body: Body): Render;
  /** A value for `context.assign`. */
  assigned(variable: Variable): Evaluate;
  /** A body for `context.assign`. */
  captured(body: Body): Render;
}
