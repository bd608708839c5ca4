// The interface through which all of a site's files are read and written: a folder on disk, or a map in memory.

export interface Stat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Milliseconds since 1970, with fractions if the system has them; nanoseconds are lost. */
  readonly mtime: number;
  readonly size: number;
}

export type Kind = 'file' | 'directory' | 'link' | 'other';

/** A name in a folder; links are not followed. */
export interface Entry {
  readonly kind: Kind;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
  /** Permission bits. */
  readonly mode: number;
  /** Device and inode: two names with the same id are one file. */
  readonly id: string;
  /** User and group ids. */
  readonly owner: string;
}

/** The read access to a file system. Paths are absolute, with '/' as separator on every system. */
export interface SourceFiles {
  /** The names in a folder, in byte order; [] if there is no such folder. */
  list(folder: string): string[];
  /** Follows links; null if missing. */
  stat(path: string): Stat | null;
  isLink(path: string): boolean;
  /** The path with links resolved; the path itself if it doesn't exist. */
  realPath(path: string): string;
  /** Throws a BuildError ('file-unreadable') if the file can't be read. */
  read(path: string): Uint8Array;
  /** The first `length` bytes at most; empty if the file can't be read. */
  head(path: string, length: number): Uint8Array;
  /** True for what exists but may not be read (see ContainedFiles); list, stat and head treat it as missing. */
  refuses(path: string): boolean;
}

export interface FileSystem extends SourceFiles {
  /** Doesn't follow links; null if missing. */
  entry(path: string): Entry | null;
  /** Names and kinds of a folder's entries in byte order, links not followed; empty if there is no such folder. */
  entries(folder: string): ReadonlyMap<string, Kind>;
  /** Throws a BuildError ('file-unreadable') if the file is missing or may not be read. */
  checkReadable(path: string): void;
  /** Whether two files have the same bytes; false if one can't be read. */
  isSame(path: string, other: string): boolean;
  /** Whether the user may create and remove files in this folder. */
  isWritable(folder: string): boolean;
  /** Makes a folder and its parents. Throws a BuildError ('file-unwritable'). */
  makeFolder(path: string): void;
  /** Writes a file, creating its folders. */
  write(path: string, content: string | Uint8Array): void;
  /** Writes a new file; false if it already exists. */
  createFile(path: string, content: string | Uint8Array): boolean;
  /** Copies bytes and mtime, and the mode as far as the umask allows (Ruby's FileUtils.cp). */
  copy(from: string, to: string): void;
  /** The mode that a copy of a file with this mode gets. */
  copiedMode(mode: number): number;
  /** Gives a file the mode of another and, if the user may change it, its owner. */
  setAccess(path: string, like: Entry): void;
  /** Renames a file, link or folder atomically, replacing an existing file; doesn't follow links. */
  rename(from: string, to: string): void;
  /** Makes a hard link; false if the file system doesn't support them. */
  linkFile(from: string, to: string): boolean;
  /** Makes a symbolic link. @param to as stored in the link: absolute, or relative to the link's folder */
  link(path: string, to: string): void;
  /** Moves a file or folder atomically, making the parent folders; false if a folder that isn't empty is in the way. */
  move(from: string, to: string): boolean;
  /** Removes a file, a link, or a folder with everything in it; does nothing if it is missing. */
  remove(path: string): void;
}
