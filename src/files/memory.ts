// In-memory files with the same contract as the disk's: for tests, workers and browsers.

import { unreadable, unwritable } from './file-error.ts';
import type { Entry, FileSystem, Kind, Stat } from './file-system.ts';
import { sortNames } from './order.ts';
import { dirName, expandPath } from './paths.ts';

type Node = { kind: 'file'; content: Uint8Array; mtime: number } | { kind: 'link'; to: string } | { kind: 'folder' };

const MOST_LINKS = 40;
const FILE_MODE = 0o644;
const FOLDER_MODE = 0o755;

/** @param files contents by absolute path, all with the same `mtime` (milliseconds since 1970) */
export class MemoryFiles implements FileSystem {
  readonly #nodes = new Map<string, Node>([['/', { kind: 'folder' }]]);
  readonly #children = new Map<string, Set<string>>();
  readonly #now: number;

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}, now = 0) {
    this.#now = now;
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  list(folder: string): string[] {
    const path = this.#resolve(folder);
    return path === null ? [] : sortNames([...(this.#children.get(path) ?? [])]);
  }

  stat(path: string): Stat | null {
    const real = this.#resolve(path);
    const node = real === null ? undefined : this.#nodes.get(real);
    if (node === undefined) return null;
    if (node.kind === 'file') return { kind: 'file', mtime: node.mtime, size: node.content.length };
    return { kind: 'directory', mtime: this.#now, size: 0 };
  }

  isLink(path: string): boolean {
    const folder = this.#resolve(dirName(path));
    return folder !== null && this.#nodes.get(below(folder, path))?.kind === 'link';
  }

  realPath(path: string): string {
    const real = this.#resolve(path);
    return real !== null && this.#nodes.has(real) ? real : path;
  }

  read(path: string): Uint8Array {
    const real = this.#resolve(path);
    const node = real === null ? undefined : this.#nodes.get(real);
    if (node?.kind !== 'file') throw unreadable(path, node === undefined ? 'ENOENT' : 'EISDIR');
    return node.content;
  }

  head(path: string, length: number): Uint8Array {
    return this.stat(path)?.kind === 'file' ? this.read(path).subarray(0, length) : new Uint8Array();
  }

  refuses(): boolean {
    return false;
  }

  write(path: string, content: string | Uint8Array): void {
    this.#set(path, { kind: 'file', content: bytes(content), mtime: this.#now });
  }

  entry(path: string): Entry | null {
    const folder = this.#resolve(dirName(path));
    const own = folder === null ? '' : below(folder, path);
    const node = this.#nodes.get(own);
    if (node === undefined) return null;
    const [size, mtime] = node.kind === 'file' ? [node.content.length, node.mtime] : [0, this.#now];
    const mode = node.kind === 'file' ? FILE_MODE : FOLDER_MODE;
    return { kind: kindOf(node), size, mtime, mode, id: own, owner: '0:0' };
  }

  entries(folder: string): ReadonlyMap<string, Kind> {
    const real = this.#resolve(folder);
    return new Map(this.list(folder).map((name) => [name, kindOf(this.#nodes.get(below(real!, name))!)]));
  }

  checkReadable(path: string): void {
    this.read(path);
  }

  isSame(path: string, other: string): boolean {
    const [a, b] = [this.read(path), this.read(other)];
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }

  isWritable(folder: string): boolean {
    return this.stat(folder)?.kind === 'directory';
  }

  makeFolder(path: string): void {
    this.#makeFolder(path, path);
  }

  copiedMode(): number {
    return FILE_MODE;
  }

  setAccess(): void {
    // Files in memory have no owner.
  }

  rename(from: string, to: string): void {
    const there = this.entry(to);
    const isFolder = this.entry(from)?.kind === 'directory';
    if (there?.kind === 'directory' && !isFolder) throw unwritable(to, 'EISDIR');
    if (there !== null && there.kind !== 'directory' && isFolder) throw unwritable(to, 'ENOTDIR');
    if (there !== null && there.kind !== 'directory') this.remove(to);
    if (!this.move(from, to)) throw unwritable(to, 'ENOTEMPTY');
  }

  linkFile(): boolean {
    return false;
  }

  createFile(path: string, content: string | Uint8Array): boolean {
    if (this.entry(path) !== null) return false;
    this.write(path, content);
    return true;
  }

  copy(from: string, to: string): void {
    this.#set(to, { kind: 'file', content: this.read(from).slice(), mtime: this.stat(from)!.mtime });
  }

  remove(path: string): void {
    const parent = this.#resolve(dirName(path));
    if (parent === null) return;
    const real = below(parent, path);
    for (const child of this.#children.get(real) ?? []) this.remove(`${real}/${child}`);
    this.#children.delete(real);
    this.#children.get(parent)?.delete(real.slice(real.lastIndexOf('/') + 1));
    if (real !== '/') this.#nodes.delete(real);
  }

  link(path: string, to: string): void {
    this.#set(path, { kind: 'link', to });
  }

  move(from: string, to: string): boolean {
    if (this.list(to).length > 0) return false;
    const folder = this.#resolve(dirName(from));
    const real = folder === null ? null : below(folder, from);
    const node = real === null ? undefined : this.#nodes.get(real);
    if (real === null || node === undefined) throw unwritable(to, 'ENOENT');
    if (node.kind === 'folder') this.#makeFolder(to, to);
    else this.#set(to, node);
    for (const name of this.#children.get(real) ?? []) this.move(`${real}/${name}`, `${to}/${name}`);
    this.remove(real);
    return true;
  }

  #set(path: string, node: Node): void {
    const folder = this.#makeFolder(dirName(expandPath(path)), path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    const old = this.#nodes.get(below(folder, path));
    if (old?.kind === 'folder') throw unwritable(path, 'EISDIR');
    if (old?.kind === 'link' && node.kind === 'file') {
      this.#set(expandPath(old.to, folder), node);
      return;
    }
    this.#nodes.set(below(folder, path), node);
    this.#childrenOf(folder).add(name);
  }

  #makeFolder(folder: string, wanted: string): string {
    const real = this.#resolve(folder);
    if (real !== null && this.#nodes.has(real)) {
      if (this.#nodes.get(real)!.kind !== 'folder') throw unwritable(wanted, 'ENOTDIR');
      return real;
    }
    const parent = this.#makeFolder(dirName(folder), wanted);
    const own = below(parent, folder);
    this.#nodes.set(own, { kind: 'folder' });
    this.#childrenOf(parent).add(own.slice(own.lastIndexOf('/') + 1));
    return own;
  }

  #childrenOf(folder: string): Set<string> {
    let names = this.#children.get(folder);
    if (names === undefined) this.#children.set(folder, (names = new Set()));
    return names;
  }

  /** Resolves links; null for a circular link. Missing parts of the path stay as written. */
  #resolve(path: string, depth = 0): string | null {
    if (depth > MOST_LINKS) return null;
    let real = '/';
    for (const name of expandPath(path).split('/').slice(1)) {
      if (name === '') continue;
      const next = real === '/' ? `/${name}` : `${real}/${name}`;
      const node = this.#nodes.get(next);
      if (node?.kind !== 'link') {
        real = next;
        continue;
      }
      const target = this.#resolve(expandPath(node.to, real), depth + 1);
      if (target === null) return null;
      real = target;
    }
    return real;
  }
}

const kindOf = (node: Node): Kind => (node.kind === 'folder' ? 'directory' : node.kind);

function below(folder: string, path: string): string {
  const name = path.slice(path.replace(/\/+$/, '').lastIndexOf('/') + 1);
  return name === '' ? folder : folder === '/' ? `/${name}` : `${folder}/${name}`;
}

function bytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
