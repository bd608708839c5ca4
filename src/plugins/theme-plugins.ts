// The plugins that a theme's gem depends on, which Jekyll loads before the listed ones (PluginManager#require_theme_deps).

import { PAGES_THEMES } from '../config/pages-themes.ts';
import type { Theme } from '../site/theme.ts';
import { availablePlugins } from './index.ts';

/** Runtime dependencies of the themes of GitHub Pages, which need not be here for their plugins to be loaded. */
const PAGES_DEPENDENCIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['minima', ['jekyll-feed', 'jekyll-seo-tag']],
  ['jekyll-swiss', []],
  ['jekyll-theme-primer', ['jekyll-github-metadata', 'jekyll-seo-tag']],
]);

const OTHERS = ['jekyll-seo-tag'];

/** @param theme null where it is not here: of a Pages theme the plugins are known all the same */
export function themePlugins(name: string, theme: Theme | null): string[] {
  const known = PAGES_THEMES.has(name) ? (PAGES_DEPENDENCIES.get(name) ?? OTHERS) : [];
  const available = availablePlugins();
  // A theme depends on gems of other kinds, too (rake, webrick), which are no loss.
  return (theme?.dependencies ?? known).filter((gem) => available.includes(gem) || gem.includes('jekyll'));
}
