// Jekyll 4.4.1.

import { ROUGE_4 } from '../../highlight/versions.ts';
import { KRAMDOWN_2_5 } from '../../kramdown/versions.ts';
import type { Stack } from './stack.ts';

export const JEKYLL_4: Stack = {
  profile: 'jekyll-4',
  jekyll: '4.4.1',
  kramdown: KRAMDOWN_2_5,
  rouge: ROUGE_4,
  highlight: { marksLines: true, setsKramdownUp: false },
};
