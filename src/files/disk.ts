// The disk. The one place between the command line and the engine that imports node:fs.

import * as fs from 'node:fs';
import { unreadable, unwritable } from './file-error.ts';
import type { FileSystem, Stat } from './file-system.ts';
import { sortNames } from './order.ts';
import { dirName } from './paths.ts';

/** The machine's own file system, read and written without waiting: faster than promises for many small files. */
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
      return null; // a link that leads in a circle, a name that is too long, a folder that may not be entered
    }
    if (stat === undefined) return null;
    const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : 'other';
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
    try {
      return fs.readFileSync(path);
    } catch (error) {
      throw unreadable(path, codeOf(error), error);
    }
  },

  head(path, length) {
    let file: number | undefined;
    try {
      file = fs.openSync(path, 'r');
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, fs.readSync(file, buffer, 0, length, 0));
    } catch {
      return new Uint8Array(); // whoever reads the whole file is told why
    } finally {
      if (file !== undefined) fs.closeSync(file);
    }
  },

  refuses: () => false,

  write(path, content) {
    writing(path, () => fs.writeFileSync(path, content));
  },

  copy(from, to) {
    let stat: fs.Stats;
    try {
      stat = fs.statSync(from);
    } catch (error) {
      throw unreadable(from, codeOf(error), error);
    }
    // A copy on write where the file system knows how. The mode comes along, as with Ruby's FileUtils.cp.
    writing(to, () => fs.copyFileSync(from, to, fs.constants.COPYFILE_FICLONE));
    try {
      fs.utimesSync(to, stat.atimeMs / 1000, stat.mtimeMs / 1000);
    } catch (error) {
      // A read-only file that another user owns keeps its own time; the bytes are what counts.
      if (codeOf(error) !== 'EPERM') throw unwritable(to, codeOf(error), error);
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
      // Systems differ in what they call this.
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

const NOT_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

/** Writes; makes the folders, or takes an old read-only file away, only where the system says that it has to be. */
function writing(path: string, write: () => void): void {
  try {
    write();
    return;
  } catch (error) {
    const code = codeOf(error);
    try {
      if (code === 'ENOENT') fs.mkdirSync(dirName(path), { recursive: true });
      else if (code === 'EACCES' && fs.lstatSync(path, { throwIfNoEntry: false })?.isFile()) fs.rmSync(path);
      else throw error;
      write();
    } catch (last) {
      throw unwritable(path, codeOf(last), last);
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
