// jekyll-commonmark-ghpages, which GitHub Pages always enables. Its Markdown engine is loaded by converters/markdown.ts
// if `markdown:` names it.

import { definePlugin } from '../contract/plugin.ts';

export const plugin = definePlugin({ api: 1, name: 'jekyll-commonmark-ghpages' });
