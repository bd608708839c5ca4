// jekyll-seo-tag 2.8.0 (github-pages) and 2.9.1 (jekyll-4): `{% seo %}`, metadata for search engines and link previews.

import { definePlugin } from '../../contract/plugin.ts';
import { markupTag } from '../markup-tag.ts';
import { writeTags } from './markup.ts';
import { Metadata } from './metadata.ts';

export const plugin = definePlugin({
  api: 1,
  name: 'jekyll-seo-tag',
  perBuild() {
    const formatted = new Map<string, string | null>();
    return {
      tags: { seo: { exact: markupTag((markup, context) => writeTags(new Metadata(context, markup, formatted))) } },
    };
  },
});
