// A gem in the cache, as long as it can be read.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { Theme } from '../site/theme.ts';
import type { ThemeCache } from './cache.ts';

/**
 * The gem of this version in the cache. One that lacks its files or whose specification can't be read (older versions
 * of build-site kept such gems) is removed, so that it is downloaded again.
 * @returns null where it isn't there
 */
export function keptGem(cache: ThemeCache, source: string, name: string, version: string): Theme | null {
  const { files } = cache;
  const home = cache.gemHome(source, name, version);
  if (files.stat(home) === null) return null;
  const root = gemRoot(home, name, version);
  const isWhole = files.stat(specificationPath(home, name, version)) !== null;
  if (isWhole && files.stat(root)?.kind === 'directory') {
    const theme = new Theme(name, root, version, files);
    try {
      theme.gemspec;
      return theme;
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
    }
  }
  files.remove(home);
  return null;
}

/** Where the files of a gem are in its home. */
export const gemRoot = (home: string, name: string, version: string): string => `${home}/gems/${name}-${version}`;

/** Where its specification is there: as JSON, since RubyGems' own form isn't read twice. */
export const specificationPath = (home: string, name: string, version: string): string =>
  `${home}/specifications/${name}-${version}.json`;
