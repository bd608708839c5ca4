// A plugin's own errors carry its name. Errors that already say what to do (BuildError, LiquidError) stay as they are.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { LiquidError } from '../liquid/errors.ts';
import { ArgumentError, NoMethodError } from '../ruby/errors.ts';

const HINT = 'This is a bug in the plugin. Run build-site with --trace to see where it failed.';

/** JavaScript's own limits, which the template at fault is blamed for. */
const isExhausted = (error: unknown): boolean =>
  error instanceof RangeError && /call stack|^Invalid (?:string|array) length/.test(error.message);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Runs a part of a plugin that isn't in a template.
 * @param part what failed: 'its generator tags'
 * @param path the file that it was working on
 */
export function blaming<T>(plugin: string, part: string, work: () => T, path?: () => string): T {
  try {
    return work();
  } catch (error) {
    throw blamed(plugin, part, error, path?.());
  }
}

export function blamed(plugin: string, part: string, error: unknown, path?: string): unknown {
  if (error instanceof BuildError || error instanceof LiquidError) return error;
  const message = `The plugin ${plugin} failed in ${part}: ${messageOf(error)}`;
  const place = path === undefined ? {} : { path };
  return new BuildError({ code: 'plugin-failed', message, ...place, about: plugin, hint: HINT }, error);
}

/** The same for a tag or filter: the template that is rendered adds the position. */
export function blamedInTemplate(plugin: string, part: string, error: unknown): unknown {
  const isPlaced = error instanceof BuildError || error instanceof LiquidError;
  if (isPlaced || error instanceof ArgumentError || error instanceof NoMethodError || isExhausted(error)) return error;
  const message = `The plugin ${plugin} failed in ${part}: ${messageOf(error)}`;
  return new LiquidError('plugin-failed', message, HINT, plugin, error);
}

/**
 * Pages are rendered without waiting: what a part returns must not be a promise.
 * @throws Error
 */
export function checkSynchronous<T>(result: T): T {
  if (typeof (result as { then?: unknown } | null | undefined)?.then !== 'function') return result;
  (result as unknown as Promise<unknown>).then(undefined, () => {});
  throw new Error('it returns a promise; only `prepare` is awaited');
}
