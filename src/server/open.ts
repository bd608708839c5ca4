// Opening a file of the served folder, however its links change meanwhile.

import * as fs from 'node:fs';
import type { ServedFolder } from './served-folder.ts';

export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

/**
 * Opens a file, then makes sure that what was opened is a file that the folder shows: a link may have been put in its
 * place, or in the place of a folder above it, since it was looked for. Null where it isn't.
 */
export function openShown(folder: ServedFolder, path: string): OpenFile | null {
  let descriptor: number | undefined;
  try {
    // A pipe that took the file's place would be waited for.
    descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const opened = fs.fstatSync(descriptor, { bigint: true });
    const real = fs.realpathSync.native(path);
    const there = fs.lstatSync(real, { bigint: true });
    const isSame = opened.dev === there.dev && opened.ino === there.ino;
    if (opened.isFile() && isSame && folder.isShown(real.replaceAll('\\', '/'))) {
      const file = { descriptor, size: Number(opened.size) };
      descriptor = undefined;
      return file;
    }
  } catch {
    // Gone meanwhile, or not ours to read.
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
  return null;
}
