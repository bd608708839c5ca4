// jekyll-remote-theme 0.4.3: the theme of `remote_theme`. A theme must be available before the site is created, so the
// composition root fetches it if this plugin is enabled (themes/site-theme.ts); nothing is left to set up.

import type { Plugin } from '../site/plugin.ts';

export const plugin: Plugin = {
  name: 'jekyll-remote-theme',
  setup() {},
};
