// All lexers and Rouge's themes in one module, for the `lexers` option of build-site/browser.

import { lexers as all } from 'all-lexers';
import type { LexerSource } from '../highlight/index.ts';

export const lexers: LexerSource = all;
