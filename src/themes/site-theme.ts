// Chooses the theme of a site: `remote_theme`, `theme`, or GitHub Pages' default.

import type { Configuration } from '../config/configuration.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { inspect } from '../ruby/inspect.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { Theme } from '../site/theme.ts';
import { findRemoteTheme, findTheme, isFound, localTheme, type MissingTheme, type SearchedTheme } from './find.ts';
import { parseRemoteTheme } from './remote-theme.ts';
import type { ThemeSearch } from './search.ts';

export interface SiteTheme {
  /** The source of layouts, includes, styles and assets. */
  readonly theme: Theme | null;
  /** The theme that `theme` names; null if that isn't a theme. */
  readonly gem: Theme | null;
  readonly isRemote: boolean;
  /** A theme that the site asks for but that can't be found. */
  readonly missing: MissingTheme | null;
  /** The default theme that GitHub Pages uses for a site that names none. */
  readonly isDefault: boolean;
  /** For the author, for example 'minima 2.5.1 (Gemfile.lock, from the cache)'. */
  readonly line: string | null;
}

export interface ThemeChoice {
  /** Whether the plugin jekyll-remote-theme is loaded. */
  readonly takesRemote: boolean;
  readonly report: Report;
}

const NONE: SiteTheme = {
  theme: null,
  gem: null,
  isRemote: false,
  missing: null,
  isDefault: false,
  line: null,
};

/** @throws BuildError if a theme is unsafe, or a theme's folder doesn't exist */
export async function siteTheme(
  config: Configuration,
  search: ThemeSearch,
  { takesRemote, report }: ThemeChoice,
): Promise<SiteTheme> {
  const remote = takesRemote && truthy(config.raw.remoteTheme) ? remoteTheme(config, search, report) : null;
  const named = config.raw.theme ?? null;
  const isDefault = !config.isOwn.theme;
  if (remote !== null) {
    const gem = typeof named === 'string' ? (localTheme(named, search)?.theme ?? null) : null;
    const searched = await findRemoteTheme(remote, search);
    if (!isFound(searched)) return { ...NONE, gem, isRemote: true, missing: searched };
    const line = `${remote.owner}/${remote.name} (${searched.from})`;
    return { ...NONE, theme: searched.theme, gem, isRemote: true, line };
  }
  if (named === null) return NONE;
  if (typeof named !== 'string') {
    report({
      code: 'theme-name',
      severity: 'warning',
      message: `'theme' should be the name of a gem, but was: ${inspect(named)}. The site is built without a theme`,
      ...config.place.theme(),
      hint: 'Write the name of one gem, such as `theme: minima`.',
    });
    return NONE;
  }
  const searched = isDefault ? await unlessBroken(named, search) : await findTheme(named, search);
  if (!isFound(searched)) return { ...NONE, isDefault, missing: searched };
  const { theme, from } = searched;
  const name = theme.version === '' ? theme.name : `${theme.name} ${theme.version}`;
  return { ...NONE, isDefault, theme, gem: theme, line: `${name} (${from})` };
}

/**
 * A default theme that the site didn't ask for must not stop the build: an unsafe archive, a cache that isn't writable.
 */
async function unlessBroken(name: string, search: ThemeSearch): Promise<SearchedTheme> {
  try {
    return await findTheme(name, search);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    return { name, why: error.diagnostic.message };
  }
}

function remoteTheme(config: Configuration, { env }: ThemeSearch, report: Report) {
  const written = config.raw.remoteTheme!;
  const remote = parseRemoteTheme(toS(written), [env.PAGES_GITHUB_HOSTNAME, env.GITHUB_HOSTNAME]);
  if (remote === null) {
    report({
      code: 'remote-theme-invalid',
      severity: 'warning',
      message: `${inspect(written)} is not a valid remote theme: the site is built without it`,
      ...config.place.remoteTheme(),
      hint: 'Write `remote_theme: owner/name` or `remote_theme: owner/name@ref`, a repository on GitHub.',
    });
  }
  return remote;
}
