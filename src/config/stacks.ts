// The stacks that a site can ask for.

import { GITHUB_PAGES } from './versions/github-pages.ts';
import { JEKYLL_4 } from './versions/jekyll-4.ts';
import type { Stack } from './versions/stack.ts';

export type { Stack } from './versions/stack.ts';

/** By the names that `--compat` takes. */
export const STACKS = { 'github-pages': GITHUB_PAGES, 'jekyll-4': JEKYLL_4 } as const satisfies Readonly<
  Record<string, Stack>
>;

export type Compat = keyof typeof STACKS;

/** For a site that asks for nothing else. */
export const DEFAULT_STACK: Stack = GITHUB_PAGES;

/** For what GitHub Pages doesn't build: Jekyll's newest version. */
export const NEWEST_STACK: Stack = JEKYLL_4;
