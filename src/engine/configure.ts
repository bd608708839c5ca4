// The stack, configuration and folders of a site. Build, serve and clean all use this, so that they never disagree.

import type { Configuration } from '../config/configuration.ts';
import type { StackChoice } from '../config/stack-of.ts';
import type { Stack } from '../config/stacks.ts';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { inspect } from '../ruby/inspect.ts';
import type { Bundle } from '../rubygems/bundle.ts';
import { openSite } from './open-site.ts';
import { overrides, type SiteOptions } from './options.ts';
import { folderPath } from './paths.ts';
import { Reach, type ReachInput } from './reach.ts';
import type { Places } from './surroundings.ts';

export interface Configured {
  readonly files: FileSystem;
  /** The folder that relative paths start from; absolute, like all paths here. */
  readonly workingFolder: string;
  readonly source: string;
  readonly destination: string;
  readonly bundle: Bundle;
  readonly choice: StackChoice;
  readonly stack: Stack;
  readonly config: Configuration;
  /** The files that may be read. */
  readonly reach: Reach;
  readonly environment: string;
}

/**
 * `source` and `destination` are always relative to the working folder, and the command line overrides the
 * configuration (Jekyll.configuration of 3.10.0 and 4.4.1). The configuration and the Gemfile are read from the folder
 * of --source, otherwise from the working folder, even if the configuration sets `source`.
 * @throws BuildError
 */
export function configure(places: Places, options: SiteOptions, report: Report): Configured {
  const { files, workingFolder } = places;
  const base = options.source === undefined ? workingFolder : folderPath(options.source, places);
  checkSource(files, base);
  const configFiles = options.config?.map((path) => folderPath(path, places)) ?? null;
  const environment = options.environment ?? 'development';
  const opened = openSite({
    files,
    source: base,
    configFiles,
    compat: options.compat ?? options.profile,
    environment,
    overrides: overrides(options),
    report,
  });
  const { choice, bundle, config } = opened;
  const configured = (key: 'source' | 'destination'): string | null => {
    const path = configuredFolder(config, key);
    return path === null ? null : folderPath(path, places);
  };
  const source = options.source === undefined ? (configured('source') ?? base) : base;
  if (source !== base) checkSource(files, source);
  const reach = source === base ? opened.reach : reachOf({ files, source, configFiles, report }, base, config);
  const destination =
    options.destination === undefined
      ? (configured('destination') ?? folderPath('_site', places))
      : folderPath(options.destination, places);
  return {
    files,
    workingFolder,
    source,
    destination,
    bundle,
    choice,
    stack: choice.stack,
    config,
    reach,
    environment,
  };
}

/** `source` or `destination` of the configuration; null if it isn't set. */
function configuredFolder(config: Configuration, key: 'source' | 'destination'): string | null {
  const value = config.raw[key] ?? null;
  if (value === null || typeof value === 'string') return value;
  throw new BuildError({
    code: 'config-type',
    message: `'${key}' should be the path of a folder, but was: ${inspect(value)}.`,
    ...config.place[key](),
    hint: `Write a path in quotes: ${key}: "…"`,
  });
}

/**
 * The files that may be read if the configuration sets the source.
 * @throws BuildError if safe mode would have to leave the folder of the configuration
 */
function reachOf(input: ReachInput, base: string, config: Configuration): Reach {
  const { files, source } = input;
  const isSafe = config.known.safe;
  if (isSafe && !`${files.realPath(source)}/`.startsWith(`${files.realPath(base)}/`)) {
    throw new BuildError({
      code: 'source-outside',
      message: `source: ${source} is outside ${base}, and safe mode reads nothing outside it`,
      ...config.place.source(),
      hint: 'Name the folder on the command line: --source (-s).',
    });
  }
  const reach = new Reach(input);
  reach.settle(isSafe);
  return reach;
}

function checkSource(files: FileSystem, source: string): void {
  if (files.stat(source)?.kind === 'directory') return;
  throw new BuildError({
    code: 'source-missing',
    message: `The source ${source} is not a folder`,
    hint: 'Check --source (-s), or `source:` in _config.yml.',
  });
}
