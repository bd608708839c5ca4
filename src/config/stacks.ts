// The available stacks.

import { GITHUB_PAGES } from './versions/github-pages.ts';
import { JEKYLL_4 } from './versions/jekyll-4.ts';
import type { Stack } from './versions/stack.ts';

export type { Stack } from './versions/stack.ts';

/** By the names that `--compat` accepts. */
export const STACKS = { 'github-pages': GITHUB_PAGES, 'jekyll-4': JEKYLL_4 } as const satisfies Readonly<
  Record<string, Stack>
>;

export type Compat = keyof typeof STACKS;

/** If a site doesn't ask for a stack. */
export const DEFAULT_STACK: Stack = GITHUB_PAGES;

/** If a site needs something that GitHub Pages doesn't support: the newest Jekyll. */
export const NEWEST_STACK: Stack = JEKYLL_4;
