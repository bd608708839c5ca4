// Reads a gem from the cache, and removes it if it is unreadable.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { Theme } from '../site/theme.ts';
import type { ThemeCache } from './cache.ts';

/**
 * The gem of this version in the cache. If its files are missing or its specification is unreadable (older versions of
 * build-site cached such gems), it is removed, so that it is downloaded again.
 * @returns null if it isn't cached
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

/** The folder of a gem's files in its gem home. */
export const gemRoot = (home: string, name: string, version: string): string => `${home}/gems/${name}-${version}`;

/** The path of a cached gem's specification: JSON, so that RubyGems' own format is parsed only once. */
export const specificationPath = (home: string, name: string, version: string): string =>
  `${home}/specifications/${name}-${version}.json`;
