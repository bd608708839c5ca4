// The Liquid that a site asks for: `liquid:` of its configuration, limits, measuring, plugins.

import type { Configuration } from '../config/configuration.ts';
import type { Stack } from '../config/profiles.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { createEnvironment, type LiquidEnvironment } from '../liquid/engine.ts';
import type { LiquidjsPlugin } from '../liquid/liquidjs.ts';
import { setLimits } from '../liquid/runtime/limits.ts';
import { TemplateProfile } from '../liquid/runtime/profile.ts';

export async function createLiquid(
  config: Configuration,
  stack: Stack,
  report: Report,
  plugins: readonly LiquidjsPlugin[],
): Promise<LiquidEnvironment> {
  const liquid = createEnvironment(stack, report);
  const settings = config.section('liquid');
  const mode = settings.get('error_mode');
  if (mode === 'strict' || mode === 'lax') liquid.errorMode = mode;
  const isSet = (key: string): boolean => (settings.get(key) ?? false) !== false;
  liquid.strictFilters = isSet('strict_filters');
  liquid.strictVariables = isSet('strict_variables');
  setLimits(liquid.limits, settings);
  liquid.limits.clock = () => performance.now();
  if (config.get('profile') === true) liquid.profile = new TemplateProfile(stack.profile, liquid.limits.clock);
  if (plugins.length > 0) {
    const [{ useLiquidjsPlugin }, liquidjs] = await Promise.all([import('../liquid/liquidjs.ts'), import('liquidjs')]);
    for (const plugin of plugins) useLiquidjsPlugin(plugin, liquid, liquidjs);
  }
  return liquid;
}
