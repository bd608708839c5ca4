// Which stack a site asks for: Gemfile.lock, then Gemfile, then a theme that GitHub Pages doesn't have.

import type { FileSystem } from '../files/file-system.ts';
import { PAGES_THEMES } from './defaults.ts';
import type { Profile } from './profiles.ts';

export interface ProfileChoice {
  readonly profile: Profile;
  /** Shown to the author, e.g. 'Gemfile has github-pages'. */
  readonly reason: string;
}

/** @param theme what the site's configuration names under `theme`, if anything */
export function profileOf(files: FileSystem, source: string, theme: string | null): ProfileChoice {
  const lock = gemfile(files, `${source}/Gemfile.lock`);
  if (lock !== null) {
    if (/^ {4}github-pages \(/m.test(lock)) return { profile: 'github-pages', reason: 'Gemfile.lock has github-pages' };
    const four = lock.match(/^ {4}jekyll \((4[^)]*)\)/m);
    if (four) return { profile: 'jekyll-4', reason: `Gemfile.lock has jekyll ${four[1]}` };
  }
  const own = gemfile(files, `${source}/Gemfile`);
  if (own !== null) {
    if (/^\s*gem\s*\(?\s*["']github-pages["']/m.test(own))
      return { profile: 'github-pages', reason: 'Gemfile has github-pages' };
    const four = own.match(/^\s*gem\s*\(?\s*["']jekyll["']\s*,\s*["'][^"'\d]*(4[^"']*)["']/m);
    if (four) return { profile: 'jekyll-4', reason: `Gemfile has jekyll ${four[1]}` };
    if (/^\s*gem\s*\(?\s*["']jekyll["']\s*$/m.test(own))
      return { profile: 'jekyll-4', reason: 'Gemfile has jekyll without a version' };
  }
  if (theme !== null && !(PAGES_THEMES as readonly string[]).includes(theme)) {
    return { profile: 'jekyll-4', reason: `theme ${theme} is not on GitHub Pages` };
  }
  return { profile: 'github-pages', reason: 'the default' };
}

/** The gems of the Gemfile's :jekyll_plugins group, which Bundler loads without being asked. */
export function bundledPlugins(files: FileSystem, source: string): string[] {
  const own = gemfile(files, `${source}/Gemfile`);
  if (own === null) return [];
  const blocks = [...own.matchAll(/^\s*group\b[^\n]*:jekyll_plugins[^\n]*\bdo\b([\s\S]*?)^\s*end/gm)].map((m) => m[1]);
  const inline = own.split('\n').filter((line) => line.includes('jekyll_plugins') && !/^\s*group/.test(line));
  const gems = [...blocks, ...inline].join('\n').matchAll(/gem\s*\(?\s*["']([\w-]+)["']/g);
  return [...new Set([...gems].map((m) => m[1]!))];
}

/** A Gemfile's text without its comments; null where there is none. */
function gemfile(files: FileSystem, path: string): string | null {
  if (files.stat(path)?.kind !== 'file') return null;
  return new TextDecoder().decode(files.read(path)).replace(/(^|\s)#.*$/gm, '$1');
}
