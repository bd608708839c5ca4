// Where a site's preview will be, from its configuration alone, without a build.

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
  const { config, destination } = configure(options, () => {}); // the build reports what is wrong
  return {
    destination,
    baseurl: mountPoint(config.known.baseurl),
    host: config.known.host,
    port: Number(config.known.port),
    include: config.known.include,
  };
}

/** A baseurl in the form that the server mounts it at: '' or '/a/b'. */
export function mountPoint(baseurl: string): string {
  return baseurl
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `/${name}`)
    .join('');
}
