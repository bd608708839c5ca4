// The only place where flags and environment variables become the engine's options.

import type { BuildOptions } from '../build/options.ts';
import { folderPath } from '../build/paths.ts';
import { type Compat, STACKS } from '../config/stacks.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { Context } from './context.ts';
import type { Flags } from './options.ts';

const NAMES = Object.keys(STACKS) as Compat[];

/** Paths in the result are absolute. @throws BuildError if a value is invalid */
export function buildOptions(flags: Flags, { env, folder, whileWriting }: Context): BuildOptions {
  const path = (text: string): string => folderPath(text, folder);
  return {
    workingFolder: folder,
    source: flags.source === undefined ? undefined : path(flags.source),
    destination: flags.destination === undefined ? undefined : path(flags.destination),
    config: flags.config?.map(path),
    compat: compat(flags.compat),
    baseurl: flags.baseurl,
    drafts: flags.drafts,
    future: flags.future,
    unpublished: flags.unpublished,
    limitPosts: flags.limit_posts,
    safe: flags.safe,
    profiler: flags.profile,
    strictFrontMatter: flags.strict_front_matter,
    offline: flags.offline,
    cache: flags.cache === undefined ? undefined : path(flags.cache),
    downloadTime: downloadTime(env.BUILD_SITE_DOWNLOAD_TIME),
    force: flags.force,
    dryRun: flags['dry-run'],
    whileWriting,
    environment: env.JEKYLL_ENV || 'development',
    env,
    now: clock(env.SOURCE_DATE_EPOCH),
    nwo: repository(env.PAGES_REPO_NWO),
  };
}

function compat(name: string | undefined): Compat | undefined {
  const found = NAMES.find((one) => one === name);
  if (name === undefined || found !== undefined) return found;
  throw new BuildError({
    code: 'command-line',
    message: `--compat must be ${NAMES.join(' or ')}, not '${name}'.`,
    hint: `${Object.values(STACKS)
      .map(({ name, about }) => `${name} is ${about}`)
      .join(', ')}.`,
  });
}

/** SOURCE_DATE_EPOCH, the convention for reproducible builds: seconds since 1970. */
function clock(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,11}$/.test(text)) return Number(text);
  throw new BuildError({
    code: 'environment',
    message: `SOURCE_DATE_EPOCH must be a number of seconds, not '${text}'.`,
    hint: 'Set it to the seconds since 1970, as `date +%s` prints them, or unset it.',
  });
}

function downloadTime(text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^\d{1,6}$/.test(text) && Number(text) > 0) return Number(text);
  throw new BuildError({
    code: 'environment',
    message: `BUILD_SITE_DOWNLOAD_TIME must be a number of seconds, not '${text}'.`,
    hint: 'Set it to the time that one download may take, such as 600, or unset it.',
  });
}

function repository(text: string | undefined): string | undefined {
  if (text === undefined || text === '') return undefined;
  if (/^[\w.-]+\/[\w.-]+$/.test(text)) return text;
  throw new BuildError({
    code: 'environment',
    message: `PAGES_REPO_NWO must be owner/name, not '${text}'.`,
    hint: 'Set it to the owner and name of the repository on GitHub, or unset it.',
  });
}
