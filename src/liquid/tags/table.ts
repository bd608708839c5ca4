// All tags that Jekyll has without plugins.

import type { Stack } from '../../config/stacks.ts';
import type { AnyTagDefinition } from '../compile/environment.ts';
import { assignTag } from './assign.ts';
import { captureTag } from './capture.ts';
import { caseTag } from './case.ts';
import { commentTag } from './comment.ts';
import { decrementTag, incrementTag } from './counter.ts';
import { cycleTag } from './cycle.ts';
import { forTag } from './for.ts';
import { highlightTag } from './highlight.ts';
import { ifTag, unlessTag } from './if.ts';
import { ifChangedTag } from './ifchanged.ts';
import { includeRelativeTag, includeTag } from './include.ts';
import { breakTag, continueTag } from './interrupt.ts';
import { linkTag } from './link.ts';
import { postUrlTag } from './post-url.ts';
import { rawTag } from './raw.ts';
import { tableRowTag } from './tablerow.ts';

/** Liquid 4.0.4's tags and Jekyll's, by name. */
export const standardTags = (stack: Stack): [string, AnyTagDefinition][] => [
  ['assign', assignTag],
  ['break', breakTag],
  ['capture', captureTag],
  ['case', caseTag],
  ['comment', commentTag],
  ['continue', continueTag],
  ['cycle', cycleTag],
  ['decrement', decrementTag],
  ['for', forTag],
  ['if', ifTag],
  ['ifchanged', ifChangedTag],
  ['increment', incrementTag],
  ['raw', rawTag],
  ['tablerow', tableRowTag],
  ['unless', unlessTag],
  ['highlight', highlightTag(stack)],
  ['include', includeTag],
  ['include_relative', includeRelativeTag],
  ['link', linkTag(stack)],
  ['post_url', postUrlTag(stack)],
];
