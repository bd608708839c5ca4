// jekyll-remote-theme 0.4.3: the theme that `remote_theme` names. A theme has to be there before the site is, so the
// composition root gets it where this plugin is on (themes/site-theme.ts); nothing is left to set up.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = {
  name: 'jekyll-remote-theme',
  setup() {},
};
