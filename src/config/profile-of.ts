// Which stack a site asks for: Gemfile.lock, then Gemfile, then a theme that GitHub Pages doesn't have.

import type { Bundle } from './bundle.ts';
import { PAGES_THEMES } from './pages-themes.ts';
import type { Profile } from './stacks.ts';

export interface ProfileChoice {
  readonly profile: Profile;
  /** Shown to the author, e.g. 'Gemfile has github-pages'. */
  readonly reason: string;
}

/** @param theme what the site's configuration names under `theme`, if anything */
export function profileOf(bundle: Bundle, theme: string | null): ProfileChoice {
  const lock = bundle.locked;
  if (lock !== null) {
    if (lock.has('github-pages')) return { profile: 'github-pages', reason: 'Gemfile.lock has github-pages' };
    const version = lock.get('jekyll')?.version;
    if (version?.startsWith('4')) return { profile: 'jekyll-4', reason: `Gemfile.lock has jekyll ${version}` };
  }
  const gems = bundle.gemfile?.gems ?? [];
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
