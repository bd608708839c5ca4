// All of a site's files are read and written through this interface: a folder on a disk, or a map in memory.

export interface Stat {
  readonly kind: 'file' | 'directory' | 'other';
  /** Nanoseconds are lost: milliseconds since 1970, with fractions where the system has them. */
  readonly mtime: number;
  readonly size: number;
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
  /** Writes a file, making its folders. */
  write(path: string, content: string | Uint8Array): void;
  /** Copies a file byte for byte, with its mtime. */
  copy(from: string, to: string): void;
  /** Makes a symbolic link; `to` as it is written in it: absolute, or relative to the link's folder. */
  link(path: string, to: string): void;
  /** Moves a file or a folder in one step, making the folders above; false where a folder with something in it is there. */
  move(from: string, to: string): boolean;
  /** Removes a file, or a folder with all that is in it. */
  remove(path: string): void;
}
