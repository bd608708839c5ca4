// Creates a site's Liquid environment: `liquid:` of its configuration, limits, measurement, plugins.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/stacks.ts';
import type { Debug } from '../diagnostics/debug.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { LiquidEnvironment } from '../liquid/compile/environment.ts';
import { createEnvironment } from '../liquid/engine.ts';
import type { LiquidjsPlugin } from '../liquid/liquidjs.ts';
import { readLimits } from '../liquid/runtime/limits.ts';
import { Profiler } from '../liquid/runtime/profiler.ts';
import type { Clock } from './surroundings.ts';

export async function createLiquid(
  config: Configuration,
  stack: Stack,
  report: Report,
  clock: Clock,
  plugins: readonly LiquidjsPlugin[],
  debug: Debug,
): Promise<LiquidEnvironment> {
  const settings = config.known.liquid;
  const mode = settings.errorMode;
  const elapsed = (): number => clock.elapsed();
  const liquid = createEnvironment({
    stack,
    report,
    errorMode: mode === 'strict' || mode === 'lax' ? mode : 'warn',
    strictFilters: settings.strictFilters,
    strictVariables: settings.strictVariables,
    limits: { ...readLimits(settings), clock: elapsed },
    profiler: config.raw.profile === true ? new Profiler(stack, elapsed) : null,
    debug,
  });
  const { errorMode, strictFilters, strictVariables, limits } = liquid;
  debug?.(
    'liquid',
    `error_mode: ${errorMode}, strict_filters: ${strictFilters}, strict_variables: ${strictVariables}, ` +
      `at most ${limits.seconds} seconds and ${limits.length} characters`,
  );
  if (plugins.length > 0) {
    const [{ useLiquidjsPlugin }, liquidjs] = await Promise.all([import('../liquid/liquidjs.ts'), import('liquidjs')]);
    for (const plugin of plugins) useLiquidjsPlugin(plugin, liquid, liquidjs);
  }
  return liquid;
}
