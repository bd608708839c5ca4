// The plugins that a theme's gem depends on, which Jekyll loads before the listed ones (PluginManager#require_theme_deps).

import type { Stack } from '../config/profiles.ts';

const SEO = ['jekyll-seo-tag'];

/** Runtime dependencies by theme, from the gems' specifications; jekyll itself left out. */
const DEPENDENCIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['jekyll-theme-primer', ['jekyll-github-metadata', 'jekyll-seo-tag']],
  ['minima', ['jekyll-feed', 'jekyll-seo-tag']],
  ['just-the-docs', ['jekyll-seo-tag', 'jekyll-include-cache']],
  [
    'minimal-mistakes-jekyll',
    ['jekyll-paginate', 'jekyll-sitemap', 'jekyll-gist', 'jekyll-feed', 'jekyll-include-cache'],
  ],
  [
    'jekyll-theme-chirpy',
    ['jekyll-paginate', 'jekyll-seo-tag', 'jekyll-archives', 'jekyll-sitemap', 'jekyll-include-cache'],
  ],
  ['jekyll-text-theme', ['jekyll-paginate', 'jekyll-sitemap', 'jekyll-feed', 'jemoji']],
]);

/** The themes of GitHub Pages (jekyll-theme-NAME 0.2.0), each of which depends on jekyll-seo-tag. */
const PAGES_THEMES: ReadonlySet<string> = new Set(
  [
    'architect',
    'cayman',
    'dinky',
    'hacker',
    'leap-day',
    'merlot',
    'midnight',
    'minimal',
    'modernist',
    'slate',
    'tactile',
    'time-machine',
  ].map((name) => `jekyll-theme-${name}`),
);

export function themePlugins(theme: string | null, stack: Stack): readonly string[] {
  if (theme === null) return [];
  if (PAGES_THEMES.has(theme)) return SEO;
  const names = DEPENDENCIES.get(theme) ?? [];
  return stack.profile === 'github-pages' && theme === 'minima' ? DEPENDENCIES.get('minima')! : names;
}
