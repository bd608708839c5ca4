// jekyll-commonmark-ghpages, which GitHub Pages turns on by itself. What it brings, an engine for Markdown, is loaded by
// converters/markdown.ts where `markdown:` names it.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = { name: 'jekyll-commonmark-ghpages', setup() {} };
