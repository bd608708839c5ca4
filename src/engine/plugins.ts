// The plugins of a site: Bundler's, the theme's, those of the caller, and those that the site lists.

import type { Plugin } from '../contract/plugin.ts';
import { registerPlugin } from '../contract/register.ts';
import { loadPlugins, type PluginContext, reportPaginationWithoutPlugin } from '../plugins/index.ts';
import { themePlugins } from '../plugins/theme-plugins.ts';
import type { Site } from '../site/site.ts';
import { REMOTE_THEME, type Themed } from './theme.ts';

/**
 * Loads and registers the plugins in Jekyll's order.
 * @param own the caller's, which take the place of a site's own folder of plugins
 * @returns the names of those loaded up front, in that order
 */
export async function setupPlugins(
  site: Site,
  { configured, chosen, listed, allowed }: Themed,
  own: readonly Plugin[],
): Promise<string[]> {
  // Bundler loads the Gemfile's group before the site exists; the theme's dependencies come before the listed plugins.
  const first = [...allowed.bundled, ...themePlugins(configured.config.known.theme, chosen.gem)];
  const plugins = await loadPlugins([...first, ...own, ...listed], allowed, site.report);
  reportPaginationWithoutPlugin(listed, site.config, site.report);
  for (const plugin of plugins) registerPlugin(site, plugin);
  if (chosen.isRemote) await setupLate(site, themePlugins('', chosen.theme), plugins, allowed);
  return plugins.map(({ name }) => name);
}

/**
 * Loads the plugins that a remote theme depends on. jekyll-remote-theme 0.4.3 loads them after the site has created its
 * generators and converters, so theirs have no effect. The exception: Bundler loaded it, and thereby them, before the
 * site.
 */
async function setupLate(
  site: Site,
  names: readonly string[],
  loaded: readonly Plugin[],
  allowed: PluginContext,
): Promise<void> {
  const late = names.filter((name) => !loaded.some((plugin) => plugin.name === name));
  const isLate = !allowed.bundled.includes(REMOTE_THEME);
  for (const plugin of await loadPlugins(late, allowed, site.report)) registerPlugin(site, plugin, isLate);
}
