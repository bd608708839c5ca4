// How this machine downloads themes, and where it caches them.

import type { ThemeSources } from '../engine/surroundings.ts';
import type { FileSystem } from '../files/file-system.ts';
import { cacheFolder, ThemeCache } from '../themes/cache.ts';
import type { Fetch, Network } from '../themes/http.ts';
import { downloadLimits } from '../themes/patience.ts';
import type { BuildOptions } from './options.ts';
import { absolute } from './paths.ts';

const PROXY_ADVICE =
  'HTTPS_PROXY is set, but Node.js only uses it from version 22.21 or 24 on, if NODE_USE_ENV_PROXY=1 is set, too';

const namesProxy = (env: NodeJS.ProcessEnv): boolean => Boolean(env.HTTPS_PROXY || env.https_proxy);

const heedsProxy = (env: NodeJS.ProcessEnv): boolean =>
  env.NODE_USE_ENV_PROXY === '1' || /--use-env-proxy/.test(env.NODE_OPTIONS ?? '');

/** With a proxy or the caller's own `fetch`, they connect; otherwise each connection goes to a verified address. */
function transport(given: Fetch | undefined, env: NodeJS.ProcessEnv): Pick<Network, 'fetch' | 'resolve' | 'advice'> {
  if (given !== undefined) return { fetch: given };
  if (namesProxy(env) && heedsProxy(env)) return { fetch: (url, init) => fetch(url, init) };
  return {
    fetch: async (url, init) => (await import('./fetch.ts')).fetchPinned(url, init),
    resolve: async (host) => (await import('./fetch.ts')).resolveHost(host),
    ...(namesProxy(env) ? { advice: PROXY_ADVICE } : {}),
  };
}

/** @param files the disk, for the cache */
export function themeSources(
  { cache, offline, fetch: given, downloadTime, onProgress }: BuildOptions,
  files: FileSystem,
): ThemeSources {
  const { env, platform } = process;
  const folder = cache === undefined ? cacheFolder(env, platform) : absolute(cache);
  const network: Network = {
    ...transport(given, env),
    limits: downloadLimits(downloadTime),
    progress: (done, total) => onProgress?.({ phase: 'download', done, total }),
  };
  return {
    variables: env,
    platform,
    cache: folder === null ? null : new ThemeCache(folder, files),
    network: offline === true ? null : network,
  };
}
