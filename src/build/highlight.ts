/** Code to tokens and HTML in Rouge's markup: the package's export `build-site/highlight`. */

import {
  createHighlighter as create,
  type Highlighter,
  type RougeVersion,
  type RougeVersionName,
} from '../highlight/index.ts';
import { lexerSource } from './on-demand.ts';

export * from '../highlight/index.ts';

/** Highlights code as that version of Rouge does. A lexer is loaded when a code first needs it. */
export const createHighlighter = (rouge: RougeVersion | RougeVersionName): Highlighter => create(rouge, lexerSource);
