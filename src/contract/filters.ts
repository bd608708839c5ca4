// A plugin's filters, and other filters called from a plugin.

import type { Context, FilterDefinition } from '../liquid/runtime/context.ts';
import { fromPlain, type Plain, toPlain } from '../ruby/plain.ts';
import { toLiquid } from '../ruby/values.ts';
import { blamedInTemplate, checkSynchronous } from './blame.ts';
import type { PluginFilter } from './parts.ts';

/** The engine's definition of a plugin's filter. */
export function filterOf(plugin: string, name: string, filter: PluginFilter): FilterDefinition {
  const definition: FilterDefinition = typeof filter === 'function' ? plainFilter(filter) : filter.exact;
  return {
    ...definition,
    apply(input, args, context) {
      try {
        return definition.apply(input, args, context);
      } catch (error) {
        throw blamedInTemplate(plugin, `its filter ${name}`, error);
      }
    },
  };
}

const plainFilter = (filter: PluginFilter & ((...args: Plain[]) => unknown)): FilterDefinition => ({
  arity: [0, Number.POSITIVE_INFINITY],
  apply: (input, args, { host }) =>
    fromPlain(checkSynchronous(filter(toPlain(input), ...args.map(toPlain))), host.zone),
});

/** The result of a filter in a context. @throws Error if there is no filter of that name */
export function callFilter(context: Context, name: string, input: Plain, args: readonly Plain[]): Plain {
  const filter = context.env.filters.get(name);
  if (filter === undefined) throw new Error(`Liquid has no filter '${name}'`);
  const { zone } = context.host;
  const given = args.map((arg) => fromPlain(arg, zone));
  return toPlain(filter.apply(toLiquid(fromPlain(input, zone)), given, context));
}
