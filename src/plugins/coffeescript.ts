// jekyll-coffeescript, which GitHub Pages turns on by itself: its compiler is not here. Only a site that has such a file
// is told.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = {
  name: 'jekyll-coffeescript',
  setup(site) {
    site.hooks.onSite('post_read', () => {
      for (const page of site.pages.filter(({ extname }) => extname.toLowerCase() === '.coffee')) {
        site.report({
          code: 'coffeescript-missing',
          severity: 'warning',
          message: `${page.path} is written as it is: CoffeeScript is not compiled here`,
          path: page.path,
          hint: 'Compile it to JavaScript beforehand and publish that file.',
        });
      }
    });
  },
};
