// jekyll-commonmark-ghpages, which GitHub Pages turns on by itself and uses where a site asks for it: its Markdown engine
// is not here. Only such a site is told.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = {
  name: 'jekyll-commonmark-ghpages',
  setup(site) {
    if (!/^commonmark(?:ghpages)?$/i.test(site.config.text('markdown'))) return;
    site.report({
      code: 'commonmark-missing',
      severity: 'warning',
      message: 'Markdown is read by kramdown: CommonMark is not there yet, and some pages may come out differently',
      path: '_config.yml',
      hint: 'Write `markdown: kramdown` to have the same here and on GitHub Pages.',
    });
  },
};
