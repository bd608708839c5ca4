// All of a site's files are read and written through this interface: a folder on a disk, or a map in memory.

export interface Stat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Nanoseconds are lost: milliseconds since 1970, with fractions where the system has them. */
  readonly mtime: number;
  readonly size: number;
}

export type Kind = 'file' | 'directory' | 'link' | 'other';

/** What has a name in a folder, links not followed. */
export interface Entry {
  readonly kind: Kind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Permission bits. */
  readonly mode: number;
  /** Device and inode: two names with one id are one file. */
  readonly id: string;
  /** User and group, as numbers. */
  readonly owner: string;
}

/** What may be read of a file system. Paths are absolute, with '/' between names, on every system. */
export interface SourceFiles {
  /** The names in a folder, in byte order; [] where there is no such folder. */
  list(folder: string): string[];
  /** Follows links; null where nothing is there. */
  stat(path: string): Stat | null;
  /** True for a symbolic link. */
  isLink(path: string): boolean;
  /** The path without links; the path itself where nothing is there. */
  realPath(path: string): string;
  /** The file's bytes. Throws a BuildError ('file-unreadable') where it can't be read. */
  read(path: string): Uint8Array;
  /** The file's first bytes, `length` at most; empty where it can't be read. */
  head(path: string, length: number): Uint8Array;
  /** True for what is there and may not be read (see ContainedFiles): list, stat and head act as if nothing were there. */
  refuses(path: string): boolean;
}

export interface FileSystem extends SourceFiles {
  /** What stands at a path, links not followed; null where nothing does. */
  entry(path: string): Entry | null;
  /** The names in a folder and their kinds, links not followed, in byte order; empty where there is no such folder. */
  entries(folder: string): ReadonlyMap<string, Kind>;
  /** Throws a BuildError ('file-unreadable') if a file is missing or may not be read. */
  checkReadable(path: string): void;
  /** Whether two files hold the same bytes; false if one can't be read. */
  isSame(path: string, other: string): boolean;
  /** Whether the user may make and remove files in this folder. */
  isWritable(folder: string): boolean;
  /** Makes a folder and those above it. Throws a BuildError ('file-unwritable'). */
  makeFolder(path: string): void;
  /** Writes a file, making its folders. */
  write(path: string, content: string | Uint8Array): void;
  /** Writes a new file; false if there is one already. */
  createFile(path: string, content: string | Uint8Array): boolean;
  /** Copies a file byte for byte, with its mtime, and its mode as far as the umask lets it (Ruby's FileUtils.cp). */
  copy(from: string, to: string): void;
  /** The mode that a copy of a file with this mode gets. */
  copiedMode(mode: number): number;
  /** Gives a file the mode of another and, where the user may do that, its owner. */
  setAccess(path: string, like: Entry): void;
  /** Renames a file, a link or a folder in one step, over a file that is there; follows no link. */
  rename(from: string, to: string): void;
  /** Gives a file a second name; false where the file system can't. */
  linkFile(from: string, to: string): boolean;
  /** Makes a symbolic link; `to` as it is written in it: absolute, or relative to the link's folder. */
  link(path: string, to: string): void;
  /** Moves a file or a folder in one step, making the folders above; false where a folder with something in it is there. */
  move(from: string, to: string): boolean;
  /** Removes a file, a link, or a folder with all that is in it; nothing where nothing is there. */
  remove(path: string): void;
}
