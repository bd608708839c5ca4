// The outputs of a site, file by file (Site#each_site_file of 3.10.0 and 4.4.1).

import type { Document } from '../content/document.ts';
import type { Page } from '../content/page.ts';
import { StaticFile } from '../content/static-file.ts';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { dirName, expandPath, relativeTo } from '../files/paths.ts';
import type { Output } from '../publish/output.ts';
import { encodeWithBytes } from '../text/decode.ts';
import type { Site } from './site.ts';

type Item = Page | Document | StaticFile;

/**
 * Assigns items to paths: of several with the same path, the last one wins.
 * @throws BuildError if a path is needed both as a file and as a folder, or is the destination itself
 */
export function siteOutputs(site: Site): Map<string, Output> {
  const table = new Map<string, Item>();
  const shared = new Map<string, Item[]>();
  for (const item of site.outputs()) {
    const to = expandPath(item.destination());
    const path = relativeTo(site.destination, to);
    if (path === to)
      throw new BuildError({
        code: 'destination-itself',
        message: `${nameOf(item)} would be written in place of the destination folder itself`,
        path: sourcePath(item),
        hint: 'Change its permalink so that it names a file.',
      });
    const other = table.get(path);
    if (other !== undefined) shared.set(path, [...(shared.get(path) ?? [other]), item]);
    table.set(path, item);
  }
  reportConflicts(site, shared);
  reportFilesAsFolders(table);
  return new Map([...table].map(([path, item]) => [path, outputOf(site, path, item)]));
}

function outputOf(site: Site, path: string, item: Item): Output {
  const isStatic = item instanceof StaticFile;
  return {
    path,
    page: nameOf(item),
    copyOf: isStatic ? item.file : null,
    madeBy: site.results.makerOf(item),
    changedBy: site.results.changesOf(item),
    reads: site.reads?.of(item) ?? null,
    content: () => (isStatic ? '' : contentOf(item)),
  };
}

/** How many shared paths a message lists. */
const MOST_CONFLICTS = 20;

/** A single diagnostic for all conflicts: a copied folder shares many paths. */
function reportConflicts(site: Site, shared: Map<string, Item[]>): void {
  if (shared.size === 0) return;
  const [path, items] = [...shared][0]!;
  const last = items[items.length - 1]!;
  const isMade = [...shared.values()].flat().some((item) => originOf(item) !== null);
  const lines = [...shared].map(([to, from]) => `${to}: ${from.map(nameOf).join(', ')}`);
  if (lines.length > MOST_CONFLICTS)
    lines.splice(MOST_CONFLICTS, lines.length, `and ${lines.length - MOST_CONFLICTS} more`);
  site.report({
    code: 'destination-conflict',
    severity: site.stack.writing.conflicts,
    message:
      shared.size === 1
        ? `${path} is the destination of several files: ${items.map(nameOf).join(', ')}. The last is written.`
        : `${shared.size} paths are each the destination of several files, of which the last is written:`,
    ...(shared.size === 1 ? {} : { details: lines }),
    ...(shared.size === 1 && originOf(last) === null ? { path: sourcePath(last) } : {}),
    hint: isMade
      ? 'Give each its own permalink, or remove the setting that makes one of them.'
      : 'Give each its own `permalink:`.',
  });
}

const originOf = (item: Item): string | null => ('origin' in item ? item.origin : null);

/** A file as its author knows it; a page made by a plugin is named by its origin. */
const nameOf = (item: Item): string => originOf(item) ?? item.relativePath.replace(/^\//, '');

function reportFilesAsFolders(table: Map<string, Item>): void {
  for (const [path, item] of table) {
    for (let folder = dirName(path); folder !== '.'; folder = dirName(folder)) {
      const file = table.get(folder);
      if (file === undefined) continue;
      throw new BuildError({
        code: 'destination-file-and-folder',
        message: `${nameOf(item)} can't be written to ${path}: ${nameOf(file)} is written to ${folder}, as a file`,
        path: sourcePath(item),
        hint: 'Change the permalink of one of them.',
      });
    }
  }
}

const sourcePath = (item: Item): string =>
  item instanceof StaticFile ? item.relativePath.replace(/^\//, '') : (item.source?.path ?? item.relativePath);

function contentOf(item: Page | Document): string | Uint8Array {
  const output = item.output ?? '';
  return output.isWellFormed() ? output : encodeWithBytes(output);
}
