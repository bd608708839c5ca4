// Chooses a site's theme, merges its configuration, and collects the plugins that both ask for.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import { withThemeConfiguration } from '../config/theme-config.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { isAllowed, type PluginContext } from '../plugins/index.ts';
import { gemHomes } from '../themes/installed.ts';
import type { ThemeSearch } from '../themes/search.ts';
import { type SiteTheme, siteTheme } from '../themes/site-theme.ts';
import type { Configured } from './configure.ts';
import { pluginPlaces } from './plugin-place.ts';
import type { Reach } from './reach.ts';
import type { ThemeSources } from './surroundings.ts';

export const REMOTE_THEME = 'jekyll-remote-theme';

export interface Themed {
  readonly configured: Configured;
  readonly chosen: SiteTheme;
  /** The site's configuration, with the theme's merged underneath. */
  readonly config: Configuration;
  /** The files of the site and the theme. */
  readonly files: SourceFiles;
  /** The plugins that the site lists. */
  readonly listed: readonly string[];
  readonly allowed: PluginContext;
}

/** @throws BuildError if the theme is unsafe or broken */
export async function withTheme(sources: ThemeSources, configured: Configured, report: Report): Promise<Themed> {
  const { bundle, config, reach, source, stack } = configured;
  const bundled = stack.config.loadsBundle ? bundle.plugins : [];
  const listed = [...bundled, ...config.known.plugins];
  const allowed = {
    stack,
    safe: config.known.safe,
    whitelist: config.known.whitelist,
    bundled,
    placeOf: pluginPlaces(bundle, bundled, config),
  };
  const takesRemote = listed.includes(REMOTE_THEME) && isAllowed(REMOTE_THEME, allowed);
  const search = themeSearch(sources, { source, bundle, stack, report }, reach);
  const chosen = await siteTheme(config, search, { takesRemote, report });
  return {
    configured,
    chosen,
    config: themedConfiguration(config, chosen, reach, stack),
    files: reach.withTheme(chosen.theme),
    listed,
    allowed,
  };
}

const themeSearch = (
  { variables, platform, cache, network }: ThemeSources,
  known: Pick<ThemeSearch, 'source' | 'bundle' | 'stack' | 'report'>,
  reach: Reach,
): ThemeSearch => ({
  ...known,
  files: reach.themes(gemHomes(variables, platform)),
  own: reach.files,
  env: variables,
  platform,
  cache,
  network,
});

/** For a remote theme, `theme` is set to its name. */
function themedConfiguration(own: Configuration, chosen: SiteTheme, reach: Reach, stack: Stack): Configuration {
  const { gem, theme, isRemote } = chosen;
  const config = gem === null ? own : withThemeConfiguration(own, gem.root, reach.withTheme(gem), stack);
  return isRemote && theme !== null ? config.with(new Map(config.hash).set('theme', theme.name)) : config;
}
