// The plugins of a remote theme.

import { loadPlugins, type PluginContext } from '../plugins/index.ts';
import type { Plugin, Registry } from '../site/plugin.ts';
import type { Site } from '../site/site.ts';

export const REMOTE_THEME = 'jekyll-remote-theme';

/** Takes nothing. */
const NOWHERE: Registry = { addGenerator() {}, addConverter() {} };

/**
 * Loads the plugins that a remote theme depends on. jekyll-remote-theme 0.4.3 loads them after the site has made its
 * generators and converters, so that theirs do nothing, unless Bundler loaded it, and thereby them, before there was a site.
 */
export async function setupLate(
  site: Site,
  names: readonly string[],
  loaded: readonly Plugin[],
  allowed: PluginContext,
): Promise<void> {
  const late = names.filter((name) => !loaded.some((plugin) => plugin.name === name));
  const registry = allowed.bundled.includes(REMOTE_THEME) ? site : NOWHERE;
  for (const plugin of await loadPlugins(late, allowed, site.report)) plugin.setup(site, registry);
}
