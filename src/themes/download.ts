// Downloads themes into the cache. Loaded only for a download, together with the archive readers.

import { refused } from '../archives/archive.ts';
import { readGem } from '../archives/gem.ts';
import { unpack } from '../archives/unpack.ts';
import { readZip } from '../archives/zip.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { joinPath } from '../files/paths.ts';
import { type GemVersion, newestFitting, parseInfo } from '../rubygems/gem-info.ts';
import { parseMetadata } from '../rubygems/gem-metadata.ts';
import type { LockedGem } from '../rubygems/gemfile-lock.ts';
import { type Gemspec, gemspecJson } from '../rubygems/gemspec.ts';
import { Theme } from '../site/theme.ts';
import type { ThemeCache } from './cache.ts';
import { getGem, getInfo, sha256 } from './gem-source.ts';
import { getFile, type Network, Unavailable } from './http.ts';
import { gemRoot, keptGem, specificationPath } from './kept-gem.ts';
import type { RemoteTheme } from './remote-theme.ts';
import type { FoundTheme, ThemeSearch } from './search.ts';
import type { Wanted } from './wanted.ts';

const MOST_ARCHIVE = 256 * 1024 * 1024;

/** @throws Unavailable, BuildError */
export async function downloadGem(
  name: string,
  { sources, requirements, locked, reason }: Wanted & { kind: 'gem' },
  search: ThemeSearch,
): Promise<FoundTheme> {
  const { cache, network } = ready(search);
  let trouble: Unavailable | null = null;
  for (const source of sources) {
    try {
      const info = await getInfo(source, name, network);
      const best = newestFitting(parseInfo(info), requirements, search.stack.jekyll);
      if (best === null) throw new Unavailable(`${hostOf(source)} has no version ${requirements.join(', ')} of it`);
      const theme = keptGem(cache, source, name, best.version) ?? (await freshGem(source, name, best, search, locked));
      cache.writeText(cache.infoPath(source, name), info);
      const from = `${reason}, downloaded from ${hostOf(source)}`;
      return { theme, from };
    } catch (error) {
      if (!(error instanceof Unavailable)) throw error;
      trouble ??= error;
    }
  }
  throw trouble ?? new Unavailable('the Gemfile has no source of gems');
}

/** Downloads a gem into the cache, after reading all of it. @throws BuildError ('archive-refused'), Unavailable */
async function freshGem(
  source: string,
  name: string,
  wanted: GemVersion,
  search: ThemeSearch,
  locked?: LockedGem,
): Promise<Theme> {
  const { cache, network } = ready(search);
  const { version } = wanted;
  const file = `${name}-${version}.gem`;
  const gem = await readGem(await getGem(source, name, wanted, network, locked), file);
  const spec = specificationIn(gem.metadata, file);
  const home = cache.gemHome(source, name, version);
  cache.makeFolder(home, (folder) => {
    unpack(gem, gemRoot(folder, name, version), cache.files);
    cache.files.write(specificationPath(folder, name, version), gemspecJson(spec));
  });
  return new Theme(name, gemRoot(home, name, version), version, cache.files);
}

/** The specification is checked before caching, since every later build reads it. */
function specificationIn(metadata: string, file: string): Gemspec {
  try {
    return parseMetadata(metadata);
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    throw refused(file, `its specification can't be read: ${error.message}`, error);
  }
}

/**
 * A repository's files at a ref, as GitHub packs them (Jekyll::RemoteTheme::Downloader). A commit never changes; for
 * any other ref the server is asked for changes, and the cache is used if it doesn't answer.
 */
export async function downloadRepository(remote: RemoteTheme, search: ThemeSearch): Promise<FoundTheme> {
  if (search.cache === null) throw noCache();
  const { cache, network } = search;
  const { files } = cache;
  const folder = cache.archives(remote.host, remote.owner, remote.name, encodeURIComponent(remote.ref));
  const current = (cache.text(joinPath(folder, 'current')) ?? '').split('\n');
  const isWhole = (state: string): boolean => files.stat(joinPath(folder, state, remote.name))?.kind === 'directory';
  const [kept = '', etag = ''] = isWhole(current[0] || 'none') ? current : [];
  const found = (state: string, from: string): FoundTheme => ({
    theme: new Theme(remote.name, joinPath(folder, state, remote.name), '', files),
    from: `${remote.ref}, ${from}`,
  });
  if (kept !== '' && (network === null || COMMIT.test(remote.ref))) return found(kept, 'from the cache');
  const host = `codeload.${remote.host}`;
  const url = `https://${host}/${remote.owner}/${remote.name}/zip/${remote.ref}`;
  let answer: Awaited<ReturnType<typeof getFile>>;
  try {
    answer = await getFile(url, MOST_ARCHIVE, ready(search).network, etag === '' ? undefined : etag);
  } catch (error) {
    if (!(error instanceof Unavailable) || kept === '') throw error;
    return found(kept, `from the cache, since ${error.message}`);
  }
  if (answer === null) return found(kept, 'from the cache, still the newest');
  const state = (await sha256(answer.bytes)).slice(0, 16);
  const archive = await readZip(answer.bytes, `${remote.owner}/${remote.name}@${remote.ref}`);
  if (!isWhole(state)) files.remove(joinPath(folder, state));
  cache.makeFolder(joinPath(folder, state), (draft) => {
    const below = [...archive.files].filter(([path]) => path.includes('/'));
    const own = new Map(below.map(([path, content]) => [withoutFirst(path), content]));
    unpack({ files: own, links: archive.links }, joinPath(draft, remote.name), files);
  });
  cache.writeText(joinPath(folder, 'current'), `${state}\n${answer.etag ?? ''}`);
  for (const old of files.list(folder))
    if (![state, kept, 'current'].includes(old)) files.remove(joinPath(folder, old));
  return found(state, `downloaded from ${host}`);
}

const COMMIT = /^[0-9a-f]{40}$/;

/** GitHub puts all files in one folder, NAME-REF. */
const withoutFirst = (path: string): string => path.slice(path.indexOf('/') + 1);

const hostOf = (source: string): string => (URL.canParse(source) ? new URL(source).host : source);

/** What a download needs. @throws Unavailable if the build is offline or has no cache folder */
function ready({ cache, network }: ThemeSearch): { cache: ThemeCache; network: Network } {
  if (network === null) throw new Unavailable('it is not on this machine, and --offline forbids downloads');
  if (cache === null) throw noCache();
  return { cache, network };
}

const noCache = (): Unavailable =>
  new Unavailable('there is no folder to keep it in: choose one with --cache or BUILD_SITE_CACHE');
