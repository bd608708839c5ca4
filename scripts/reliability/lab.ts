// What a case of the reliability table works with: a temporary folder, the command itself as a process of its own, and
// snapshots of trees.

import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CLI = join(dirname(dirname(dirname(fileURLToPath(import.meta.url)))), 'dist', 'cli.js');
/** How often a running process is asked for its peak memory, in milliseconds. */
const SAMPLING = 20;

export interface Case {
  /** Short, unique, kebab-case. */
  readonly name: string;
  /** What was tried, as the table shows it. */
  readonly tried: string;
  /** Why this machine can't run the case (a missing right or program), or null if it can. */
  readonly needs?: () => string | null;
  /**
   * Runs the case for real.
   * @returns what happened, as the table shows it
   * @throws if the guarantee doesn't hold
   */
  run(lab: Lab): Promise<string>;
}

export interface Finished {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Wall time. */
  readonly seconds: number;
  /** Peak resident memory in MiB; 0 if the system doesn't say. */
  readonly peak: number;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly stdio?: SpawnOptions['stdio'];
  /** Runs the command through another program, e.g. ['bash', '-c', 'ulimit -n 40; exec "$@"', '-']. */
  readonly through?: readonly string[];
  /** The process is killed after so many seconds, and the case fails. */
  readonly limit?: number;
  /** Receives the running process, to send it signals. */
  readonly started?: (child: ChildProcess) => void;
}

/** One entry of a tree: its kind, its bytes (or its target, for a link), and what must stay the same without changes. */
export interface Entry {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  readonly content: string;
  readonly mode: number;
  readonly inode: number;
  readonly mtime: number;
}

/** Paths relative to the folder that was looked at. */
export type Tree = ReadonlyMap<string, Entry>;

export class Lab {
  readonly folder = fs.mkdtempSync(join(tmpdir(), 'build-site-reliability-'));
  /** Where the commands keep their records of destinations, outside the folder that cases look at. */
  readonly cache = `${this.folder}-cache`;
  /** Wall time of the commands, in seconds. */
  seconds = 0;
  /** The largest peak of them, in MiB. */
  peak = 0;

  path(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Writes files below the lab's folder, and creates folders for them. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void {
    for (const [name, content] of Object.entries(files)) {
      const path = this.path(name);
      fs.mkdirSync(dirname(path), { recursive: true });
      fs.writeFileSync(path, content);
    }
  }

  /** Runs the built command line to its end. */
  async cli(args: readonly string[], options: RunOptions = {}): Promise<Finished> {
    const [program, ...rest] = [...(options.through ?? []), process.execPath, CLI, ...args];
    const from = performance.now();
    const child = spawn(program!, rest, {
      cwd: options.cwd ?? this.folder,
      env: { ...process.env, JEKYLL_ENV: 'production', BUILD_SITE_CACHE: this.cache, ...options.env },
      stdio: options.stdio ?? ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    let peak = 0;
    const sample = (): void => {
      peak = Math.max(peak, peakOf(child.pid));
    };
    const sampling = setInterval(sample, SAMPLING);
    const limit = options.limit ?? 60;
    let isLate = false;
    const late = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limit * 1000);
    child.once('spawn', () => options.started?.(child));
    const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, by) => resolve([code, by]));
    }).finally(() => {
      clearInterval(sampling);
      clearTimeout(late);
    });
    const seconds = (performance.now() - from) / 1000;
    this.seconds += seconds;
    this.peak = Math.max(this.peak, peak);
    if (isLate) throw new Error(`still running after ${limit} seconds: ${args.join(' ')}`);
    return { status, signal, stdout, stderr, seconds, peak };
  }

  remove(): void {
    for (const folder of [this.folder, this.cache]) fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The peak resident memory of a process, in MiB (Linux). */
function peakOf(pid: number | undefined): number {
  try {
    const status = fs.readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0; // ended already, or not Linux
  }
}

/** @throws with what happened if a condition doesn't hold */
export function expect(condition: boolean, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/**
 * Checks that a run ended with a proper error: exit status 1, a message that contains `words`, no raw stack.
 * @returns the error's first line
 */
export function refused(run: Finished, ...words: readonly string[]): string {
  const said = `${run.stdout}${run.stderr}`;
  expect(run.status === 1, `exit status ${run.status ?? run.signal}, expected 1: ${said}`);
  expect(!/^\s+at .*[:(]/m.test(run.stderr.replace(/^ {2}at \S+:\d+:\d+$/gm, '')), `a raw stack: ${said}`);
  expect(!said.includes('build-site itself failed'), `told as a fault of ours: ${said}`);
  for (const word of words) expect(said.includes(word), `no '${word}' in: ${said}`);
  return firstError(run.stderr);
}

/** A run that ended well. */
export function succeeded(run: Finished): void {
  expect(run.status === 0, `exit status ${run.status ?? run.signal}, expected 0: ${run.stdout}${run.stderr}`);
}

export function firstError(stderr: string): string {
  return (stderr.split('\n').find((line) => line.includes('Error:')) ?? stderr.trim().split('\n')[0] ?? '').trim();
}

/** All below a folder, links not followed. */
export function treeOf(folder: string): Tree {
  const tree = new Map<string, Entry>();
  const walk = (prefix: string): void => {
    for (const name of fs.readdirSync(join(folder, prefix)).sort()) {
      const relative = prefix === '' ? name : `${prefix}/${name}`;
      const path = join(folder, relative);
      const stat = fs.lstatSync(path);
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
      const content =
        kind === 'file'
          ? createHash('sha256').update(fs.readFileSync(path)).digest('hex')
          : kind === 'link'
            ? fs.readlinkSync(path)
            : '';
      tree.set(relative, { kind, content, mode: stat.mode, inode: stat.ino, mtime: stat.mtimeMs });
      if (kind === 'folder') walk(relative);
    }
  };
  if (fs.existsSync(folder)) walk('');
  return tree;
}

/** What differs between two trees in kind, bytes and mode, in words; '' if nothing does. */
export function difference(before: Tree, after: Tree): string {
  const lines: string[] = [];
  for (const [path, entry] of before) {
    const other = after.get(path);
    if (other === undefined) lines.push(`${path} is gone`);
    else if (other.kind !== entry.kind || other.content !== entry.content) lines.push(`${path} has changed`);
    else if (other.mode !== entry.mode) lines.push(`${path} has another mode`);
  }
  for (const path of after.keys()) if (!before.has(path)) lines.push(`${path} is new`);
  return lines.join(', ');
}
