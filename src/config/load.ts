// Builds a Configuration from configuration files and command line options, like Jekyll::Configuration.

import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { deepMerge } from '../ruby/merge.ts';
import { toS } from '../ruby/to-s.ts';
import { truthy } from '../ruby/truth.ts';
import type { RubyHash, Value } from '../ruby/values.ts';
import { isEncoding } from '../text/encodings.ts';
import { Configuration, withoutMark } from './configuration.ts';
import { type ConfigurationFiles, readConfigurationFiles } from './configuration-files.ts';
import { withDefaultCollections } from './default-collections.ts';
import { applyGitHubPages, defaults } from './defaults.ts';
import { knownOptions, rawOptions } from './known-options.ts';
import { withoutOldOptions } from './old-options.ts';
import { type Locate, type Places, places } from './places.ts';
import type { Stack } from './stacks.ts';
import { checkCollection, checkMerged, checkRead } from './stops.ts';

export interface ConfigurationInput extends ConfigurationFiles {
  /** JEKYLL_ENV. */
  readonly environment: string;
  /** Settings from the command line, under their configuration keys. */
  readonly overrides: RubyHash;
}

/** @throws BuildError */
export function loadConfiguration(input: ConfigurationInput): Configuration {
  const { stack, report } = input;
  const { written, locate } = readConfigurationFiles(input);
  const site = deepMerge(ownConfiguration(written, stack, report, locate), input.overrides);
  const config = withDefaults(site, input, places(locate));
  checkPermalinks(config, places(locate));
  checkMerged(config, locate);
  const result = new Configuration(config, new Set(site.keys()), locate);
  reportEncoding(result, report);
  return result;
}

/** What the files say, under today's names. */
function ownConfiguration(written: RubyHash, stack: Stack, report: Report, locate: Locate): RubyHash {
  const place = places(locate);
  checkCollection('posts', knownOptions(written).collections.get('posts') ?? null, place);
  const current = stack.config.renamesOldOptions ? withoutOldOptions(written, report, locate) : written;
  checkRead(current, stack, locate);
  return withDefaultCollections(current, stack, place);
}

/** The defaults of Jekyll and of the service come below the site's own keys. */
function withDefaults(site: RubyHash, { stack, environment }: ConfigurationInput, place: Places): RubyHash {
  let config = withDefaultCollections(deepMerge(defaults(stack), stringKeys(site)), stack, place);
  if (stack.config.alwaysExcludes) {
    const listed = rawOptions(config).exclude as Value[];
    config.set('exclude', [...new Set([...listed, ...stack.config.exclude])]);
  }
  if (stack.service !== null) {
    config = withDefaultCollections(applyGitHubPages(config, environment, stack), stack, place);
  }
  return config;
}

/** Converts keys to strings (Configuration#stringify_keys). */
const stringKeys = (config: RubyHash): RubyHash => new Map([...config].map(([key, value]) => [toS(key), value]));

/** An error since Jekyll 3.0. */
function checkPermalinks(config: RubyHash, place: Places): void {
  if (!truthy(rawOptions(config).relativePermalinks)) return;
  throw new BuildError({
    code: 'relative-permalinks',
    message: "'relative_permalinks' is not supported since Jekyll 3.0",
    ...place.relativePermalinks(),
    hint: "Remove it. Permalinks start at the site's root, so include the folder.",
  });
}

/** Ruby ignores an unknown encoding, and warns at every file. */
function reportEncoding(config: Configuration, report: Report): void {
  const name = withoutMark(config.known.encoding);
  if (!truthy(config.raw.encoding) || isEncoding(name)) return;
  report({
    code: 'unknown-encoding',
    severity: 'warning',
    message: `Unknown encoding '${name}': files are read as UTF-8`,
    ...config.place.encoding(),
    hint: 'Leave `encoding:` out of _config.yml.',
  });
}
