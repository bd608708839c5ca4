// Checks before anything is written: names that the destination can't have, sources that can't be read. Also the
// temporary names used while publishing.

import { BuildError } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import type { Outputs } from './output.ts';

/** The usual limits of file systems, in bytes. */
const LONGEST_NAME = 255;
const LONGEST_PATH = 4095;

/** The lock of a destination while a build publishes to it. */
export const LOCK = '.build-site-lock';

/** A file or folder that is staged or set aside: the run's id and a number. */
const TEMPORARY = /^\.build-site-[a-z0-9]{8}-\d+$/;
/** A lock that is about to be acquired, or was taken over. */
const LOCK_DRAFT = /^\.build-site-lock-[a-z0-9]{8}$/;
const LONGEST_TEMPORARY = '.build-site-12345678-1234567'.length;

export const temporaryName = (run: string, number: number): string => `.build-site-${run}-${number}`;

export const lockDraft = (run: string): string => `${LOCK}-${run}`;

export const isTemporary = (name: string): boolean => TEMPORARY.test(name);

export const isLockDraft = (name: string): boolean => LOCK_DRAFT.test(name);

/** Whether a file of this name can only be left by an interrupted build. */
export const isLeftover = (name: string): boolean => isTemporary(name) || isLockDraft(name);

/** An id of eight letters and digits for one run. */
export const runId = (): string => Math.random().toString(36).slice(2, 10).padEnd(8, '0');

const encoder = new TextEncoder();
const byteLength = (text: string): number => encoder.encode(text).length;
/** A UTF-16 unit takes at most three bytes, so most strings need not be encoded. */
const isLonger = (text: string, most: number): boolean => text.length * 3 > most && byteLength(text) > most;

/** @throws BuildError that names the page of the first invalid file name */
export function checkNames(outputs: Outputs, destination: string): void {
  const room = LONGEST_PATH - byteLength(destination) - 1 - LONGEST_TEMPORARY;
  for (const { path, page } of outputs.values()) {
    const why = path.includes('\0')
      ? ['holds a NUL character', 'Remove the NUL from the permalink (or from the title or name that it is made of).']
      : isLonger(path, room)
        ? [`is longer than ${LONGEST_PATH} bytes`, SHORTER]
        : path.length * 3 > LONGEST_NAME && path.split('/').some((name) => isLonger(name, LONGEST_NAME))
          ? [`has a name that is longer than ${LONGEST_NAME} bytes`, SHORTER]
          : null;
    if (why === null) continue;
    throw new BuildError({
      code: 'destination-name',
      message: `${page} can't be written: its path ${shorten(joinPath(destination, path))} ${why[0]}. Nothing was written.`,
      path: page,
      hint: why[1],
    });
  }
}

/** @throws BuildError that names the page of the first file that can't be copied */
export function checkSources(outputs: Outputs, files: FileSystem): void {
  for (const { page, copyOf } of outputs.values()) {
    if (copyOf === null) continue;
    try {
      files.checkReadable(copyOf);
    } catch (error) {
      if (!(error instanceof BuildError)) throw error;
      const { diagnostic } = error;
      throw new BuildError({ ...diagnostic, message: `${diagnostic.message} Nothing was written.`, path: page }, error);
    }
  }
}

const SHORTER = 'Give the page a shorter `permalink:` or title, or build into a folder with a shorter path (-d).';
const SHOWN = 80;

/** The beginning of a long path, with NUL made visible. */
function shorten(path: string): string {
  const text = path.replaceAll('\0', '\\0');
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
