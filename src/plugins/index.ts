// The available plugins. Each is loaded only if a site enables it.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import type { Plugin } from '../contract/plugin.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { truthy } from '../ruby/truth.ts';

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
  /** In safe mode only plugins on the whitelist are loaded. */
  readonly safe: boolean;
  readonly whitelist: readonly string[];
  /** The :jekyll_plugins group, which Bundler loads even in safe mode. */
  readonly bundled: readonly string[];
  /** Where the site asks for a plugin, for messages: 'Gemfile:12'. */
  placeOf(name: string): string;
}

export const isAllowed = (name: string, { safe, whitelist, bundled }: PluginContext): boolean =>
  !safe || whitelist.includes(name) || bundled.includes(name);

export const availablePlugins = (): string[] => [...PLUGINS.keys()];

/**
 * Loads plugins in the given order. A warning lists unknown plugins; a note lists plugins that GitHub Pages doesn't
 * allow and skips.
 * @param wanted names, and plugins that the caller brings, which come before ours of the same name
 */
export async function loadPlugins(
  wanted: readonly (string | Plugin)[],
  context: PluginContext,
  report: Report,
): Promise<Plugin[]> {
  const { bundled } = context;
  const brought = new Set(wanted.flatMap((one) => (typeof one === 'string' ? [] : [one.name])));
  const plugins: Plugin[] = [];
  const skipped: string[] = [];
  const unknown: string[] = [];
  for (const one of new Set(wanted)) {
    if (typeof one !== 'string') {
      plugins.push(one);
      continue;
    }
    if (brought.has(one)) continue;
    const factory = PLUGINS.get(one);
    if (!isAllowed(one, context)) skipped.push(one);
    else if (factory === undefined) unknown.push(one);
    else plugins.push((await factory()).plugin);
  }
  if (skipped.length > 0) reportSkipped(skipped, context, report);
  if (unknown.length > 0) {
    const { reportUnknown } = await import('./unknown.ts');
    const missing = unknown.map((name) => ({ name, place: context.placeOf(name), isGem: bundled.includes(name) }));
    reportUnknown(missing, availablePlugins(), report);
  }
  return plugins;
}

/** Jekyll's warning for a site that sets `paginate` without the plugin. */
export function reportPaginationWithoutPlugin(names: readonly string[], config: Configuration, report: Report): void {
  if (!truthy(config.raw.paginate) || names.includes('jekyll-paginate')) return;
  report({
    code: 'paginate-without-plugin',
    severity: 'warning',
    message: "'paginate' is set, but the plugin jekyll-paginate is not listed: posts are not paginated",
    ...config.place.paginate(),
    hint: 'Add jekyll-paginate to `plugins:` in _config.yml.',
  });
}

function reportSkipped(names: readonly string[], { stack, placeOf }: PluginContext, report: Report): void {
  const isPages = stack.service !== null;
  const which = `${names.length === 1 ? 'the plugin' : 'the plugins'} ${names.join(', ')}`;
  report({
    code: 'plugin-not-allowed',
    severity: 'info',
    message: isPages
      ? `GitHub Pages does not allow ${which}, so the site is built without ${names.length === 1 ? 'it' : 'them'}`
      : `\`whitelist:\` does not list ${which}: in safe mode the site is built without ${names.length === 1 ? 'it' : 'them'}`,
    path: placeOf(names[0]!).replace(/:\d+$/, ''),
    hint: isPages
      ? 'Use --compat jekyll-4 to build as Jekyll 4 does, with these plugins.'
      : 'Add the names to `whitelist:` in _config.yml, or build without --safe.',
  });
}
