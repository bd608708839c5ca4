// Where a site's preview is, as its configuration says, without building it.

import { configure } from '../build/configure.ts';
import type { BuildOptions } from '../build/options.ts';

export interface Preview {
  readonly destination: string;
  readonly baseurl: string;
  readonly host: string;
  readonly port: number;
  readonly include: readonly string[];
}

export function previewOf(options: BuildOptions): Preview {
  const { config, destination } = configure(options, () => {}); // the build tells what is wrong
  return {
    destination,
    baseurl: mountPoint(config.known.baseurl),
    host: config.known.host,
    port: Number(config.known.port),
    include: config.known.include,
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
