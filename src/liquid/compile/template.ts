// Compiles and renders templates.

import { BuildError, type Diagnostic } from '../../diagnostics/diagnostic.ts';
import { ArgumentError, NoMethodError } from '../../ruby/errors.ts';
import type { Text } from '../../ruby/us-ascii.ts';
import type { Value } from '../../ruby/values.ts';
import type { LiquidEnvironment } from '../compile/environment.ts';
import { LiquidError } from '../errors.ts';
import { Context, type Payload, type Registers, TagState, type Template } from '../runtime/context.ts';
import { TemplateParser, type Where } from '../syntax/parser.ts';
import type { Body } from '../syntax/tree.ts';
import { Compiler } from './body.ts';

/**
 * Parses and compiles a template: `text` is the part of `where.source` that starts at `where.offset`. Throws a
 * BuildError with Liquid's own message and the position in the file. (Liquid 4.0.4 with error_mode warn, Jekyll's
 * default.)
 * @param inspect receives the tree, which isn't kept
 */
export function parseTemplate(
  text: string,
  env: LiquidEnvironment,
  where: Where,
  inspect?: (tree: Body) => void,
): Template {
  env.debug?.('liquid', `${where.source.path} is compiled${includedFrom(where)}`);
  const parser = new TemplateParser(text, env, where);
  try {
    const tree = parser.document();
    inspect?.(tree);
    const render = new Compiler(env).body(tree);
    return { env, source: where.source, render, state: new TagState() };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const { code, message } = exhausted(error);
    throw parser.error(code, message, parser.lastToken(), undefined, error);
  }
}

/** For messages. */
function includedFrom({ includedFrom }: Where): string {
  const by = includedFrom?.[0];
  return by === undefined ? '' : `, since ${by.source.path} includes it`;
}

export interface RenderInput {
  /** site, page, layout, content …; increment and decrement write to it. */
  readonly payload: Payload;
  readonly registers: Registers;
  /** Called after rendering, with all names that tags have set. */
  readonly done?: (names: ReadonlySet<Value>) => void;
}

/**
 * Renders a template; the first error stops it with a BuildError that has the position and the chain of includes. On
 * Jekyll 4 a template must be cached as Jekyll does, see Template.state; otherwise caching makes no visible difference.
 */
export function renderTemplate(template: Template, input: RenderInput): Text {
  const { env } = template;
  const state = env.stack.liquid.cachesTemplates ? template.state : undefined;
  const context = new Context(env, input.payload, input.registers, template.source, state);
  try {
    const text = template.render(context);
    input.done?.(new Set(context.variables.keys()));
    return text;
  } catch (error) {
    throw placed(error, context);
  }
}

/** Adds the context's position to an error. */
function placed(error: unknown, context: Context): unknown {
  if (error instanceof BuildError) return withIncludes(error, context);
  if (error instanceof RangeError) return new BuildError({ ...context.at, ...exhausted(error) }, error);
  if (error instanceof ArgumentError) {
    return new BuildError({ ...context.at, code: 'liquid-argument', message: error.message }, error);
  }
  if (error instanceof NoMethodError) {
    return new BuildError({ ...context.at, code: 'liquid-no-method', message: error.message }, error);
  }
  if (!(error instanceof LiquidError)) return error;
  const hint = error.hint === undefined ? {} : { hint: error.hint };
  const about = error.about === undefined ? {} : { about: error.about };
  return new BuildError({ ...context.at, ...hint, ...about, code: error.code, message: error.message }, error);
}

/** Translates JavaScript's own limits: the stack overflows, or a string, array or integer gets too large. */
function exhausted({ message }: RangeError): Pick<Diagnostic, 'code' | 'message' | 'hint'> {
  if (message.includes('call stack')) {
    return { code: 'liquid-nesting', message: 'Nesting too deep', hint: 'Check whether a file includes itself.' };
  }
  const hint = 'Check whether a loop keeps adding to a value.';
  return { code: 'liquid-limit', message: `A value grows without limit: ${message}`, hint };
}

function withIncludes(error: BuildError, context: Context): BuildError {
  const { diagnostic } = error;
  if (diagnostic.span !== undefined || diagnostic.path !== undefined) return error;
  return new BuildError({ ...diagnostic, ...context.at }, error);
}
