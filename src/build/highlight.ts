/** Turns code into tokens and HTML with Rouge's markup: the package's export `build-site/highlight`. */

import {
  createHighlighter as create,
  type Highlighter,
  type RougeVersion,
  type RougeVersionName,
} from '../highlight/index.ts';
import { lexerSource } from './on-demand.ts';

export * from '../highlight/index.ts';

/** A highlighter that works like this version of Rouge. Lexers are loaded on demand. */
export const createHighlighter = (rouge: RougeVersion | RougeVersionName): Highlighter => create(rouge, lexerSource);
