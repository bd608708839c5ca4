// Where a site's folders are and where its preview is, as its configuration says, without building it.

import { openSite } from '../build/open-site.ts';
import type { BuildOptions } from '../build/options.ts';
import { disk } from '../files/disk.ts';
import { expandPath } from '../files/paths.ts';
import type { RubyHash } from '../ruby/values.ts';

export interface SiteFolders {
  readonly source: string;
  readonly destination: string;
  readonly cache: string;
  readonly baseurl: string;
  readonly host: string;
  readonly port: number;
  readonly include: readonly string[];
}

/** @param options with an absolute source */
export function siteFolders(options: BuildOptions, folder: string): SiteFolders {
  const source = options.source!;
  const overrides: RubyHash = new Map(options.baseurl === undefined ? [] : [['baseurl', options.baseurl]]);
  if (options.safe === true) overrides.set('safe', true);
  const { config } = openSite({
    files: disk,
    report: () => {}, // the build tells
    profile: options.profile,
    environment: options.environment ?? 'development',
    source,
    configFiles: options.config ?? null,
    overrides,
  });
  return {
    source,
    destination: options.destination ?? expandPath(config.text('destination') || '_site', folder),
    cache: expandPath(config.text('cache_dir') || '.jekyll-cache', source),
    baseurl: mountPoint(config.text('baseurl')),
    host: config.text('host'),
    port: Number(config.text('port')),
    include: config.list('include'),
  };
}

/** A baseurl as the preview mounts it: '' or '/a/b'. */
export function mountPoint(baseurl: string): string {
  return baseurl
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `/${name}`)
    .join('');
}
