// Creates a site's Liquid: its tags, filters and strictness.

import type { Stack } from '../config/stacks.ts';
import type { Debug } from '../diagnostics/debug.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LiquidEnvironment } from './compile/environment.ts';
import { filterEncodings } from './filters/encodings.ts';
import { jekyllFilters, standardFilters } from './filters/table.ts';
import { DateTexts } from './runtime/date-texts.ts';
import { DEFAULT_LIMITS, type LimitSettings } from './runtime/limits.ts';
import type { Profiler } from './runtime/profiler.ts';
import { standardTags } from './tags/table.ts';

export interface LiquidOptions {
  /** Determines tags, filters and behaviour. */
  readonly stack: Stack;
  readonly report: Report;
  /**
   * `liquid.error_mode`: for markup outside the strict grammar, 'warn' (the default) parses it laxly and warns,
   * 'strict' stops the build; 'lax' always parses laxly.
   */
  readonly errorMode?: 'warn' | 'strict' | 'lax';
  /** `liquid.strict_filters`: an unknown filter stops the build instead of returning its input. Default: false. */
  readonly strictFilters?: boolean;
  /** `liquid.strict_variables`: an unknown variable stops the build, instead of being nil. Default: false. */
  readonly strictVariables?: boolean;
  /** Limits of a single rendering. */
  readonly limits?: Partial<LimitSettings>;
  /** Measures the cost of each template. Default: null. */
  readonly profiler?: Profiler | null;
  readonly debug?: Debug;
}

/** An environment with the tags and filters of the stack's versions; plugins add theirs to `tags` and `filters`. */
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
    debug: options.debug,
    dates: new DateTexts(),
    partials: new Map(),
    liquidjsCalls: 0,
  };
}
