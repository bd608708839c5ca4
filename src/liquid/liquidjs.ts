// Support for liquidjs plugins: `function (Liquid) { this.registerFilter(…); this.registerTag(…) }`.
//
// A plugin runs in a liquidjs engine; the tags and filters that it registers there are wrapped as ours, which delegate
// to it. So a tag's markup, and a block's body, follow liquidjs's grammar and output rules. The caller imports liquidjs
// if a site has such a plugin. Rendering is synchronous: a promise as a result stops the build.

import type * as Liquidjs from 'liquidjs';
import { fromPlain } from '../ruby/plain.ts';
import type { LiquidEnvironment, TagDefinition } from './compile/environment.ts';
import { LiquidError } from './errors.ts';
import { type JsValues, jsValues } from './liquidjs-values.ts';
import type { Context, FilterDefinition } from './runtime/context.ts';
import type { TagParser } from './syntax/parser.ts';

type Module = typeof Liquidjs;
type Engine = Liquidjs.Liquid;

/** A liquidjs plugin. */
export type LiquidjsPlugin = (this: Engine, Liquid: Module['Liquid']) => void;

/** Adds the tags and filters that a plugin registers to an environment; they may replace existing ones. */
export function useLiquidjsPlugin(plugin: LiquidjsPlugin, env: LiquidEnvironment, liquidjs: Module): void {
  const engine = new liquidjs.Liquid();
  // Functions that plugins call in a tag's render return promises in liquidjs; here they must be synchronous.
  engine.evalValue = engine.evalValueSync.bind(engine);
  const [filters, tags] = [{ ...engine.filters }, { ...engine.tags }];
  plugin.call(engine, liquidjs.Liquid);
  const door: Door = { engine, liquidjs, values: jsValues(liquidjs.Drop), env };
  for (const [name, filter] of Object.entries(engine.filters)) {
    if (filter !== filters[name]) env.filters.set(name, adaptFilter(filter, name, door));
  }
  for (const name of Object.keys(engine.tags)) if (engine.tags[name] !== tags[name]) env.tags.set(name, adaptTag(door));
}

interface Door {
  readonly engine: Engine;
  readonly liquidjs: Module;
  readonly values: JsValues;
  readonly env: LiquidEnvironment;
}

function adaptFilter(filter: Engine['filters'][string], name: string, door: Door): FilterDefinition {
  const handler = typeof filter === 'function' ? filter : filter.handler;
  return {
    arity: [0, Number.POSITIVE_INFINITY],
    apply(input, args, context) {
      const { engine, values } = door;
      door.env.liquidjsCalls++;
      const self = { context: contextOf(door, context), token: null as never, liquid: engine };
      const result = run(`The filter ${name}`, door, () =>
        handler.call(self, values.toJs(input), ...args.map((arg) => values.toJs(arg))),
      );
      return fromPlain(result);
    },
  };
}

/** A liquidjs context on top of ours, which looks up what a template would see. */
function contextOf({ engine, liquidjs, values }: Door, context: Context): Liquidjs.Context {
  const scope = values.scope((name) => context.find(name));
  return new liquidjs.Context({}, engine.options, { sync: true, globals: scope }, { liquid: engine } as never);
}

function adaptTag(door: Door): TagDefinition {
  return {
    parse(_markup, parser) {
      const template = parseTag(parser, door);
      return {
        render(context) {
          door.env.liquidjsCalls++;
          const inner = contextOf(door, context);
          const text = run(`The tag ${parser.name}`, door, () => door.engine.renderSync([template], inner));
          for (const [name, value] of Object.entries(inner.bottom())) context.assign(name, fromPlain(value));
          return String(text);
        },
      };
    },
  };
}

// liquidjs reads the tag and as much after it as belongs to it; our parser continues there.
function parseTag(parser: TagParser, { engine, liquidjs }: Door): Liquidjs.Template {
  const text = parser.rest();
  try {
    const tokens = new liquidjs.Tokenizer(text).readTopLevelTokens(engine.options);
    const template = engine.parser.parseToken(tokens.shift()!, tokens);
    parser.skip(tokens[0]?.begin ?? text.length);
    return template;
  } catch (error) {
    throw parser.error(
      (error as Error).message.replace(/, line:.*$/s, ''),
      'liquidjs reads this tag.',
      'liquidjs-syntax',
    );
  }
}

function run(what: string, { liquidjs }: Door, work: () => unknown): unknown {
  let result: unknown;
  try {
    result = liquidjs.toValueSync(work());
  } catch (error) {
    if (error instanceof LiquidError) throw error;
    throw new LiquidError(
      'liquidjs-failed',
      `${what} failed: ${(error as Error).message}`,
      'It comes from a liquidjs plugin.',
    );
  }
  if (typeof (result as { then?: unknown } | null | undefined)?.then === 'function') {
    throw new LiquidError(
      'liquidjs-asynchronous',
      `${what} returns a promise`,
      'Rendering is synchronous: the plugin must do its work at once, or before the build.',
    );
  }
  return result;
}
