// Dart Sass's imports in safe mode. Its own importer follows any link or '../', so files are resolved here by the same
// rules (sass 1.102.0, lib/src/importer/filesystem.dart), among those that may be read.

import { ContainedFiles } from '../../files/contained.ts';
import { disk } from '../../files/disk.ts';
import type { SourceFiles } from '../../files/file-system.ts';
import { baseName, dirName, expandPath, joinPath } from '../../files/paths.ts';
import { percentDecode } from '../../text/percent.ts';
import { fileUrl } from './source-map.ts';

/** The part of Dart Sass's Importer<'sync'> that is used. */
export interface ContainedImporter {
  canonicalize(url: string, context: { readonly fromImport: boolean }): URL | null;
  load(url: URL): { contents: string; syntax: 'scss' | 'indented' | 'css'; sourceMapUrl: URL };
}

/**
 * @param folders the folders that may be read
 * @param loadPaths absolute
 */
export function containedImporter(folders: readonly string[], loadPaths: readonly string[]): ContainedImporter {
  const files = new ContainedFiles(disk, { folders });
  return {
    canonicalize(url, { fromImport }) {
      const isFile = url.startsWith('file:');
      if (!isFile && /^[a-z][a-z0-9+.-]+:/i.test(url)) return null;
      const places = isFile ? [pathOf(url)] : loadPaths.map((folder) => joined(folder, percentDecode(url)));
      for (const place of places) {
        const found = resolveImport(files, place, fromImport);
        if (found !== null) return new URL(fileUrl(found));
      }
      const refused = places.some((place) => candidates(place).some((path) => files.refuses(path)));
      // A `file:` URL is next to the stylesheet; if that is refused, a load path may still have the file.
      if (refused && !isFile)
        throw new Error(`'${url}' leads out of the site, and safe mode reads nothing outside it.`);
      return null;
    },
    load(url) {
      const path = pathOf(url.href);
      const syntax = path.endsWith('.sass') ? 'indented' : path.endsWith('.css') ? 'css' : 'scss';
      return { contents: new TextDecoder().decode(files.read(path)), syntax, sourceMapUrl: url };
    },
  };
}

const pathOf = (url: string): string => expandPath(percentDecode(url.replace(/^file:\/\/[^/]*/, '')));

const joined = (folder: string, path: string): string =>
  path.startsWith('/') ? expandPath(path) : expandPath(path, folder);

const EXTENSION = /\.(?:sass|scss|css)$/;

/** @throws Error if the path is ambiguous */
function resolveImport(files: SourceFiles, path: string, fromImport: boolean): string | null {
  const only = (stems: readonly string[], endings: readonly string[]): string | null =>
    exactlyOne(
      stems.flatMap((stem) => endings.flatMap((ending) => partials(stem + ending))).filter(isFile(files)),
      path,
    );
  const imported = (stem: string, endings: readonly string[]): string | null =>
    (fromImport ? only([`${stem}.import`], endings) : null) ?? only([stem], endings);
  const either = (stem: string): string | null =>
    (fromImport ? (only([`${stem}.import`], ['.sass', '.scss']) ?? only([`${stem}.import`], ['.css'])) : null) ??
    only([stem], ['.sass', '.scss']) ??
    only([stem], ['.css']);
  const extension = EXTENSION.exec(path)?.[0];
  if (extension !== undefined) return imported(path.slice(0, -extension.length), [extension]);
  const found = either(path);
  if (found !== null || files.stat(path)?.kind !== 'directory') return found;
  return either(joinPath(path, 'index'));
}

const isFile = (files: SourceFiles) => (path: string) => files.stat(path)?.kind === 'file';

const partials = (path: string): string[] => [joinPath(dirName(path), `_${baseName(path)}`), path];

/** The files that an import may resolve to, for the message about a refused one. */
const candidates = (path: string): string[] =>
  [path, ...(EXTENSION.test(path) ? [] : ['.scss', '.sass', '.css'].map((ending) => path + ending))].flatMap(partials);

function exactlyOne(paths: readonly string[], wanted: string): string | null {
  if (paths.length <= 1) return paths[0] ?? null;
  throw new Error(`It's not clear which file to import for ${baseName(wanted)}: ${paths.map(baseName).join(', ')}`);
}
