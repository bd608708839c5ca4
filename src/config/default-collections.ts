// The collection `posts`, which every site has (Configuration#add_default_collections).

import { BuildError } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { deepMerge } from '../ruby/merge.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import { isHash, type RubyHash, type Value } from '../ruby/values.ts';
import { rawOptions } from './known-options.ts';
import type { Places } from './places.ts';
import type { Stack } from './stacks.ts';

/** With `posts`, which comes first, is written, and has the global permalink. @throws BuildError */
export function withDefaultCollections(config: RubyHash, stack: Stack, place: Places): RubyHash {
  const { collections, permalink } = rawOptions(config);
  if (collections === undefined || collections === null) return config;
  const merged = deepMerge(new Map([['posts', new Map()]]), labelled(collections, place));
  const own = merged.get('posts');
  const posts: RubyHash = new Map(isHash(own) ? own : []);
  posts.set('output', true);
  if (truthy(permalink) && !truthy(posts.get('permalink'))) posts.set('permalink', urlTemplate(toS(permalink!), stack));
  return new Map(config).set('collections', merged.set('posts', posts));
}

/** `collections:` as a mapping of names to options. */
function labelled(collections: Value, place: Places): RubyHash {
  if (!Array.isArray(collections) && !isHash(collections)) {
    throw new BuildError({
      code: 'config-collections',
      message: 'Your `collections` key must be a hash or an array.',
      ...place.collections(),
      hint: 'Write a list of names, such as `collections: [notes]`, or a mapping of names to options.',
    });
  }
  const hash: RubyHash = isHash(collections) ? collections : new Map(collections.map((label) => [label, new Map()]));
  const nameless = [...hash.keys()].find((label) => typeof label !== 'string');
  if (nameless === undefined) return hash;
  throw new BuildError({
    code: 'config-collections',
    message: `collections: ${inspect(nameless)} is not the name of a collection`,
    ...place.collections(),
    hint: 'Put the name in quotes.',
  });
}

const STYLES: Readonly<Record<string, string>> = {
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
};

/** The template of a permalink style; a template is one already. */
function urlTemplate(style: string, stack: Stack): string {
  if (style === 'weekdate' && stack.config.hasWeekdateStyle)
    return '/:categories/:year/W:week/:short_day/:title:output_ext';
  return STYLES[style] ?? style;
}
