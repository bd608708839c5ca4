// A site's destination on this machine: the place of its record and journal, other processes that may write there, and
// what may be removed.

import { tmpdir } from 'node:os';
import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import { disk } from '../files/disk.ts';
import type { FileSystem } from '../files/file-system.ts';
import { dirName, expandPath, joinPath } from '../files/paths.ts';
import { placeInSource, realPathOf, type Sources } from '../publish/overlap.ts';
import type { Policy } from '../publish/policy.ts';
import { type Destination, recover } from '../publish/publish.ts';
import { State } from '../publish/state.ts';
import { EntryFilter, patternsOf } from '../site/entry-filter.ts';
import { cacheFolder } from '../themes/cache.ts';
import { type Configured, configure } from './configure.ts';
import type { BuildOptions } from './options.ts';
import { absolute, homeFolder } from './paths.ts';
import { machineProcesses } from './processes.ts';

/** @throws BuildError if the destination is the source, above it, or among sources; or if it isn't writable */
export function openDestination(configured: Configured, options: BuildOptions, report: Report): Destination {
  placeInSource(sourcesOf(configured), configured.destination, 'Destination directory');
  checkFolder(configured.files, configured.destination);
  return destinationOf(configured, options, report);
}

function destinationOf(configured: Configured, options: BuildOptions, report: Report): Destination {
  const { files, source, destination: given } = configured;
  const destination = realPathOf(files, given);
  const root = files === disk ? stateRoot(files, options) : null;
  if (root !== null && `${realPathOf(files, root)}/`.startsWith(`${destination}/`)) {
    throw new BuildError({
      code: 'cache-in-destination',
      message: `The cache folder ${dirName(root)} is in the destination ${given}, which holds the site and nothing else. Nothing was written or removed.`,
      hint: 'Choose another folder with --cache, or the environment variable BUILD_SITE_CACHE.',
    });
  }
  if (root !== null && isReadFrom(files.realPath(source), realPathOf(files, dirName(root)), configured)) {
    throw new BuildError({
      code: 'cache-in-source',
      message: `The cache folder ${dirName(root)} is in the source, and the next build would publish it. Nothing was written or removed.`,
      hint: 'Choose another folder with --cache or the environment variable BUILD_SITE_CACHE, or exclude this one (`exclude:` in _config.yml, or a name that begins with a dot).',
    });
  }
  return {
    files,
    destination,
    state: root === null ? null : new State(files, root, destination),
    processes: files === disk ? machineProcesses() : null,
    report,
  };
}

/** Whether a folder is below the source and would be read as part of the site. */
const isReadFrom = (source: string, folder: string, configured: Configured): boolean =>
  folder.startsWith(`${source}/`) && isPartOfSource(configured, folder);

/**
 * What a build or `clean` may remove from a destination.
 * @param holdsOutputs whether it contains files of the site, so that an earlier build probably made it
 */
export function policyOf(
  configured: Configured,
  { state, destination }: Destination,
  { force, holdsOutputs }: { force: boolean; holdsOutputs: boolean },
): Policy {
  if (isDefault(configured, destination)) return { kind: 'all' };
  const record = state?.record() ?? null;
  if (record !== null) return force ? { kind: 'all' } : { kind: 'recorded', files: record };
  if (!holdsOutputs && isPartOfSource(configured)) return { kind: 'none', canForce: false };
  return force ? { kind: 'all' } : { kind: 'none', canForce: true };
}

/** Whether a folder is `_site` in the site or in the working folder, and not a link to elsewhere. */
const isDefault = ({ files, source, workingFolder }: Configured, destination: string): boolean =>
  [source, workingFolder].some((folder) => destination === joinPath(files.realPath(folder), '_site'));

/** Whether a folder (by default the destination) would otherwise be read as part of the site. */
export function isPartOfSource(configured: Configured, folder = configured.destination): boolean {
  const { files, source, config, stack } = configured;
  const place = placeInSource(sourcesOf(configured), folder, 'The folder');
  if (place === null) return false;
  const site = { files, source, config, stack, safe: config.known.safe, isTracked: () => false };
  const read = { ...site, ...patternsOf(config, stack) };
  const names = place.split('/');
  return names.every((name, i) => {
    const base = names.slice(0, i).map((folder) => `/${folder}`);
    return new EntryFilter(read, base.join('')).filter([name]).length > 0;
  });
}

export function sourcesOf({ files, source, config }: Configured): Sources {
  const labels = [...config.known.collections.keys()].filter((label) => typeof label === 'string');
  const { layoutsDir, includesDir, dataDir, pluginsDir, sass } = config.known;
  const folders = [
    ...[layoutsDir, includesDir, dataDir, ...pluginsDir],
    sass.sassDir || '_sass',
    ...labels.map((label) => joinPath(config.collectionsDir, `_${label}`)),
  ];
  return { files, source, folders: folders.map((path) => expandPath(path).slice(1)), home: homeFolder() };
}

/** The destination must be a writable folder, or one that can be created. */
function checkFolder(files: FileSystem, destination: string): void {
  for (let path = destination; ; path = dirName(path)) {
    const kind = files.stat(path)?.kind;
    if (kind === 'directory') {
      if (files.isWritable(path)) return;
      throw new BuildError({
        code: 'destination-unwritable',
        message: `Can't write the site to ${destination}: ${path === destination ? 'you' : `in ${path} you`} may not make files there, or the disk is read-only.`,
        hint: 'Check its owner and mode, or choose another folder with --destination (-d).',
      });
    }
    if (kind !== undefined || files.isLink(path)) {
      const what = kind === undefined ? 'a broken link' : kind === 'file' ? 'a file' : 'a device or a pipe';
      throw new BuildError({
        code: 'destination-is-no-folder',
        message: `Can't write the site to ${destination}: ${path === destination ? 'it' : path} is ${what}.`,
        hint: `${kind === 'other' ? 'Choose' : 'Remove it, or choose'} another folder with --destination (-d).`,
      });
    }
    if (path === dirName(path)) return;
  }
}

/** The folder for the records and journals of all destinations; null if none is writable. */
function stateRoot(files: FileSystem, { cache }: BuildOptions): string | null {
  const { env, platform } = process;
  const own = cache === undefined ? cacheFolder(env, platform) : absolute(cache);
  if (own !== null && canHold(files, joinPath(own, 'destinations'))) return joinPath(own, 'destinations');
  // In the shared temporary folder, a folder with our name that another user created is not used.
  const user = process.getuid?.() ?? 0;
  const shared = joinPath(tmpdir().replaceAll('\\', '/'), `build-site-${user}`);
  if (!canHold(files, shared)) return null;
  const entry = files.entry(shared);
  if (entry === null) return shared;
  const isOurs = entry.kind === 'directory' && entry.owner.startsWith(`${user}:`) && (entry.mode & 0o022) === 0;
  return isOurs ? shared : null;
}

/** Whether a folder exists or could be created, and is writable; creates nothing. */
function canHold(files: FileSystem, folder: string): boolean {
  let path = folder;
  while (files.stat(path) === null && path !== dirName(path)) path = dirName(path);
  return files.stat(path)?.kind === 'directory' && files.isWritable(path);
}

/** Finishes or undoes an interrupted build, for commands that don't build. */
export async function recoverDestination(options: BuildOptions, report: Report): Promise<void> {
  const configured = configure(options, () => {});
  if (configured.files.stat(configured.destination) === null) return;
  await recover(destinationOf(configured, options, report));
}
