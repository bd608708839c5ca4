// Every filter that Jekyll has without plugins.

import type { Stack } from '../../config/stacks.ts';
import { jekyllDateFilters, standardDateFilters } from './date.ts';
import type { Filters } from './define.ts';
import { jekyllTextFilters } from './jekyll.ts';
import { jsonFilters } from './json.ts';
import { listFilters } from './list.ts';
import { numberFilters } from './number.ts';
import { textFilters } from './text.ts';
import { urlFilters } from './url.ts';
import { whereFilters } from './where.ts';

/** Liquid 4.0.4's filters except sort and where, which Jekyll replaces. */
export const standardFilters: Filters = [...textFilters, ...listFilters, ...numberFilters, ...standardDateFilters];

/** Jekyll's filters in a stack's version. */
export const jekyllFilters = (stack: Stack): Filters => [
  ...jekyllTextFilters(stack),
  ...jekyllDateFilters,
  ...jsonFilters,
  ...urlFilters,
  ...whereFilters(stack),
];
