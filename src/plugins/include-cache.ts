// jekyll-include-cache 0.2.1 and 0.3.1: `{% include_cached FILE key=value %}`, rendered once for a build for the same
// file and the same values.

import type { Context } from '../liquid/context.ts';
import type { TagDefinition } from '../liquid/definitions.ts';
import { LiquidError } from '../liquid/errors.ts';
import { evaluate, renderBody } from '../liquid/evaluate.ts';
import { parseInclude, renderInclude } from '../liquid/tags/include.ts';
import type { IncludeTag } from '../liquid/tree.ts';
import { className } from '../ruby/class-name.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { Drop, isHash, RubyObject, type Value } from '../ruby/values.ts';
import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = {
  name: 'jekyll-include-cache',
  setup(site) {
    const cache = new Map<string, string>();
    site.hooks.onSite('pre_render', () => cache.clear());
    site.liquid.tags.set('include_cached', includeCached(cache));
  },
};

function includeCached(cache: Map<string, string>): TagDefinition<IncludeTag> {
  const identities = new WeakMap<object, number>();
  let count = 0;
  const identity = (object: object): number => {
    let number = identities.get(object);
    if (number === undefined) identities.set(object, (number = ++count));
    return number;
  };

  /** Equal for what Ruby's hash is equal for: drops and documents by identity, all else by content. */
  const digest = (value: Value): string => {
    if (value instanceof Drop || value instanceof RubyObject) return `#${identity(value)}`;
    if (Array.isArray(value)) return `[${value.map(digest).join(',')}]`;
    if (isHash(value)) return `{${[...value].map(([key, item]) => `${digest(key)}:${digest(item)}`).join(',')}}`;
    return typeof value === 'string' ? JSON.stringify(value) : `${className(value)} ${toS(value)}`;
  };

  return {
    parse: parseInclude,
    render(tag, context) {
      const name = fileName(tag, context);
      const file = context.host.findInclude(name);
      // Without the file renderInclude tells what is wrong with the name.
      if (file === null) return renderInclude(tag, context, missing);
      // The values in the order of their keys; the keys themselves don't count.
      const parameters = [...(tag.parameters ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      const last = new Map(parameters);
      const values = [...last.values()].map((value) => digest(evaluate(value, context)));
      const key = `${file.path}\0${tag.parameters === null ? 'nil' : values.join('\0')}`;
      let text = cache.get(key);
      if (text === undefined) {
        text = renderInclude(tag, context, () => file);
        cache.set(key, text);
      }
      context.usAscii = false;
      return text;
    },
  };
}

const fileName = (tag: IncludeTag, context: Context): string =>
  typeof tag.file === 'object' && tag.file !== null ? renderBody(tag.file, context) : (tag.file ?? '');

const missing = (name: string, context: Context): never => {
  throw new LiquidError(
    'liquid-include-missing',
    `Could not locate the included file '${name}' in any of ${inspect([...context.host.includeFolders])}. Ensure it exists in one of those directories and, if it is a symlink, does not point outside your site source.`,
    'Is the name spelt as the file is, with its ending?',
  );
};
