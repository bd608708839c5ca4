// Liquid as a site sets it up: its tags, its filters, how strict it is.

import type { Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LiquidEnvironment } from './compile/environment.ts';
import { filterEncodings } from './filters/encodings.ts';
import { jekyllFilters, standardFilters } from './filters/table.ts';
import { DateTexts } from './runtime/date-texts.ts';
import { DEFAULT_LIMITS, type LimitSettings } from './runtime/limits.ts';
import type { Profiler } from './runtime/profiler.ts';
import { standardTags } from './tags/table.ts';

export interface LiquidOptions {
  /** Whose tags, filters and behaviour. */
  readonly stack: Stack;
  /** Where warnings go. */
  readonly report: Report;
  /**
   * `liquid.error_mode`: if markup doesn't follow the strict grammar, 'warn' (the default) reads it by the lax one and
   * warns, 'lax' reads it so from the start, 'strict' stops the build.
   */
  readonly errorMode?: 'warn' | 'strict' | 'lax';
  /** `liquid.strict_filters`: an unknown filter stops the build, instead of passing its input on. Default: false. */
  readonly strictFilters?: boolean;
  /** `liquid.strict_variables`: an unknown variable stops the build, instead of being nil. Default: false. */
  readonly strictVariables?: boolean;
  /** How much one rendering may take. */
  readonly limits?: Partial<LimitSettings>;
  /** Measures what each template costs. Default: null, nothing is measured. */
  readonly profiler?: Profiler | null;
}

/** Liquid with the tags and filters of a stack's versions; plugins add theirs to `tags` and `filters`. */
export function createEnvironment({ stack, report, limits, ...options }: LiquidOptions): LiquidEnvironment {
  const filters = new Map([...standardFilters, ...jekyllFilters(stack)]);
  return {
    stack,
    report,
    tags: new Map(standardTags(stack)),
    filters,
    encodings: filterEncodings(filters),
    errorMode: options.errorMode ?? 'warn',
    strictFilters: options.strictFilters ?? false,
    strictVariables: options.strictVariables ?? false,
    limits: { ...DEFAULT_LIMITS, ...limits },
    profiler: options.profiler ?? null,
    dates: new DateTexts(),
    partials: new Map(),
    liquidjsCalls: 0,
  };
}
