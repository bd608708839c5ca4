// Errors for files that can't be read or written.

import { BuildError } from '../diagnostics/diagnostic.ts';

/** @param code the system's code, e.g. 'ENOENT' */
export function unreadable(path: string, code: string | undefined, cause?: unknown): BuildError {
  // Node.js decodes bytes that aren't UTF-8 as this character, and then finds no file with that name.
  const isBadName = code === 'ENOENT' && path.includes('\ufffd');
  const [why, hint] = isBadName ? BAD_NAME : (READING[code ?? ''] ?? [code ?? String(cause), undefined]);
  return new BuildError({ code: 'file-unreadable', message: `Can't read ${path}: ${why}.`, path, hint }, cause);
}

/** Safe mode's refusal to read a file. */
export function outside(path: string): BuildError {
  return new BuildError({
    code: 'file-outside',
    message: `${path} leads out of the site, and safe mode reads nothing outside it.`,
    path,
    hint: OUTSIDE_HINT,
  });
}

export const OUTSIDE_HINT =
  'Copy it into the site. GitHub Pages always builds in safe mode; with --compat jekyll-4 it can be switched off.';

export function unwritable(path: string, code: string | undefined, cause?: unknown): BuildError {
  const [why, hint] = WRITING[code ?? ''] ?? [code ?? String(cause), undefined];
  return new BuildError({ code: 'file-unwritable', message: `Can't write ${path}: ${why}.`, path, hint }, cause);
}

/** Our code for a file that can't be created although its parent folder exists: in /proc and the like. */
export const VIRTUAL = 'EVIRTUAL';

/** A file that has no end, or that others write to at the same time. */
export function specialFile(path: string): BuildError {
  return new BuildError({
    code: 'file-special',
    message: `Can't read ${path}: it is neither a file nor a folder, but a pipe, a socket or a device.`,
    path,
    hint: 'Remove it, or list it under `exclude:` in _config.yml.',
  });
}

/** V8's maximum string length. */
export const MOST_BYTES = 0x1fffffe8;

export function tooLarge(path: string): BuildError {
  return new BuildError({
    code: 'file-too-large',
    message: `Can't read ${path}: it is larger than ${Math.round(MOST_BYTES / 1024 / 1024)} MiB.`,
    path,
    hint: 'Split it into several files, or list it under `exclude:` in _config.yml.',
  });
}

type Words = Readonly<Record<string, readonly [why: string, hint: string]>>;

const PERMISSION = ['permission denied', "Check the file's owner and mode."] as const;

const BAD_NAME = ['its name is not UTF-8', 'Rename it; `convmv` converts names from other encodings.'] as const;

/** Our code for a symbolic link whose target is missing. */
export const DANGLING = 'EDANGLING';

const READING: Words = {
  [DANGLING]: ['it is a broken link', 'Fix or remove the link, or list it under `exclude:`.'],
  ENOENT: [
    'there is no such file',
    'If it was there a moment ago, something removed or renamed it during the build; build again.',
  ],
  EISDIR: ['it is a folder', 'Put a file at this path instead.'],
  ENOTDIR: ['a part of its path is a file', 'Check the path.'],
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  ELOOP: ['its symbolic links form a loop', 'Fix or remove the link.'],
  ENXIO: ['it is a socket or a device without a listener', 'Remove it, or list it under `exclude:` in _config.yml.'],
  EAGAIN: ['it is endless and has nothing to read now', 'Remove it, or list it under `exclude:` in _config.yml.'],
  EIO: ['the system reports an I/O error', 'Check the disk.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n) and build again.'],
};

const WRITING: Words = {
  EISDIR: [
    'a folder of that name is in the way',
    "Two pages may share a path, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  ENOTDIR: [
    'a file is in the way of one of its folders',
    "Two pages may share a path, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  EEXIST: [
    'a file is in the way of one of its folders',
    "Two pages may share a path, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EROFS: ['the disk is read-only', 'Choose another destination with -d.'],
  [VIRTUAL]: [
    "files can't be created there (is it a virtual file system, such as /proc?)",
    'Choose another destination with -d.',
  ],
  ENOSPC: ['the disk is full, or has no room for more names (inodes)', 'Make room, then build again.'],
  EDQUOT: ['your disk quota is used up', 'Make room, then build again.'],
  EBUSY: ['it is in use, perhaps as a mount point', 'Unmount it, or list it under `keep_files:`.'],
  ENAMETOOLONG: ['its name is too long', 'Give the page a shorter permalink or slug.'],
};
