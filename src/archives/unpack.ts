// Writes the files of an archive to a folder.

import type { FileSystem } from '../files/file-system.ts';
import type { Archive } from './archive.ts';

/** @param folder must not exist yet */
export function unpack({ files, links }: Archive, folder: string, to: FileSystem): void {
  for (const [path, content] of files) to.write(`${folder}/${path}`, content);
  for (const [path, target] of links) to.link(`${folder}/${path}`, target);
}
