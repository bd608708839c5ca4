// The lock of a destination: a file in it that names the publishing process, so that two builds never write at once,
// even from two terminals, users, or containers that share a folder.

import { BuildError, type Report } from '../diagnostics/diagnostic.ts';
import type { FileSystem } from '../files/file-system.ts';
import { joinPath } from '../files/paths.ts';
import { LOCK, lockDraft } from './names.ts';

/** Identifies a process to others. */
export interface Holder {
  readonly pid: number;
  /** The start time in the system's own format: a reused pid has another one. */
  readonly started: string;
  /** The scope in which pids are visible: a machine since its last boot, or a container on it. */
  readonly machine: string;
  /** For messages. */
  readonly host: string;
}

/** What a lock needs from the machine. */
export interface Processes {
  readonly own: Holder;
  /** Whether a process on this machine is still running. */
  isRunning(holder: Holder): boolean;
  wait(milliseconds: number): Promise<void>;
  /** Milliseconds of any monotonic clock. */
  now(): number;
}

/** How long a build waits for another one, in milliseconds. */
const PATIENCE = 120_000;
/** After this many milliseconds without a touch, a lock of another machine is considered left by a killed process. */
const STALE = 60_000;
/** How often a held lock is touched, in milliseconds. */
const HEARTBEAT = 5000;
const POLL = 100;

export class Lock {
  readonly #files: FileSystem;
  readonly #processes: Processes;
  readonly #path: string;
  readonly #text: string;
  #touched: number;

  private constructor(files: FileSystem, processes: Processes, path: string, text: string) {
    this.#files = files;
    this.#processes = processes;
    this.#path = path;
    this.#text = text;
    this.#touched = processes.now();
  }

  /**
   * Waits for the lock of an existing folder.
   * @param run the id of this run
   * @throws BuildError 'destination-busy' if another build holds it for two minutes
   */
  static async take(
    files: FileSystem,
    processes: Processes,
    folder: string,
    run: string,
    report: Report,
  ): Promise<Lock> {
    const path = joinPath(folder, LOCK);
    const draft = joinPath(folder, lockDraft(run));
    const text = JSON.stringify({ ...processes.own, run });
    const from = processes.now();
    let isTold = false;
    try {
      for (;;) {
        files.remove(draft); // by now it may be a second name of another build's lock
        files.createFile(draft, text);
        if (acquire(files, draft, path, text)) return new Lock(files, processes, path, text);
        const held = read(files, path);
        if (held !== null && isStale(files, processes, held, draft) && takeOver(files, held, path, draft)) continue;
        const who = nameOf(held?.holder ?? null);
        if (processes.now() - from > PATIENCE) throw busy(folder, who, path);
        if (held !== null && !isTold) {
          report({
            code: 'destination-locked',
            severity: 'warning',
            message: `Another build (${who}) is writing to ${folder}: waiting for it.`,
          });
          isTold = true;
        }
        await processes.wait(POLL);
      }
    } finally {
      files.remove(draft);
    }
  }

  /** Shows other machines that this build is alive. Must be called regularly. */
  touch(): void {
    const now = this.#processes.now();
    if (now - this.#touched < HEARTBEAT) return;
    this.#touched = now;
    this.#files.write(this.#path, this.#text);
  }

  /** False if another machine took over the lock because this build stalled for too long. */
  get isHeld(): boolean {
    return read(this.#files, this.#path)?.text === this.#text;
  }

  release(): void {
    try {
      if (this.isHeld) this.#files.remove(this.#path);
    } catch {
      // The lock becomes stale as soon as this process ends.
    }
  }
}

/** Gives the draft the lock's name unless it is taken, with a hard link, which is atomic. */
function acquire(files: FileSystem, draft: string, path: string, text: string): boolean {
  if (files.linkFile(draft, path)) return true;
  if (files.entry(path) !== null) return false;
  return files.createFile(path, text); // the file system has no hard links
}

interface Held {
  readonly text: string;
  /** Null if it is unreadable. */
  readonly holder: Holder | null;
  readonly mtime: number;
}

function read(files: FileSystem, path: string): Held | null {
  const entry = files.entry(path);
  if (entry === null) return null;
  try {
    const text = new TextDecoder().decode(files.read(path));
    return { text, holder: holderOf(text), mtime: entry.mtime };
  } catch {
    return files.entry(path) === null ? null : { text: '', holder: null, mtime: entry.mtime };
  }
}

function holderOf(text: string): Holder | null {
  try {
    const { pid, started, machine, host } = JSON.parse(text) as Record<string, unknown>;
    if (typeof pid !== 'number' || typeof machine !== 'string') return null;
    return { pid, started: String(started), machine, host: String(host) };
  } catch {
    return null;
  }
}

function isStale(files: FileSystem, processes: Processes, { holder, mtime }: Held, draft: string): boolean {
  if (holder !== null && holder.machine === processes.own.machine) return !processes.isRunning(holder);
  // Both times come from the file system, so the clocks of the two machines don't matter.
  const now = files.entry(draft)?.mtime ?? mtime;
  return now - mtime > STALE;
}

/** Moves a stale lock away. If another build was faster and this moved its new lock, that lock is put back. */
function takeOver(files: FileSystem, held: Held, path: string, draft: string): boolean {
  try {
    files.rename(path, draft);
  } catch {
    return false; // another build was faster
  }
  const isStale = read(files, draft)?.text === held.text;
  if (!isStale) files.linkFile(draft, path);
  return isStale;
}

const nameOf = (holder: Holder | null): string =>
  holder === null ? 'an unknown process' : `process ${holder.pid} on ${holder.host}`;

const busy = (folder: string, who: string, path: string): BuildError =>
  new BuildError({
    code: 'destination-busy',
    message: `Another build (${who}) has been writing to ${folder} for more than two minutes. Nothing was written.`,
    hint: `Wait for it or stop it, then build again. If there is no such build, remove ${path}.`,
  });
