// Finds the theme that a site names: on this machine, in the cache, or by download.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { outside } from '../files/file-error.ts';
import { expandPath } from '../files/paths.ts';
import { newestFitting, parseInfo } from '../rubygems/gem-info.ts';
import { Theme } from '../site/theme.ts';
import { Unavailable } from './http.ts';
import { installedGems, npmTheme } from './installed.ts';
import { keptGem } from './kept-gem.ts';
import type { RemoteTheme } from './remote-theme.ts';
import type { FoundTheme, ThemeSearch } from './search.ts';
import { type Wanted, wantedGem } from './wanted.ts';

export interface MissingTheme {
  readonly name: string;
  /** For example 'rubygems.example can't be reached: there is no network'. */
  readonly why: string;
}

export type SearchedTheme = FoundTheme | MissingTheme;

export const isFound = (searched: SearchedTheme): searched is FoundTheme => 'theme' in searched;

/**
 * The theme of `theme:` without network access; null if it isn't on this machine.
 * @throws BuildError if it names a folder that doesn't exist
 */
export function localTheme(named: string, search: ThemeSearch): FoundTheme | null {
  const { files, own, source, bundle, stack } = search;
  const name = named.toLowerCase().trim();
  if (/[/\\]/.test(named) || ONLY_DOTS.test(name)) return folderTheme(named.trim(), search);
  if (!GEM_NAME.test(name)) return null;
  const wanted = wantedGem(own, bundle, name, stack);
  // A theme's own repository may lack files that only an installed release has.
  const comesFirst = wanted.kind === 'folder' && !wanted.isSite;
  const inOwn = (): FoundTheme | null =>
    wanted.kind === 'folder' ? inFolder(name, wanted.root, wanted.reason, search) : null;
  if (comesFirst) return inOwn();
  const here = installedTheme(name, wanted, search) ?? inOwn();
  if (here !== null) return here;
  const kept = wanted.kind === 'gem' ? keptTheme(name, wanted, search) : null;
  if (kept !== null) return kept;
  const npm = npmTheme(files, source, name);
  return npm === null ? null : { theme: new Theme(name, npm.root, npm.version, files), from: 'from node_modules' };
}

/** The theme of `theme:`, downloaded if it isn't on this machine. @throws BuildError if the download is unsafe */
export async function findTheme(named: string, search: ThemeSearch): Promise<SearchedTheme> {
  const local = localTheme(named, search);
  if (local !== null) return local;
  const name = named.toLowerCase().trim();
  if (!GEM_NAME.test(name)) return { name: named, why: 'this is not a valid name for a gem' };
  const wanted = wantedGem(search.own, search.bundle, name, search.stack);
  return unlessUnavailable(name, async () => {
    const { downloadGem, downloadRepository } = await import('./download.ts');
    const { gitRepository } = await import('./remote-theme.ts');
    if (wanted.kind === 'gem') return downloadGem(name, wanted, search);
    if (wanted.kind === 'folder') {
      const isOutside = search.own.refuses(wanted.root);
      throw new Unavailable(
        isOutside
          ? `${wanted.root}, which ${wanted.reason} names, leads out of the site, and safe mode reads nothing outside it`
          : `there is no folder ${wanted.root}, which ${wanted.reason} names`,
      );
    }
    const repository = gitRepository(wanted.url, wanted.ref);
    if (repository === null)
      throw new Unavailable(`${wanted.reason} gets it from ${wanted.url}, but only GitHub is supported`);
    const { theme, from } = await downloadRepository(repository, search);
    return {
      theme: new Theme(name, theme.root, theme.version, search.cache!.files),
      from: `${wanted.reason}, ${from}`,
    };
  });
}

/** The theme of `remote_theme:`. @throws BuildError if the download is unsafe */
export function findRemoteTheme(remote: RemoteTheme, search: ThemeSearch): Promise<SearchedTheme> {
  return unlessUnavailable(`${remote.owner}/${remote.name}`, async () => {
    const { downloadRepository } = await import('./download.ts');
    return downloadRepository(remote, search);
  });
}

async function unlessUnavailable(name: string, get: () => Promise<FoundTheme>): Promise<SearchedTheme> {
  try {
    return await get();
  } catch (error) {
    if (error instanceof Unavailable) return { name, why: error.message };
    throw error;
  }
}

const GEM_NAME = /^[a-z0-9_][a-z0-9._-]*$/;
const ONLY_DOTS = /^\.+$/;

/** `theme: ./path`, an extension that Jekyll doesn't have. */
function folderTheme(written: string, search: ThemeSearch): FoundTheme {
  const root = expandPath(written, search.source);
  const found = inFolder(root.slice(root.lastIndexOf('/') + 1), root, 'a folder', search);
  if (found !== null) return found;
  if (search.own.refuses(root)) throw outside(written);
  throw new BuildError({
    code: 'theme-missing',
    message: `The theme folder ${written} does not exist`,
    path: '_config.yml',
    hint: 'Write a path relative to the site. For a repository on GitHub, write `remote_theme: owner/name`.',
  });
}

function inFolder(name: string, root: string, from: string, { own }: ThemeSearch): FoundTheme | null {
  return own.stat(root)?.kind === 'directory' ? { theme: new Theme(name, root, '', own), from } : null;
}

/** Installed gems take precedence over the network, even in a version other than the locked one, with a warning. */
function installedTheme(name: string, wanted: Wanted, search: ThemeSearch): FoundTheme | null {
  if (wanted.kind === 'git') return null;
  const { files, source, stack, env, platform, report } = search;
  const gems = installedGems(files, source, name, env, platform);
  const { requirements, loosely, locked } = wanted.kind === 'gem' ? wanted : { requirements: [] };
  const exact = newestFitting(gems, requirements, stack.jekyll);
  const best = exact ?? (loosely === undefined ? null : newestFitting(gems, loosely, stack.jekyll));
  if (best === null) return null;
  if (exact === null) {
    report({
      code: 'theme-version',
      severity: 'warning',
      message: `Gemfile.lock has ${name} ${locked?.version}, but the site is built with ${best.version}, which is installed`,
      path: 'Gemfile.lock',
      hint: 'Install the locked version, or unset GEM_PATH and GEM_HOME to have it downloaded.',
    });
  }
  return {
    theme: new Theme(name, best.root, best.version, files),
    from: exact === null ? 'installed' : `${wanted.reason}, installed`,
  };
}

/** From the cache: the version that would be downloaded, as far as the last download's index knows. */
function keptTheme(
  name: string,
  { requirements, sources, reason }: Wanted & { kind: 'gem' },
  search: ThemeSearch,
): FoundTheme | null {
  const { cache, stack, network } = search;
  for (const source of cache === null ? [] : sources.filter((one) => URL.canParse(one))) {
    const known = parseInfo(cache!.text(cache!.infoPath(source, name)) ?? '');
    let here = cache!.gemVersions(source, name).map((version) => ({ version }));
    while (here.length > 0) {
      const best = newestFitting(known, requirements, stack.jekyll);
      const isHere = here.some(({ version }) => version === best?.version);
      // Offline, an older version is better than none.
      const version = isHere
        ? best!.version
        : network === null
          ? newestFitting(here, requirements, '')?.version
          : undefined;
      if (version === undefined) break;
      const theme = keptGem(cache!, source, name, version);
      if (theme !== null) return { theme, from: `${reason}, from the cache` };
      here = here.filter((one) => one.version !== version);
    }
  }
  return null;
}
