// The first step of every command: the stack of a site, its configuration, and which files may be read. Only the
// configuration says whether a site is built in safe mode; until then nothing outside the site is read.

import type { Configuration } from '../config/configuration.ts';
import { configurationFiles } from '../config/configuration-files.ts';
import { loadConfiguration } from '../config/load.ts';
import type { StackChoice } from '../config/stack-of.ts';
import type { Compat, Stack } from '../config/stacks.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SourceFiles } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import type { RubyHash } from '../ruby/values.ts';
import { BUNDLE_FILES, Bundle } from '../rubygems/bundle.ts';
import { chooseStack } from './choose-stack.ts';
import { Reach } from './reach.ts';

export interface OpenInput {
  readonly files: SourceFiles;
  /** Absolute. */
  readonly source: string;
  /** Absolute; null for the source's own configuration file. */
  readonly configFiles: readonly string[] | null;
  /** The stack given on the command line. */
  readonly compat?: Compat | Stack;
  readonly environment: string;
  /** Configuration values from the command line. */
  readonly overrides: RubyHash;
  readonly report: Report;
}

export interface OpenSite {
  readonly choice: StackChoice;
  readonly bundle: Bundle;
  readonly config: Configuration;
  readonly reach: Reach;
}

/** @throws BuildError if the configuration or Gemfile can't be read, or safe mode forbids it */
export function openSite(input: OpenInput): OpenSite {
  const { files, source, configFiles, environment, overrides, report } = input;
  const reach = new Reach(input);
  let bundle = new Bundle(reach.contained, source);
  bundle.check();
  const choice = chooseStack(reach.contained, bundle, configFiles, input.compat);
  const { stack } = choice;
  const asked = stack.service !== null || overrides.get('safe') === true;
  if (asked) reach.settle(true);
  const readable = asked ? reach.contained : files;
  const config = loadConfiguration({ files: readable, report, stack, environment, source, configFiles, overrides });
  const isSafe = config.known.safe;
  if (!asked) {
    reach.settle(isSafe);
    // If the configuration itself sets `safe: true`, it must be inside the site.
    if (isSafe && configFiles === null) configurationFiles(reach.contained, source, stack);
    const isLink = BUNDLE_FILES.some((name) => reach.contained.refuses(joinPath(source, name)));
    if (!isSafe && isLink) {
      bundle = new Bundle(files, source);
      bundle.check();
    }
  }
  return { choice, bundle, config, reach };
}
