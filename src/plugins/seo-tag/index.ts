// jekyll-seo-tag 2.8.0 (github-pages) and 2.9.1 (jekyll-4): `{% seo %}`, metadata for search engines and link previews.

import type { Context } from '../../liquid/runtime/context.ts';
import type { Plugin } from '../../site/plugin.ts';
import { writeTags } from './markup.ts';
import { Metadata } from './metadata.ts';

export const plugin: Plugin = {
  name: 'jekyll-seo-tag',
  setup(site) {
    const formatted = new Map<string, string | null>();
    site.liquid.tags.set('seo', {
      parse: (markup) => ({
        render: (context: Context) => writeTags(new Metadata(context, markup, formatted)),
      }),
    });
  },
};
