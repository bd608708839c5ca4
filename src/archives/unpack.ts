// An archive's files into a folder.

import type { FileSystem } from '../files/file-system.ts';
import type { Archive } from './archive.ts';

/** Writes what an archive holds below a folder that is not there yet. */
export function unpack({ files, links }: Archive, folder: string, to: FileSystem): void {
  for (const [path, content] of files) to.write(`${folder}/${path}`, content);
  for (const [path, target] of links) to.link(`${folder}/${path}`, target);
}
