// Destinations in a temporary folder and in memory, and what tests check about them.

import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { disk } from '../../src/files/disk.ts';
import type { FileSystem } from '../../src/files/file-system.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import type { Holder, Processes } from '../../src/publish/lock.ts';
import type { Output, Outputs } from '../../src/publish/output.ts';
import type { Policy } from '../../src/publish/policy.ts';
import { type Publication, publish } from '../../src/publish/publish.ts';
import { State } from '../../src/publish/state.ts';

export interface Place {
  readonly name: string;
  readonly files: FileSystem;
  /** Where `out` is, and the state; absolute. */
  readonly root: string;
  remove(): void;
}

export const PLACES: readonly (() => Place)[] = [
  () => {
    const root = realpathSync(mkdtempSync(`${tmpdir()}/build-site-publish-`));
    return { name: 'disk', files: disk, root, remove: () => rmSync(root, { recursive: true, force: true }) };
  },
  () => ({ name: 'memory', files: new MemoryFiles({ '/root/x': '' }), root: '/root', remove: () => {} }),
];

export const OWN: Holder = { pid: 7, started: '100', machine: 'here', host: 'desk' };

/** A machine on which no other process runs, and on which waiting takes no time. */
export function processes(running: (holder: Holder) => boolean = () => false): Processes & { waited: number } {
  let clock = 0;
  return {
    own: OWN,
    isRunning: running,
    waited: 0,
    wait(milliseconds) {
      clock += milliseconds;
      this.waited += milliseconds;
      return Promise.resolve();
    },
    now: () => clock,
  };
}

export function outputsOf(files: Readonly<Record<string, string>>): Outputs {
  return new Map(
    Object.entries(files).map(([path, text]): [string, Output] => [
      path,
      { path, page: `${path}.md`, copyOf: null, content: () => text },
    ]),
  );
}

export interface Asked {
  readonly keep?: readonly string[];
  /** By default what the record says. */
  readonly policy?: Policy;
  readonly files?: FileSystem;
  readonly isPartOfSource?: boolean;
}

export const stateOf = (place: Place): State => new State(place.files, `${place.root}/state`, `${place.root}/out`);

export function publication(
  place: Place,
  outputs: Outputs,
  asked: Asked = {},
): Publication & { diagnostics: Diagnostic[] } {
  const files = asked.files ?? place.files;
  const state = new State(files, `${place.root}/state`, `${place.root}/out`);
  const diagnostics: Diagnostic[] = [];
  const policy = (): Policy => {
    const record = state.record();
    return record === null ? { kind: 'none', canForce: true } : { kind: 'recorded', files: record };
  };
  return {
    files,
    destination: `${place.root}/out`,
    outputs,
    keep: asked.keep ?? [],
    isPartOfSource: asked.isPartOfSource ?? false,
    policy: () => asked.policy ?? policy(),
    state,
    processes: processes(),
    report: (diagnostic) => diagnostics.push(diagnostic),
    diagnostics,
  };
}

export async function publishText(place: Place, files: Readonly<Record<string, string>>, asked: Asked = {}) {
  const input = publication(place, outputsOf(files), asked);
  return { plan: await publish(input), diagnostics: input.diagnostics };
}

/** What a folder holds, by relative path: contents of files, '-> target' for links, 'folder' for empty folders. */
export function treeOf(files: FileSystem, folder: string, prefix = ''): Record<string, string> {
  const tree: Record<string, string> = {};
  const entries = files.entries(folder);
  if (entries.size === 0 && prefix !== '') tree[prefix] = 'folder';
  for (const [name, kind] of entries) {
    const path = prefix === '' ? name : `${prefix}/${name}`;
    if (kind === 'directory') Object.assign(tree, treeOf(files, `${folder}/${name}`, path));
    else tree[path] = kind === 'link' ? '-> link' : new TextDecoder().decode(files.read(`${folder}/${name}`));
  }
  return tree;
}
