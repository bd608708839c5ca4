// jekyll-commonmark-ghpages, which GitHub Pages always enables. Its Markdown engine is loaded by converters/markdown.ts
// if `markdown:` names it.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = { name: 'jekyll-commonmark-ghpages', setup() {} };
