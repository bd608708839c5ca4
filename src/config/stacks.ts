// The stacks that a site can ask for.

import { GITHUB_PAGES } from './versions/github-pages.ts';
import { JEKYLL_4 } from './versions/jekyll-4.ts';
import type { Stack } from './versions/stack.ts';

export type { Stack } from './versions/stack.ts';

export type Profile = Stack['profile'];

export const STACKS: Readonly<Record<Profile, Stack>> = { 'github-pages': GITHUB_PAGES, 'jekyll-4': JEKYLL_4 };
