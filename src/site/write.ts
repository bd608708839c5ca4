// Cleaning the destination and writing what was rendered (Jekyll::Cleaner and Site#write of 3.10.0, 4.4.1).
// Nothing here runs before every page is rendered: a broken page leaves the last good site where it is.

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { dirName, expandPath, joinPath, relativeTo } from '../files/paths.ts';
import { encodeWithBytes } from '../text/decode.ts';
import type { Site } from './site.ts';

type Output = Page | Document | StaticFile;

/** The destination must not be the source, or a folder above it: cleaning would remove the source. Nor may it be a file. */
export function checkDestination(files: FileSystem, source: string, destination: string): void {
  for (let path = destination; ; path = dirName(path)) {
    const kind = files.stat(path)?.kind;
    if (kind !== undefined && kind !== 'directory') {
      throw new BuildError({
        code: 'destination-is-no-folder',
        message: `Can't write the site to ${destination}: ${path === destination ? 'it' : path} is a file.`,
        hint: 'Remove the file, or choose another folder with --destination (-d).',
      });
    }
    if (kind !== undefined || path === dirName(path)) break;
  }
  if (source !== destination && !source.startsWith(destination === '/' ? '/' : `${destination}/`)) return;
  throw new BuildError({
    code: 'destination-holds-source',
    message: `Destination directory cannot be or contain the Source directory: ${destination}`,
    hint: 'Choose another folder with --destination (-d), or `destination:` in _config.yml; the default is _site.',
  });
}

/** What goes where: of several for one address the last wins. */
export function outputTable(site: Site): Map<string, Output> {
  const table = new Map<string, Output>();
  const shared = new Map<string, Output[]>();
  for (const item of site.outputs()) {
    const path = expandPath(item.destination());
    const other = table.get(path);
    if (other !== undefined) shared.set(path, [...(shared.get(path) ?? [other]), item]);
    table.set(path, item);
  }
  reportConflicts(site, shared);
  reportFilesAsFolders(table, site);
  return table;
}

function reportConflicts(site: Site, shared: Map<string, Output[]>): void {
  for (const [path, items] of shared) {
    const last = items[items.length - 1]!;
    site.report({
      code: 'destination-conflict',
      severity: site.isJekyll4 ? 'warning' : 'info',
      message: `${relativeTo(site.destination, path)} is the destination of several files: ${items.map(nameOf).join(', ')}. The last is written.`,
      ...(originOf(last) === null ? { path: sourcePath(last) } : {}),
      hint: items.some((item) => originOf(item) !== null)
        ? 'Give each an address of its own, or leave out what asks for one of them.'
        : 'Give each its own `permalink:`.',
    });
  }
}

const originOf = (item: Output): string | null => ('origin' in item ? item.origin : null);

/** A file as its author knows it: a page that a plugin made has none, and is named by what asked for it. */
const nameOf = (item: Output): string => originOf(item) ?? item.relativePath.replace(/^\//, '');

function reportFilesAsFolders(table: Map<string, Output>, site: Site): void {
  for (const [path, item] of table) {
    for (let folder = dirName(path); folder.length > site.destination.length; folder = dirName(folder)) {
      const file = table.get(folder);
      if (file === undefined) continue;
      throw new BuildError({
        code: 'destination-file-and-folder',
        message: `${nameOf(item)} goes to ${relativeTo(site.destination, path)}, but ${nameOf(file)} is written as the file ${relativeTo(site.destination, folder)}`,
        path: sourcePath(item),
        hint: 'Change the permalink of one of them.',
      });
    }
  }
}

const sourcePath = (item: Output): string =>
  item instanceof StaticFile ? item.relativePath.replace(/^\//, '') : (item.source?.path ?? item.relativePath);

/** Removes what the destination holds and this build doesn't write, but for `keep_files`. */
export function cleanDestination(site: Site, table: ReadonlyMap<string, Output>): void {
  const { output: files, destination } = site;
  const folders = new Set<string>();
  const addFolders = (path: string): void => {
    for (
      let folder = dirName(path);
      folder.length > destination.length && !folders.has(folder);
      folder = dirName(folder)
    ) {
      folders.add(folder);
    }
  };
  for (const path of table.keys()) addFolders(path);
  const keep = site.config.list('keep_files');
  for (const entry of keep) addFolders(joinPath(destination, entry));
  const clean = (folder: string): void => {
    for (const name of files.list(folder)) {
      const path = joinPath(folder, name);
      const relative = relativeTo(destination, path);
      if (keep.some((entry) => relative.startsWith(entry)) || table.has(path)) continue;
      const isFolder = !files.isLink(path) && files.stat(path)?.kind === 'directory';
      if (isFolder && folders.has(path)) clean(path);
      else files.remove(path);
    }
  };
  clean(destination);
}

/** Writes all outputs; returns how many. */
export function writeOutputs(site: Site, table: ReadonlyMap<string, Output>): number {
  for (const [path, item] of table) {
    if (item instanceof StaticFile) site.output.copy(item.file, path);
    else site.output.write(path, contentOf(item));
  }
  site.hooks.triggerSite('post_write', site);
  return table.size;
}

function contentOf(item: Page | Document): string | Uint8Array {
  const output = item.output ?? '';
  return item.hasBytes ? encodeWithBytes(output) : output;
}
