// Which stack a site asks for: Gemfile.lock, then Gemfile, then a theme that GitHub Pages doesn't have.

import type { FileSystem } from '../files/file-system.ts';
import { type Gemfile, parseGemfile } from './gemfile.ts';
import { type LockedGem, parseGemfileLock } from './gemfile-lock.ts';
import { PAGES_THEMES } from './pages-themes.ts';
import type { Profile } from './profiles.ts';

export interface ProfileChoice {
  readonly profile: Profile;
  /** Shown to the author, e.g. 'Gemfile has github-pages'. */
  readonly reason: string;
}

/** @param theme what the site's configuration names under `theme`, if anything */
export function profileOf(files: FileSystem, source: string, theme: string | null): ProfileChoice {
  const lock = readGemfileLock(files, source);
  if (lock !== null) {
    if (lock.has('github-pages')) return { profile: 'github-pages', reason: 'Gemfile.lock has github-pages' };
    const version = lock.get('jekyll')?.version;
    if (version?.startsWith('4')) return { profile: 'jekyll-4', reason: `Gemfile.lock has jekyll ${version}` };
  }
  const gems = readGemfile(files, source)?.gems ?? [];
  if (gems.some(({ name }) => name === 'github-pages')) {
    return { profile: 'github-pages', reason: 'Gemfile has github-pages' };
  }
  for (const { name, requirements, path, git } of gems) {
    if (name !== 'jekyll') continue;
    const four = /^[^\d]*(4.*)$/.exec(requirements[0] ?? '');
    if (four !== null) return { profile: 'jekyll-4', reason: `Gemfile has jekyll ${four[1]}` };
    if (requirements.length === 0 && path === null && git === null) {
      return { profile: 'jekyll-4', reason: 'Gemfile has jekyll without a version' };
    }
  }
  if (theme !== null && !PAGES_THEMES.has(theme)) {
    return { profile: 'jekyll-4', reason: `theme ${theme} is not on GitHub Pages` };
  }
  return { profile: 'github-pages', reason: 'the default' };
}

/** The gems of the Gemfile's :jekyll_plugins group, which Bundler loads without being asked. */
export function bundledPlugins(files: FileSystem, source: string): string[] {
  const gems = readGemfile(files, source)?.gems ?? [];
  return [...new Set(gems.filter(({ groups }) => groups.includes('jekyll_plugins')).map(({ name }) => name))];
}

/** The site's Gemfile; null where it has none. */
export function readGemfile(files: FileSystem, source: string): Gemfile | null {
  const text = textOf(files, `${source}/Gemfile`);
  return text === null ? null : parseGemfile(text);
}

/** The gems of the site's Gemfile.lock; null where it has none. */
export function readGemfileLock(files: FileSystem, source: string): ReadonlyMap<string, LockedGem> | null {
  const text = textOf(files, `${source}/Gemfile.lock`);
  return text === null ? null : parseGemfileLock(text);
}

const textOf = (files: FileSystem, path: string): string | null =>
  files.stat(path)?.kind === 'file' ? new TextDecoder().decode(files.read(path)) : null;
