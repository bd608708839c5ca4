// Opens a file of the served folder safely even if links change in the meantime.

import * as fs from 'node:fs';
import type { ServedFolder } from './served-folder.ts';

export interface OpenFile {
  readonly descriptor: number;
  readonly size: number;
}

/**
 * Opens a file, then verifies that what was opened is a file that the folder shows: since the look-up, it or a folder
 * above it may have been replaced by a link. Null if it isn't shown.
 */
export function openShown(folder: ServedFolder, path: string): OpenFile | null {
  let descriptor: number | undefined;
  try {
    // Opening a pipe that replaced the file must not block.
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
    // Removed in the meantime, or not readable.
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
  return null;
}
