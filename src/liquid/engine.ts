// Which tags and filters a site's templates know.

import type { Stack } from '../config/profiles.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Test } from './compile/condition.ts';
import type { AnyTagDefinition, FilterDefinition } from './compile/definitions.ts';
import type { Evaluate } from './compile/expression.ts';
import type { Template } from './compile/template.ts';
import { jekyllFilters, standardFilters } from './filters/table.ts';
import { DateTexts } from './runtime/date-texts.ts';
import { defaultLimits } from './runtime/limits.ts';
import type { TemplateProfile } from './runtime/profile.ts';
import { standardTags } from './tags/table.ts';

export class LiquidEnvironment {
  readonly stack: Stack;
  /** By name. A block's end tag needs no entry: a name that isn't here ends the body that it stands in. */
  readonly tags: Map<string, AnyTagDefinition>;
  readonly filters: Map<string, FilterDefinition>;
  /** `liquid.error_mode`: what to do where the strict grammar fails. */
  errorMode: 'warn' | 'strict' | 'lax' = 'warn';
  /** `liquid.strict_filters`: an unknown filter stops the build. */
  strictFilters = false;
  /** `liquid.strict_variables`: an unknown variable stops the build. */
  strictVariables = false;
  readonly limits = defaultLimits();
  /** Where warnings go. */
  readonly report: Report;
  /** Included files, parsed once, by path. */
  readonly partials = new Map<string, Template>();
  /** How often a tag or a filter of a liquidjs plugin has run: everything else is compiled. */
  liquidjsCalls = 0;
  /** What each template costs, where somebody asks. */
  profile: TemplateProfile | null = null;
  readonly dates = new DateTexts();
  /** Expressions that filters read (where_exp, group_by_exp), by their text. */
  readonly conditions = new Map<string, Test>();
  readonly values = new Map<string, Evaluate>();

  constructor(
    stack: Stack,
    report: Report,
    tags: Map<string, AnyTagDefinition>,
    filters: Map<string, FilterDefinition>,
  ) {
    this.stack = stack;
    this.report = report;
    this.tags = tags;
    this.filters = filters;
  }
}

/** Liquid's and Jekyll's own tags and filters at a stack's versions; plugins add theirs to `tags` and `filters`. */
export const createEnvironment = (stack: Stack, report: Report): LiquidEnvironment =>
  new LiquidEnvironment(
    stack,
    report,
    new Map(standardTags(stack)),
    new Map([...standardFilters, ...jekyllFilters(stack)]),
  );
