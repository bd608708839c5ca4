// The plugins of a remote theme.

import { loadPlugins, type PluginContext } from '../plugins/index.ts';
import type { Plugin } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';

export const REMOTE_THEME = 'jekyll-remote-theme';

/**
 * The plugins that a remote theme depends on. jekyll-remote-theme 0.4.3 loads them once the site has made its generators
 * and converters, so that theirs do nothing, unless Bundler loaded it, and thereby them, before the site was there.
 */
export async function setupLate(
  site: Site,
  names: readonly string[],
  loaded: readonly Plugin[],
  allowed: PluginContext,
  bundled: readonly string[],
): Promise<void> {
  const [generators, converters] = [[...site.generators], [...site.converters]];
  const late = names.filter((name) => !loaded.some((plugin) => plugin.name === name));
  for (const plugin of await loadPlugins(late, allowed, site.report)) plugin.setup(site);
  if (bundled.includes(REMOTE_THEME)) return;
  site.generators.splice(0, Number.POSITIVE_INFINITY, ...generators);
  site.converters.splice(0, Number.POSITIVE_INFINITY, ...converters);
}
