// `serve`: builds the site, then shows the destination until it is interrupted.

import { BuildError } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import { startServer } from '../server/server.ts';
import { buildOptions } from './build-options.ts';
import type { Context } from './context.ts';
import type { Flags } from './options.ts';
import { mountPoint, siteFolders } from './site-folders.ts';

const PORTS = 65_536;

export async function runServe(flags: Flags, context: Context): Promise<number> {
  const { console, env } = context;
  const site = siteFolders(buildOptions(flags, context), context.folder);
  const host = flags.host ?? site.host;
  const port = flags.port ?? site.port;
  if (!(port < PORTS)) {
    throw new BuildError({
      code: 'command-line',
      message: `There is no port ${port}.`,
      hint: `Ports go up to ${PORTS - 1}.`,
    });
  }
  let { baseurl } = site;
  if (flags['skip-initial-build'] === true) {
    if (disk.stat(site.destination)?.kind !== 'directory')
      console.line('Server:', `nothing is built yet in ${site.destination}`);
  } else {
    // In development the site's links lead to the preview, as with `jekyll serve`.
    const development = (env.JEKYLL_ENV || 'development') === 'development';
    const name = host === '127.0.0.1' ? 'localhost' : host;
    const { buildAndTell } = await import('./build.ts'); // not needed, and not loaded, to serve what is there
    const preview = development ? { serving: true, url: `http://${name}:${port}` } : { serving: true };
    const result = await buildAndTell(flags, context, preview);
    baseurl = mountPoint(result.baseurl);
  }
  const server = await startServer({ folder: site.destination, host, port, baseurl });
  console.line('Server address:', server.url);
  console.line('Server running...', 'press ctrl-c to stop.');
  await context.interrupted();
  await server.close();
  return 0;
}
