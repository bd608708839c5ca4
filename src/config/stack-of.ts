// Chooses the stack: by Gemfile.lock, then the Gemfile, then a theme that GitHub Pages doesn't have.

import type { Bundle } from '../rubygems/bundle.ts';
import { PAGES_THEMES } from './pages-themes.ts';
import { DEFAULT_STACK, NEWEST_STACK, STACKS, type Stack } from './stacks.ts';

export interface StackChoice {
  readonly stack: Stack;
  /** For the author, for example 'Gemfile has github-pages'. */
  readonly reason: string;
}

/** @param theme the value of `theme` in the site's configuration, if any */
export function stackOf(bundle: Bundle, theme: string | null): StackChoice {
  return (
    lockedStack(bundle) ??
    stackOfGemfile(bundle) ??
    (theme !== null && !PAGES_THEMES.has(theme)
      ? { stack: NEWEST_STACK, reason: `theme ${theme} is not on GitHub Pages` }
      : { stack: DEFAULT_STACK, reason: 'the default' })
  );
}

function lockedStack({ locked }: Bundle): StackChoice | null {
  if (locked === null) return null;
  const brought = broughtBy((gem) => locked.has(gem), 'Gemfile.lock');
  if (brought !== null) return brought;
  const version = locked.get('jekyll')?.version;
  const stack = version === undefined ? null : ofVersion(version);
  return stack === null ? null : { stack, reason: `Gemfile.lock has jekyll ${version}` };
}

function stackOfGemfile({ gemfile }: Bundle): StackChoice | null {
  const gems = gemfile?.gems ?? [];
  const brought = broughtBy((gem) => gems.some(({ name }) => name === gem), 'Gemfile');
  if (brought !== null) return brought;
  for (const { name, requirements, path, git } of gems) {
    if (name !== 'jekyll') continue;
    const version = /^\D*(\d.*)$/.exec(requirements[0] ?? '')?.[1];
    const stack = version === undefined ? null : ofVersion(version);
    if (stack !== null) return { stack, reason: `Gemfile has jekyll ${version}` };
    if (requirements.length === 0 && path === null && git === null) {
      return { stack: NEWEST_STACK, reason: 'Gemfile has jekyll without a version' };
    }
  }
  return null;
}

/** The stack of a gem that includes one. */
function broughtBy(has: (gem: string) => boolean, file: string): StackChoice | null {
  for (const stack of Object.values<Stack>(STACKS)) {
    const { gem } = stack.askedBy;
    if (gem !== null && has(gem)) return { stack, reason: `${file} has ${gem}` };
  }
  return null;
}

const ofVersion = (version: string): Stack | null =>
  Object.values<Stack>(STACKS).find(({ askedBy }) => askedBy.version !== null && version.startsWith(askedBy.version)) ??
  null;
