// Builds that are killed at a random moment (kill -9): every file in the destination is complete right away, and after the next
// command the tree is exactly the old or the new one. `npm run reliability:kill -- [ROUNDS [SEED]]` runs this alone.

import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { readArguments } from '../arguments.ts';
import { type Case, difference, expect, Lab, refused, succeeded, type Tree, treeOf } from './lab.ts';
import { leftovers } from './sites.ts';

/** Files that a site writes. */
const FILES = 2000;
const PAGES = 100;

/** A generator of numbers from 0 to 1 that a seed repeats (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Two versions of a site that share a third of their files, differ in a third, and have a third of their own each. */
function writeSite(lab: Lab, version: 1 | 2): void {
  const put = (name: string, content: string): void => {
    const path = lab.path(`v${version}`, name);
    fs.mkdirSync(dirname(path), { recursive: true });
    fs.writeFileSync(path, content);
  };
  put('_config.yml', 'theme: null\n');
  for (let i = 0; i < FILES; i++) {
    const isPage = i < PAGES;
    // A few paths are a file in one version and a folder in the other.
    const own = i % 3 === 2 ? (i % 60 === 2 ? `swap${i}${version === 1 ? '' : '/x'}` : `only${version}/f${i}`) : '';
    const name = own || `d${i % 40}/e${i % 7}/f${i}`;
    const text = `${i % 3 === 1 ? `version ${version}` : 'same'} ${i} `.repeat(20 + (i % 200));
    put(isPage ? `${name}.html` : `${name}.txt`, isPage ? `---\n---\n${text}` : text);
  }
}

export interface Killed {
  readonly rounds: number;
  /** Of them, how many died while files were written. */
  readonly whileWriting: number;
  readonly old: number;
  readonly next: number;
  readonly cleaned: number;
}

export async function killRounds(
  lab: Lab,
  rounds: number,
  seed: number,
  tell: (line: string) => void,
): Promise<Killed> {
  const next = random(seed);
  for (const version of [1, 2] as const) writeSite(lab, version);
  lab.write({ 'broken/_config.yml': 'theme: null\n', 'broken/index.html': '---\n---\n{% nothing %}' });
  const build = (version: 1 | 2, started?: (kill: () => void) => void) =>
    lab.cli(['build', '-q', '-s', `v${version}`, '-d', 'out'], {
      limit: 300,
      started: (child) => started?.(() => child.kill('SIGKILL')),
    });
  const trees: Tree[] = [new Map()];
  let longest = 0;
  for (const version of [1, 2, 1] as const) {
    const run = await build(version);
    succeeded(run);
    longest = run.seconds;
    trees[version] = treeOf(lab.path('out'));
  }
  const files = trees[1]!.size;
  tell(`a site of ${files} files and folders, ${longest.toFixed(1)} s a build`);
  let current: 1 | 2 = 1;
  const count = { whileWriting: 0, old: 0, next: 0, cleaned: 0 };
  for (let round = 0; round < rounds; round++) {
    const wanted: 1 | 2 = current === 1 ? 2 : 1;
    // Half of the kills come at any time, the others soon after writing has begun.
    const [isAnyTime, moment] = [next() < 0.5, next()];
    const run = await build(wanted, (kill) => {
      if (isAnyTime) setTimeout(kill, moment * longest * 1000);
      else onWriting(lab, () => setTimeout(kill, moment * longest * 250));
    });
    const out = lab.path('out');
    if (run.signal === 'SIGKILL' && leftovers(out).length > 0) count.whileWriting++;
    wholeFiles(treeOf(out), trees[current]!, trees[wanted]!);
    const how = round % 4;
    const what = how === 0 ? 'build' : how === 3 ? 'clean' : 'failing build';
    if (how === 0) succeeded(await build(wanted));
    else if (how === 3) succeeded(await lab.cli(['clean', '-q', '-s', `v${wanted}`, '-d', 'out'], { limit: 300 }));
    else refused(await lab.cli(['build', '-q', '-s', 'broken', '-d', 'out'], { limit: 300 }), 'nothing');
    const tree = treeOf(out);
    if (how === 3) {
      expect(!fs.existsSync(out), `round ${round}: clean left ${[...tree.keys()].slice(0, 5).join(', ')}`);
      count.cleaned++;
      succeeded(await build(wanted));
      current = wanted;
    } else {
      const isNew = difference(trees[wanted]!, tree) === '';
      const isOld = difference(trees[current]!, tree) === '';
      expect(isNew || isOld, `round ${round}, after ${what}: ${difference(trees[wanted]!, tree).slice(0, 300)}`);
      expect(how !== 0 || isNew, `round ${round}: the build that followed left the old site`);
      if (isNew) count.next++;
      else count.old++;
      if (isNew) current = wanted;
    }
    if (round % 20 === 19) tell(`${round + 1} of ${rounds}: ${JSON.stringify(count)}`);
  }
  return { rounds, ...count };
}

/** Calls back once the journal of a build is there. */
function onWriting(lab: Lab, then: () => void): void {
  const root = join(lab.cache, 'destinations');
  const from = Date.now();
  const look = setInterval(() => {
    const names = fs.existsSync(root) ? (fs.readdirSync(root, { recursive: true }) as string[]) : [];
    if (!names.some((name) => name.includes('journal-')) && Date.now() - from < 60_000) return;
    clearInterval(look);
    then();
  }, 2);
}

/** @throws if a file that readers see is neither the old nor the new one */
function wholeFiles(tree: Tree, old: Tree, wanted: Tree): void {
  for (const [path, { kind, content }] of tree) {
    if (kind !== 'file' || path.split('/').some((name) => name.startsWith('.build-site-'))) continue;
    const isWhole = [old, wanted].some((known) => known.get(path)?.content === content);
    expect(isWhole, `${path} is neither the old nor the new file`);
  }
}

const ROUNDS = 200;

export const cases: readonly Case[] = [
  {
    name: 'kill-9-random',
    tried: `${ROUNDS} times \`kill -9\` at a random moment of a build of ${FILES} files that changes most of them; then a build, a failing build or \`clean\``,
    async run(lab) {
      const found = await killRounds(lab, ROUNDS, 1, () => {});
      return `every file whole at each kill (${found.whileWriting} while files were written); then exactly the old site (${found.old}), the new one (${found.next}) or nothing (after clean, ${found.cleaned})`;
    },
  },
];

if (process.argv[1]?.endsWith('kill.ts')) {
  const usage = 'Usage: npm run reliability:kill [-- ROUNDS [SEED]]';
  const [rounds, seed] = readArguments(usage, { allowPositionals: true }).positionals.map(Number);
  const lab = new Lab();
  try {
    const found = await killRounds(lab, rounds || ROUNDS, seed ?? 1, (line) => process.stdout.write(`${line}\n`));
    process.stdout.write(`${JSON.stringify(found)}: every file whole, every tree the old or the new one\n`);
  } finally {
    lab.remove();
  }
}
