// What the compiler, the tags and the site's Liquid as a whole are to each other.

import type { Context, FilterDefinition, Render, Runtime, Template } from '../runtime/context.ts';
import type { Profiler } from '../runtime/profiler.ts';
import type { Grammar, TagSyntax } from '../syntax/parser.ts';
import type { Body, Condition, CustomTag, Expression, TagContent, Variable } from '../syntax/tree.ts';
import type { Test } from './condition.ts';
import type { Evaluate } from './expression.ts';

/** Liquid as a site has set it up (engine.ts). Plugins add their tags and filters before the first template is parsed. */
export interface LiquidEnvironment extends Runtime, Grammar {
  readonly tags: Map<string, AnyTagDefinition>;
  readonly filters: Map<string, FilterDefinition>;
  /** Included files, parsed once, by path. */
  readonly partials: Map<string, Template>;
  /** What each template costs; null unless somebody asks. */
  readonly profiler: Profiler | null;
  /** How often a tag or a filter of a liquidjs plugin has run. */
  liquidjsCalls: number;
}

/** Liquid's own tags, Jekyll's, and those of plugins. */
export interface TagDefinition<Content extends TagContent = SelfRenderingTag> extends TagSyntax<Content> {
  /** Makes the function that renders what parse returned. */
  compile?(content: Content, compiler: TagCompiler): Render;
}

/** What a definition without `compile` parses. */
export interface SelfRenderingTag extends CustomTag {
  render(context: Context): string;
}

/** A tag of any content, as tables hold them. */
// biome-ignore lint/suspicious/noExplicitAny: what a definition parses is only handed back to it
export type AnyTagDefinition = TagDefinition<any>;

/** Makes functions of a tag's parts. */
export interface TagCompiler {
  readonly env: LiquidEnvironment;
  expression(expression: Expression): Evaluate;
  condition(condition: Condition): Test;
  variable(variable: Variable): Evaluate;
  text(body: Body): (context: Context) => string;
  /** A body that is the whole text of the tag, to be returned as it is. */
  body(body: Body): Render;
  /** A value that the tag gives to `context.assign`. */
  assigned(variable: Variable): Evaluate;
  /** A body that the tag gives to `context.assign`. */
  captured(body: Body): Render;
}
