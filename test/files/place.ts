// An empty folder in memory and one on the disk, for tests of what both file systems do.

import { mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { suite } from 'uvu';
import { disk } from '../../src/files/disk.ts';
import type { FileSystem } from '../../src/files/file-system.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

interface Place {
  files: FileSystem;
  root: string;
  link(path: string, to: string): void;
  remove(): void;
}

/** Runs tests twice; each gets a folder of its own. */
export function onBoth(add: (test: ReturnType<typeof suite<{ place: Place }>>) => void): void {
  for (const [name, place] of PLACES) {
    const test = suite<{ place: Place }>(name);
    test.before.each((context) => {
      context.place = place();
    });
    test.after.each((context) => context.place.remove());
    add(test);
    test.run();
  }
}

const PLACES: readonly (readonly [string, () => Place])[] = [
  [
    'memory',
    () => {
      const files = new MemoryFiles();
      return { files, root: '/site', link: (path, to) => files.link(path, to), remove: () => {} };
    },
  ],
  [
    'disk',
    () => {
      const root = realpathSync(mkdtempSync(`${tmpdir()}/build-site-`));
      const remove = (): void => rmSync(root, { recursive: true });
      return { files: disk, root, link: (path, to) => symlinkSync(to, path), remove };
    },
  ],
];
