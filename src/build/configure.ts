// Configures a site with this machine's disk and paths.

import type { Report } from '../diagnostics/diagnostic.ts';
import { type Configured, configure as configureIn } from '../engine/configure.ts';
import type { Places } from '../engine/surroundings.ts';
import { disk } from '../files/disk.ts';
import type { BuildOptions } from './options.ts';
import { absolute, pathsFrom } from './paths.ts';

export type { Configured };

export const placesOf = ({ files, workingFolder }: BuildOptions): Places => ({
  files: files ?? disk,
  ...pathsFrom(absolute(workingFolder ?? '.')),
});

/** @throws BuildError */
export const configure = (options: BuildOptions, report: Report): Configured =>
  configureIn(placesOf(options), options, report);
