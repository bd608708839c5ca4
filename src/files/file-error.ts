// What a file system says when a file can't be read or written.

import { BuildError } from '../diagnostics/diagnostic.ts';

/** @param code the system's code, e.g. 'ENOENT' */
export function unreadable(path: string, code: string | undefined, cause?: unknown): BuildError {
  const [why, hint] = READING[code ?? ''] ?? [code ?? String(cause), undefined];
  return new BuildError({ code: 'file-unreadable', message: `Can't read ${path}: ${why}.`, path, hint }, cause);
}

/** The refusal of safe mode to read a file. */
export function outside(path: string): BuildError {
  return new BuildError({
    code: 'file-outside',
    message: `${path} leads out of the site, and safe mode reads nothing outside it.`,
    path,
    hint: OUTSIDE_HINT,
  });
}

export const OUTSIDE_HINT =
  'Put a copy of it into the site. GitHub Pages always builds in safe mode; only a site of jekyll-4 can do without.';

export function unwritable(path: string, code: string | undefined, cause?: unknown): BuildError {
  const [why, hint] = WRITING[code ?? ''] ?? [code ?? String(cause), undefined];
  return new BuildError({ code: 'file-unwritable', message: `Can't write ${path}: ${why}.`, path, hint }, cause);
}

/** Our code for a folder that can't be made although the one above it is there: /proc and its like. */
export const VIRTUAL = 'EVIRTUAL';

type Words = Readonly<Record<string, readonly [why: string, hint: string]>>;

const PERMISSION = ['permission denied', "Check the file's owner and mode."] as const;

const READING: Words = {
  ENOENT: [
    'there is no such file',
    'If it was there a moment ago, something removed or renamed it during the build; build again.',
  ],
  EISDIR: ['it is a folder', 'A file is wanted at this path.'],
  ENOTDIR: ['a part of its path is a file', 'Check the path.'],
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  ELOOP: ['its symbolic links go in a circle', 'Mend or remove the link.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n) and build again.'],
};

const WRITING: Words = {
  EISDIR: [
    'a folder of that name is in the way',
    "Two pages may want one address, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  ENOTDIR: [
    'a file is in the way of one of its folders',
    "Two pages may want one address, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  EEXIST: [
    'a file is in the way of one of its folders',
    "Two pages may want one address, as a file and as a folder ('/a' and '/a/b'): change the permalink of one.",
  ],
  EACCES: PERMISSION,
  EPERM: PERMISSION,
  EROFS: ['the disk is read-only', 'Choose another destination with -d.'],
  [VIRTUAL]: [
    'the file system there takes no new folders (is it a virtual one, such as /proc?)',
    'Choose another destination with -d.',
  ],
  ENOSPC: ['the disk is full, or has no room for more names (inodes)', 'Make room, then build again.'],
  EDQUOT: ['your quota of the disk is used up', 'Make room, then build again.'],
  EBUSY: ['it is in use, perhaps as a mount point', 'Unmount it, or name it under `keep_files:`.'],
  ENAMETOOLONG: ['its name is too long', 'Give the page a shorter permalink or slug.'],
};
