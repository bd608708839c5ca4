// The disk: the only place between the command line and the engine that imports node:fs.

import * as fs from 'node:fs';
import { BuildError } from '../diagnostics/diagnostic.ts';
import { joinBytes } from './bytes.ts';
import { DANGLING, MOST_BYTES, specialFile, tooLarge, unreadable, unwritable, VIRTUAL } from './file-error.ts';
import type { Entry, FileSystem, Kind, Stat } from './file-system.ts';
import { sortNames } from './order.ts';
import { dirName } from './paths.ts';

/** The machine's file system, read and written synchronously: faster than promises for many small files. */
export const disk: FileSystem = {
  list(folder) {
    try {
      return sortNames(fs.readdirSync(folder));
    } catch (error) {
      if (NOT_THERE.has(codeOf(error) ?? '')) return [];
      throw unreadable(folder, codeOf(error), error);
    }
  },

  stat(path): Stat | null {
    let stat: fs.Stats | undefined;
    try {
      stat = fs.statSync(path, { throwIfNoEntry: false });
    } catch {
      return null; // a circular link, a name that is too long, a folder that may not be entered
    }
    if (stat === undefined) return null;
    const kind = isReadable(stat) ? 'file' : stat.isDirectory() ? 'directory' : 'other';
    return { kind, mtime: stat.mtimeMs, size: stat.size };
  },

  isLink(path) {
    try {
      return fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    } catch {
      return false;
    }
  },

  realPath(path) {
    try {
      return fs.realpathSync.native(path).replaceAll('\\', '/');
    } catch {
      return path;
    }
  },

  read(path) {
    let file: number | undefined;
    try {
      file = fs.openSync(path, READ);
      return contentOf(file, path);
    } catch (error) {
      throw error instanceof BuildError ? error : unreadable(path, readingCode(path, error), error);
    } finally {
      if (file !== undefined) fs.closeSync(file);
    }
  },

  head(path, length) {
    let file: number | undefined;
    try {
      file = fs.openSync(path, READ);
      if (!isReadable(fs.fstatSync(file))) return new Uint8Array();
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, fs.readSync(file, buffer, 0, length, 0));
    } catch {
      return new Uint8Array(); // reading the whole file later reports the reason
    } finally {
      if (file !== undefined) fs.closeSync(file);
    }
  },

  refuses: () => false,

  entry(path): Entry | null {
    let stat: fs.Stats | undefined;
    try {
      stat = fs.lstatSync(path, { throwIfNoEntry: false });
    } catch {
      return null;
    }
    if (stat === undefined) return null;
    return {
      kind: kindOf(stat),
      size: stat.size,
      mtime: stat.mtimeMs,
      mode: stat.mode & PERMISSIONS,
      id: `${stat.dev}:${stat.ino}`,
      owner: `${stat.uid}:${stat.gid}`,
    };
  },

  entries(folder) {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(folder, { withFileTypes: true });
    } catch (error) {
      if (NOT_THERE.has(codeOf(error) ?? '')) return new Map();
      throw unreadable(folder, codeOf(error), error);
    }
    const kinds = new Map(entries.map((entry) => [entry.name, kindOf(entry)]));
    return new Map(sortNames([...kinds.keys()]).map((name) => [name, kinds.get(name)!]));
  },

  checkReadable(path) {
    try {
      fs.accessSync(path, fs.constants.R_OK);
    } catch (error) {
      throw unreadable(path, readingCode(path, error), error);
    }
  },

  isSame(path, other) {
    const open: number[] = [];
    try {
      for (const name of [path, other]) open.push(fs.openSync(name, 'r'));
      const [a, b] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)];
      for (;;) {
        const lengths = [fs.readSync(open[0]!, a, 0, CHUNK, null), fs.readSync(open[1]!, b, 0, CHUNK, null)];
        if (lengths[0] !== lengths[1] || !a.subarray(0, lengths[0]).equals(b.subarray(0, lengths[1]))) return false;
        if (lengths[0] === 0) return true;
      }
    } catch {
      return false;
    } finally {
      for (const file of open) fs.closeSync(file);
    }
  },

  isWritable(folder) {
    try {
      fs.accessSync(folder, fs.constants.W_OK | fs.constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },

  makeFolder(path) {
    try {
      makeFolders(path);
    } catch (error) {
      throw unwritable(path, codeOf(error), error);
    }
  },

  write(path, content) {
    writing(path, () => fs.writeFileSync(path, content));
  },

  createFile(path, content) {
    let isNew = true;
    writing(path, () => {
      try {
        fs.writeFileSync(path, content, { flag: 'wx' });
      } catch (error) {
        if (codeOf(error) !== 'EEXIST') throw error;
        isNew = false;
      }
    });
    return isNew;
  },

  copy(from, to) {
    let stat: fs.Stats;
    try {
      stat = fs.statSync(from);
      fs.accessSync(from, fs.constants.R_OK);
    } catch (error) {
      throw unreadable(from, readingCode(from, error), error);
    }
    // Copy-on-write where the file system supports it. Node.js sets the full mode, ignoring the umask.
    writing(to, () => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE));
    const mode = this.copiedMode(stat.mode);
    try {
      if (mode !== (stat.mode & PERMISSIONS)) fs.chmodSync(to, mode);
      fs.utimesSync(to, stat.atimeMs / 1000, stat.mtimeMs / 1000);
    } catch (error) {
      // A read-only file that another user owns keeps its own time; only the bytes matter.
      if (codeOf(error) !== 'EPERM') throw unwritable(to, codeOf(error), error);
    }
  },

  copiedMode(mode) {
    return mode & PERMISSIONS & ~process.umask();
  },

  setAccess(path, like) {
    const stat = fs.lstatSync(path);
    const [user, group] = like.owner.split(':').map(Number) as [number, number];
    try {
      if (stat.uid !== user || stat.gid !== group) fs.lchownSync(path, user, group);
    } catch {
      // Only the superuser can change a file's owner.
    }
    if ((stat.mode & PERMISSIONS) === like.mode) return;
    try {
      fs.chmodSync(path, like.mode);
    } catch (error) {
      throw unwritable(path, codeOf(error), error);
    }
  },

  rename(from, to) {
    try {
      fs.renameSync(from, to);
    } catch (error) {
      throw unwritable(to, codeOf(error), error);
    }
  },

  linkFile(from, to) {
    try {
      fs.linkSync(from, to);
      return true;
    } catch {
      return false;
    }
  },

  link(path, to) {
    writing(path, () => fs.symlinkSync(to, path));
  },

  move(from, to) {
    try {
      writing(to, () => fs.renameSync(from, to));
      return true;
    } catch (error) {
      // The error code for this differs between systems.
      if (this.list(to).length > 0) return false;
      throw error;
    }
  },

  remove(path) {
    try {
      fs.rmSync(path, { recursive: true, force: true });
    } catch (error) {
      throw unwritable(path, codeOf(error), error);
    }
  },
};

