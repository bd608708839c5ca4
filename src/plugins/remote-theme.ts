// jekyll-remote-theme 0.4.3: the theme of `remote_theme`. A theme must be available before the site is created, so the
// composition root fetches it if this plugin is enabled (themes/site-theme.ts); nothing is left to set up.

import { definePlugin } from '../contract/plugin.ts';

export const plugin = definePlugin({ api: 1, name: 'jekyll-remote-theme' });
