// jekyll-include-cache 0.2.1 and 0.3.1: `{% include_cached FILE key=value %}`, rendered once per build for each
// combination of file and values.

import { definePlugin } from '../contract/plugin.ts';
import type { TagDefinition } from '../liquid/compile/environment.ts';
import type { Context } from '../liquid/runtime/context.ts';
import type { IncludedFile } from '../liquid/runtime/host.ts';
import type { IncludeTag } from '../liquid/syntax/tree.ts';
import { compileInclude, compileName, notFound, parseInclude } from '../liquid/tags/include.ts';
import { className } from '../ruby/class-name.ts';
import { toS } from '../ruby/to-s.ts';
import { Drop, isHash, RubyObject, type Value } from '../ruby/values.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-include-cache',
  perBuild() {
    const cache = new Map<string, string>();
    return {
      hooks: { site: { pre_render: () => cache.clear() } },
      tags: { include_cached: { exact: includeCached(cache) } },
    };
  },
});

function includeCached(cache: Map<string, string>): TagDefinition<IncludeTag> {
  const identities = new WeakMap<object, number>();
  let count = 0;
  const identity = (object: object): number => {
    let number = identities.get(object);
    if (number === undefined) identities.set(object, (number = ++count));
    return number;
  };

  /** Equal for values with equal hashes in Ruby: drops and documents by identity, everything else by content. */
  const digest = (value: Value): string => {
    if (value instanceof Drop || value instanceof RubyObject) return `#${identity(value)}`;
    if (Array.isArray(value)) return `[${value.map(digest).join(',')}]`;
    if (isHash(value)) return `{${[...value].map(([key, item]) => `${digest(key)}:${digest(item)}`).join(',')}}`;
    return typeof value === 'string' ? JSON.stringify(value) : `${className(value)} ${toS(value)}`;
  };

  return {
    parse: parseInclude,
    compile(tag, compiler) {
      const nameOf = compileName(tag, compiler);
      const include = compileInclude(tag, compiler, find);
      // Values in the order of their keys; the keys themselves are not part of the cache key.
      const parameters = [...(tag.parameters ?? [])].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
      const values = [...new Map(parameters).values()].map((value) => compiler.expression(value));
      return (context) => {
        const { path } = find(nameOf(context), context);
        const digests = values.map((value) => digest(value(context))).join('\0');
        const key = `${path}\0${tag.parameters === null ? 'nil' : digests}`;
        let text = cache.get(key);
        if (text === undefined) {
          compiler.env.debug?.(
            'liquid',
            `include_cached renders ${path} once for ${digests.replaceAll('\0', ', ') || 'no values'}`,
          );
          text = String(include(context));
          cache.set(key, text);
        }
        return text;
      };
    },
  };
}

function find(name: string, { host }: Context): IncludedFile {
  const file = host.findInclude(name);
  if (file !== null) return file;
  throw notFound(name, host.includeFolders);
}