const PERMISSIONS = 0o777;
/** Bytes to read at a time when a file isn't read whole. */
const CHUNK = 65_536;

const kindOf = (entry: fs.Stats | fs.Dirent): Kind =>
  entry.isFile() ? 'file' : entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'other';

/**
 * Makes a folder and its parents, one by one: mkdir with `recursive` never returns below a virtual file system, which
 * answers ENOENT although the parent exists (Node.js 20).
 */
function makeFolders(path: string): void {
  const missing: string[] = [];
  for (let folder = path; !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory(); folder = dirName(folder)) {
    if (folder === dirName(folder)) break;
    missing.push(folder);
  }
  for (const folder of missing.reverse()) {
    try {
      fs.mkdirSync(folder);
    } catch (error) {
      if (codeOf(error) === 'EEXIST' && fs.statSync(folder).isDirectory()) continue; // another process was faster
      if (codeOf(error) === 'ENOENT') throw Object.assign(new Error(VIRTUAL), { code: VIRTUAL });
      throw error;
    }
  }
}

/** Opening a pipe that nobody writes to must not block the build. Windows has no such flag. */
const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/** A regular file, or /dev/null, which authors link to as an empty file. */
const isReadable = (stat: fs.Stats): boolean =>
  stat.isFile() || (stat.isCharacterDevice() && stat.rdev === nullDevice());

const nullDevice = (): number | undefined => fs.statSync('/dev/null', { throwIfNoEntry: false })?.rdev;

/**
 * All bytes of an open file. Growth in the meantime is ignored; only files that report no size are read to their end.
 */
function contentOf(file: number, path: string): Uint8Array {
  const stat = fs.fstatSync(file);
  if (stat.isDirectory()) throw unreadable(path, 'EISDIR');
  if (!isReadable(stat)) throw specialFile(path);
  if (stat.size > MOST_BYTES) throw tooLarge(path);
  if (stat.size > 0) return filled(file, Buffer.allocUnsafeSlow(stat.size));
  const chunks: Uint8Array[] = [];
  for (let length = 0; ; length += CHUNK) {
    const chunk = filled(file, Buffer.allocUnsafeSlow(CHUNK));
    chunks.push(chunk);
    if (chunk.length < CHUNK) return chunks.length === 1 ? chunk : joinBytes(chunks);
    if (length > MOST_BYTES) throw tooLarge(path);
  }
}

/** Reads until the buffer is full or the file ends. */
function filled(file: number, buffer: Buffer): Buffer {
  let at = 0;
  while (at < buffer.length) {
    const read = fs.readSync(file, buffer, at, buffer.length - at, null);
    if (read === 0) break;
    at += read;
  }
  return buffer.subarray(0, at);
}

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Writes a file. If that fails, makes the missing folders or removes an old read-only file, and tries again. */
function writing(path: string, write: () => void): void {
  try {
    write();
    return;
  } catch (error) {
    const code = codeOf(error);
    try {
      if (code === 'ENOENT') makeFolders(dirName(path));
      else if (code === 'EACCES' && fs.lstatSync(path, { throwIfNoEntry: false })?.isFile()) fs.rmSync(path);
      else throw error;
      write();
    } catch (last) {
      // The folder exists by now.
      throw unwritable(path, codeOf(last) === 'ENOENT' ? VIRTUAL : codeOf(last), last);
    }
  }
}

/** The error code for a file that can't be read. */
function readingCode(path: string, error: unknown): string | undefined {
  const code = codeOf(error);
  return code === 'ENOENT' && disk.isLink(path) ? DANGLING : code;
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
