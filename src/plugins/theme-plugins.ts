// The plugins that a theme's gem depends on, which Jekyll loads before the listed ones
// (PluginManager#require_theme_deps).

import { PAGES_THEMES } from '../config/pages-themes.ts';
import type { Theme } from '../site/theme.ts';
import { availablePlugins } from './index.ts';

/** Runtime dependencies of GitHub Pages' themes, so that their plugins are known even if the theme isn't available. */
const PAGES_DEPENDENCIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['minima', ['jekyll-feed', 'jekyll-seo-tag']],
  ['jekyll-swiss', []],
  ['jekyll-theme-primer', ['jekyll-github-metadata', 'jekyll-seo-tag']],
]);

const OTHERS = ['jekyll-seo-tag'];

/** @param theme null if unavailable; the plugins of GitHub Pages' themes are known anyway */
export function themePlugins(name: string, theme: Theme | null): string[] {
  const known = PAGES_THEMES.has(name) ? (PAGES_DEPENDENCIES.get(name) ?? OTHERS) : [];
  const available = availablePlugins();
  // A theme's other dependencies (rake, webrick) don't matter.
  return (theme?.dependencies ?? known).filter((gem) => available.includes(gem) || gem.includes('jekyll'));
}
