// Jekyll 3.10.0 as the gem github-pages 232 runs it.

import { ROUGE_3 } from '../../highlight/versions.ts';
import { KRAMDOWN_2_4 } from '../../kramdown/versions.ts';
import type { Stack } from './stack.ts';

export const GITHUB_PAGES: Stack = {
  profile: 'github-pages',
  jekyll: '3.10.0',
  kramdown: KRAMDOWN_2_4,
  rouge: ROUGE_3,
  highlight: { marksLines: false, setsKramdownUp: true },
};
