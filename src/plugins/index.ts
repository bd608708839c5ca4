// The allow-list: the plugins that there are, each loaded only when a site turns it on.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/profiles.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Plugin } from '../site/plugin.ts';
import { reportUnknown } from './unknown.ts';

type Factory = () => Promise<{ readonly plugin: Plugin }>;

const PLUGINS: ReadonlyMap<string, Factory> = new Map<string, Factory>([
  ['jekyll-redirect-from', () => import('./redirect-from.ts')],
  ['jekyll-sitemap', () => import('./sitemap.ts')],
  ['jekyll-feed', () => import('./feed.ts')],
  ['jekyll-paginate', () => import('./paginate.ts')],
  ['jekyll-gist', () => import('./gist.ts')],
  ['jekyll-seo-tag', () => import('./seo-tag/index.ts')],
  ['jekyll-include-cache', () => import('./include-cache.ts')],
  ['jekyll-github-metadata', () => import('./github-metadata/index.ts')],
  ['jekyll-relative-links', () => import('./relative-links.ts')],
  ['jekyll-optional-front-matter', () => import('./optional-front-matter.ts')],
  ['jekyll-readme-index', () => import('./readme-index.ts')],
  ['jekyll-default-layout', () => import('./default-layout.ts')],
  ['jekyll-avatar', () => import('./avatar.ts')],
  ['jekyll-octicons', () => import('./octicons.ts')],
  ['jekyll-mentions', () => import('./mentions.ts')],
  ['jemoji', () => import('./jemoji/index.ts')],
  ['jekyll-archives', () => import('./archives.ts')],
  ['jekyll-coffeescript', () => import('./coffeescript.ts')],
  ['jekyll-commonmark-ghpages', () => import('./commonmark-ghpages.ts')],
  ['jekyll-remote-theme', () => import('./remote-theme.ts')],
  ['jekyll-email-protect', () => import('./email-protect.ts')],
  ['jekyll-toc', () => import('./toc.ts')],
  ['jekyll-titles-from-headings', () => import('./titles-from-headings.ts')],
]);

export interface PluginContext {
  readonly stack: Stack;
  /** `safe`: only what the whitelist names is loaded. */
  readonly safe: boolean;
  readonly whitelist: readonly string[];
  /** What Bundler has loaded, whatever is allowed: the :jekyll_plugins group. */
  readonly bundled: readonly string[];
}

export const isAllowed = (name: string, { safe, whitelist, bundled }: PluginContext): boolean =>
  !safe || whitelist.includes(name) || bundled.includes(name);

/** The names of the plugins that there are. */
export const availablePlugins = (): string[] => [...PLUGINS.keys()];

/**
 * The plugins of these names, in that order. An unknown one is
 * named in a warning; one that GitHub Pages doesn't allow is skipped there, as the service does it, with a word at info.
 */
export async function loadPlugins(names: readonly string[], context: PluginContext, report: Report): Promise<Plugin[]> {
  const plugins: Plugin[] = [];
  for (const name of new Set(names)) {
    if (!isAllowed(name, context)) {
      reportSkipped(name, context.stack, report);
      continue;
    }
    const factory = PLUGINS.get(name);
    if (factory === undefined) reportUnknown(name, report);
    else plugins.push((await factory()).plugin);
  }
  return plugins;
}

/** Jekyll's warning of a site that asks for pages of posts and doesn't have the plugin that makes them. */
export function reportPaginationWithoutPlugin(names: readonly string[], config: Configuration, report: Report): void {
  if (!config.flag('paginate') || names.includes('jekyll-paginate')) return;
  report({
    code: 'paginate-without-plugin',
    severity: 'warning',
    message: "'paginate' is set, but the plugin jekyll-paginate is not listed: no pages of posts are made",
    ...config.place('paginate'),
    hint: 'Add jekyll-paginate to `plugins:` in _config.yml.',
  });
}

function reportSkipped(name: string, stack: Stack, report: Report): void {
  const pages = stack.profile === 'github-pages';
  report({
    code: 'plugin-not-allowed',
    severity: 'info',
    message: pages
      ? `GitHub Pages does not allow the plugin ${name}: the site is built without it`
      : `The plugin ${name} is not in the whitelist: in safe mode the site is built without it`,
    path: '_config.yml',
    hint: pages
      ? 'Remove it from plugins:, or build with --compat jekyll-4 if the site is not built by GitHub Pages itself.'
      : 'Name it under whitelist:, or build without --safe.',
  });
}
