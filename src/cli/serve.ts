// `serve`: builds the site, then serves the destination until interrupted.

import { recoverDestination } from '../build/destination.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import { fnmatch } from '../files/fnmatch.ts';
import { startServer } from '../server/server.ts';
import { buildOptions } from './build-options.ts';
import type { Context } from './context.ts';
import type { Flags } from './options.ts';
import { mountPoint, previewOf } from './preview.ts';

const PORTS = 65_536;

export async function runServe(flags: Flags, context: Context): Promise<number> {
  const { console, env } = context;
  const options = buildOptions(flags, context);
  const site = previewOf(options);
  const host = flags.host ?? site.host;
  const port = flags.port ?? site.port;
  if (!(port < PORTS)) {
    throw new BuildError({
      code: 'command-line',
      message: `Port ${port} does not exist.`,
      hint: `Use a port up to ${PORTS - 1}.`,
    });
  }
  let { baseurl, destination } = site;
  let isWritten = (path: string): boolean => isIncluded(path, site.include);
  if (flags['skip-initial-build'] === true) {
    await recoverDestination(options, (diagnostic) => console.diagnostic(diagnostic));
    if (disk.stat(site.destination)?.kind !== 'directory')
      console.line('Server:', `nothing is built yet in ${site.destination}`);
  } else {
    // In development, links in the site point to the preview, as with `jekyll serve`.
    const development = (env.JEKYLL_ENV || 'development') === 'development';
    const name = host === '127.0.0.1' ? 'localhost' : host;
    const { buildAndTell } = await import('./build.ts'); // serving an existing site needs no build
    const preview = development ? { serving: true, url: `http://${name}:${port}` } : { serving: true };
    const result = await buildAndTell(flags, context, preview);
    baseurl = mountPoint(result.baseurl);
    destination = result.destination;
    const written = new Set(result.dotFiles);
    isWritten = (path) => written.has(path);
  }
  const allowedHosts = flags['allow-host'] ?? [];
  const server = await startServer({ folder: destination, host, port, baseurl, allowedHosts, isWritten });
  console.line('Server address:', server.url);
  console.line('Server running...', 'press ctrl-c to stop.');
  await context.interrupted();
  await server.close();
  return 0;
}

/** Without a build that says what it wrote, dot files that `include` lists belong to the site; `.git` never does. */
function isIncluded(path: string, include: readonly string[]): boolean {
  const hidden = path.split('/').filter((name) => name.startsWith('.'));
  const named = include.flatMap((entry) => entry.split('/'));
  return hidden.every((name) => name !== '.git' && named.some((pattern) => fnmatch(pattern, name)));
}
