// What `clean` removes: the built site, and what Jekyll leaves in the source.

import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { expandPath, joinPath } from '../files/paths.ts';
import { placeInSource } from '../publish/overlap.ts';
import { makePlan } from '../publish/plan.ts';
import { someOf } from '../publish/policy.ts';
import { type Publication, publish } from '../publish/publish.ts';
import { type Configured, configure } from './configure.ts';
import { isPartOfSource, openDestination, policyOf, sourcesOf } from './destination.ts';
import type { BuildOptions } from './options.ts';
import { plannedBy } from './publish-site.ts';

export interface Cleaned {
  /** Absolute paths in the order of checking; those that were found have been removed. */
  readonly paths: readonly { readonly path: string; readonly isFound: boolean }[];
  /** What was removed from a destination that still exists, relative to it. */
  readonly removed: readonly string[];
}

/**
 * Checks everything before removing anything.
 * @throws BuildError if a path is the source, or contains files that no known build made
 */
export async function cleanSite(options: BuildOptions, report: Report): Promise<Cleaned> {
  const configured = configure(options, () => {}); // a build reports problems in the configuration
  const { files, destination: given, source, config } = configured;
  const cache = expandPath(joinPath(source, config.known.cacheDir || '.jekyll-cache'));
  checkCache(configured, cache, options.force === true);
  const removed = await emptyDestination(configured, options, report);
  const paths = [given, `${source}/.jekyll-metadata`, cache, `${source}/.sass-cache`];
  const found = new Set(paths.filter((path) => files.entry(path) !== null));
  if (options.dryRun !== true) for (const path of found) if (path !== given) files.remove(path);
  if (removed !== null) found.add(given);
  return { paths: paths.map((path) => ({ path, isFound: found.has(path) })), removed: removed ?? [] };
}

/** Removes the site by publishing one without files; null if there is none. */
async function emptyDestination(
  configured: Configured,
  options: BuildOptions,
  report: Report,
): Promise<readonly string[] | null> {
  const { files, destination: given, config } = configured;
  const opened = openDestination(configured, options, report);
  const { destination, state } = opened;
  if (files.stat(given) === null) return null;
  const input: Publication = {
    ...opened,
    outputs: new Map(),
    keep: config.known.keepFiles,
    isPartOfSource: isPartOfSource(configured),
    policy: (holdsOutputs) => policyOf(configured, opened, { force: options.force === true, holdsOutputs }),
  };
  if (options.dryRun === true) return plannedBy(makePlan(input)).removed;
  const { removed } = plannedBy(await publish(input));
  if (files.entries(destination).size > 0) return removed;
  state?.forget();
  try {
    // A link stays, and so does a mount point, which can't be removed.
    if (!files.isLink(given)) files.remove(destination);
  } catch {
    return removed;
  }
  return removed;
}

/** The content of Jekyll's cache folder. */
const CACHED: ReadonlySet<string> = new Set(['Jekyll', '.gitignore']);

/** `.jekyll-cache` belongs to Jekyll; a folder with another name must look like it. */
function checkCache(configured: Configured, cache: string, force: boolean): void {
  const { files, source } = configured;
  placeInSource(sourcesOf(configured), cache, 'cache_dir');
  if (cache === joinPath(source, '.jekyll-cache') || files.isLink(cache)) return;
  const foreign = [...files.entries(cache).keys()].filter((name) => !CACHED.has(name));
  if (foreign.length === 0) return;
  const canForce = !isPartOfSource(configured, cache);
  if (force && canForce) return;
  throw new BuildError({
    code: 'cache-foreign-files',
    message: `cache_dir ${cache} holds files that don't belong to Jekyll's cache: ${someOf(foreign)}. Nothing was removed.`,
    hint: canForce
      ? 'Check `cache_dir:` in _config.yml; --force removes the folder.'
      : 'Check `cache_dir:` in _config.yml: the folder is part of the source.',
  });
}
