// Builds that are stopped while they write, and two builds into one destination.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import * as fs from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { type Case, expect, type Finished, type Lab, refused, succeeded, treeOf } from './lab.ts';
import { built, leftovers, SMALL, sameFiles, text, unchanged } from './sites.ts';

const LOCK = '.build-site-lock';

/** Enough files to catch a build while it writes them. */
const MANY: Readonly<Record<string, string>> = {
  'site/index.md': '---\n---\n# Hello again\n',
  ...Object.fromEntries(
    Array.from({ length: 3000 }, (_, i) => [`site/many/d${i % 30}/f${i}.txt`, `${i} `.repeat(500)]),
  ),
};

/** Builds the big version, and acts on it as soon as its first files are being written. */
function interruptedBuild(lab: Lab, act: (child: ChildProcess) => void): Promise<Finished> {
  return lab.cli(['build', '-s', 'site', '-d', 'out'], {
    limit: 200,
    started: (child) => {
      const look = setInterval(() => {
        if (child.exitCode !== null || leftovers(lab.path('out')).some((name) => /-\d+$/.test(name))) {
          clearInterval(look);
          act(child);
        }
      }, 2);
    },
  });
}

/** A build that is ended by a signal while it writes; then the next command. */
function signalled(signal: NodeJS.Signals, isClean: boolean): (lab: Lab) => Promise<string> {
  return async (lab) => {
    lab.write(SMALL);
    const before = await built(lab);
    lab.write(MANY);
    const run = await interruptedBuild(lab, (child) => child.kill(signal));
    expect(run.signal === signal, `ended with ${run.status ?? run.signal}: ${run.stderr}`);
    const left = leftovers(lab.path('out'));
    if (isClean) {
      expect(left.length === 0, `left: ${left.slice(0, 3).join(', ')}`);
      unchanged(before, treeOf(lab.path('out')));
      return `the process ends by ${signal}; the old site is unchanged, and nothing is left over`;
    }
    lab.write({ 'broken/index.html': '---\n---\n{% nothing %}', 'broken/_config.yml': 'theme: null\n' });
    const failed = await lab.cli(['build', '-s', 'broken', '-d', 'out']);
    refused(failed, 'nothing');
    expect(failed.stderr.includes('were undone'), failed.stderr);
    unchanged(before, treeOf(lab.path('out')));
    return `${left.length} files were left; the next command, a build that fails, removed them: the old site is unchanged`;
  };
}

/** Another process that has the lock of `out`, until it is stopped. */
function holdLock(lab: Lab, overrides: Readonly<Record<string, unknown>> = {}): ChildProcess {
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const stat = fs
    .readFileSync(`/proc/${other.pid}/stat`, 'utf8')
    .replace(/^.*\)\s*/s, '')
    .split(' ');
  const machine = `${fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fs.readlinkSync('/proc/self/ns/pid')}`;
  const holder = { pid: other.pid, started: stat[19], machine, host: hostname(), run: 'abcdefgh', ...overrides };
  fs.writeFileSync(lab.path('out', LOCK), JSON.stringify(holder));
  return other;
}

const onLinux = (): string | null => (process.platform === 'linux' ? null : 'needs Linux');

const again = (lab: Lab, ...args: string[]): Promise<Finished> => {
  lab.write({ 'site/index.md': '---\n---\n# Hello again\n' });
  return lab.cli(['build', '-s', 'site', '-d', 'out', ...args], { limit: 200 });
};

const isWritten = (lab: Lab): void => {
  expect(text(lab, 'out/index.html').includes('again'), 'nothing was written');
  expect(!fs.existsSync(lab.path('out', LOCK)), 'the lock is still there');
};

export const cases: readonly Case[] = [
  { name: 'interruption-sigint', tried: 'SIGINT (Ctrl-C) while files are written', run: signalled('SIGINT', true) },
  { name: 'interruption-sigterm', tried: 'SIGTERM while files are written', run: signalled('SIGTERM', true) },
  {
    name: 'interruption-sighup',
    tried: 'SIGHUP (the terminal is closed) while files are written',
    run: signalled('SIGHUP', true),
  },
  {
    name: 'interruption-kill',
    tried: '`kill -9` while files are written, then a build that fails',
    run: signalled('SIGKILL', false),
  },
  {
    name: 'interruption-kill-clean',
    tried: '`kill -9` while files are written, then `clean`',
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write(MANY);
      await interruptedBuild(lab, (child) => child.kill('SIGKILL'));
      succeeded(await lab.cli(['clean', '-s', 'site', '-d', 'out']));
      expect(!fs.existsSync(lab.path('out')), `left: ${leftovers(lab.path('out')).slice(0, 3).join(', ')}`);
      return 'the destination is gone, with all that was left in it';
    },
  },
  {
    name: 'interruption-kill-serve',
    tried: '`kill -9` while files are written, then `serve --skip-initial-build`',
    async run(lab) {
      lab.write(SMALL);
      const before = await built(lab);
      lab.write(MANY);
      await interruptedBuild(lab, (child) => child.kill('SIGKILL'));
      const args = ['serve', '--skip-initial-build', '-s', 'site', '-d', 'out', '-P', '0'];
      await lab.cli(args, {
        started: (child) => {
          let said = '';
          child.stdout?.on('data', (data) => {
            said += data;
            if (said.includes('Server running')) child.kill('SIGINT');
          });
        },
      });
      unchanged(before, treeOf(lab.path('out')));
      return 'the old site is served';
    },
  },
  {
    name: 'interruption-output-closed',
    tried: 'standard output and error closed',
    async run(lab) {
      lab.write(SMALL);
      await lab.cli(['build', '-s', 'site', '-d', 'out'], { through: ['sh', '-c', 'exec "$@" >&- 2>&-', '-'] });
      expect(fs.existsSync(lab.path('out/index.html')), 'nothing was written');
      return 'the site is written';
    },
  },
  {
    name: 'locks-two-builds',
    tried: 'two builds of different sites into one destination at once',
    async run(lab) {
      lab.write({ ...SMALL, ...MANY, 'two/_config.yml': 'theme: null\n', 'two/index.md': '---\n---\nTwo\n' });
      lab.write(Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`two/many/g${i}.txt`, `two ${i}`])));
      const trees = [];
      for (const site of ['site', 'two']) {
        succeeded(await lab.cli(['build', '-s', site, '-d', `of-${site}`], { limit: 200 }));
        trees.push(treeOf(lab.path(`of-${site}`)));
      }
      const runs = await Promise.all(
        ['site', 'two'].map((site) => lab.cli(['build', '-s', site, '-d', 'out'], { limit: 200 })),
      );
      for (const run of runs) succeeded(run);
      const tree = treeOf(lab.path('out'));
      const first = trees.findIndex((one) => [...one.keys()].join() === [...tree.keys()].join());
      expect(first >= 0, 'files of both sites are mixed');
      sameFiles(trees[first]!, tree);
      return 'one after the other: the destination is exactly one of the two sites';
    },
  },
  {
    name: 'locks-waits',
    tried: 'a build while another process has the lock, which it gives back after a second',
    needs: onLinux,
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write({ 'site/index.md': '---\n---\n# Hello again\n' });
      const other = holdLock(lab);
      let isWaiting = false;
      const run = await lab.cli(['build', '-s', 'site', '-d', 'out'], {
        limit: 200,
        started: (child) => {
          child.stderr?.on('data', (data) => {
            if (isWaiting || !String(data).includes('waiting for it')) return;
            isWaiting = true;
            setTimeout(() => other.kill('SIGKILL'), 1000);
          });
        },
      });
      expect(isWaiting, 'it did not wait');
      succeeded(run);
      isWritten(lab);
      expect(run.stderr.includes('waiting for it'), run.stderr);
      return 'waits, says for which process, and builds when it has ended';
    },
  },
  {
    name: 'locks-dead-process',
    tried: 'the lock of a process that was killed',
    needs: onLinux,
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      const other = holdLock(lab);
      const ended = new Promise((resolve) => other.once('exit', resolve));
      other.kill('SIGKILL');
      await ended;
      succeeded(await again(lab));
      isWritten(lab);
      return 'recognised: the build doesn’t wait';
    },
  },
  {
    name: 'locks-pid-used-again',
    tried: 'a lock whose process number belongs to another process by now',
    needs: onLinux,
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      const other = holdLock(lab, { started: '1' });
      try {
        succeeded(await again(lab));
      } finally {
        other.kill('SIGKILL');
      }
      isWritten(lab);
      return 'recognised by the time at which the process started';
    },
  },
  {
    name: 'locks-other-container',
    tried: 'the lock of another container that was killed ten minutes ago',
    needs: onLinux,
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      const other = holdLock(lab, { machine: 'another pid:[4026530000]', host: 'container', pid: 1 });
      other.kill('SIGKILL');
      const then = Date.now() / 1000 - 600;
      fs.utimesSync(lab.path('out', LOCK), then, then);
      succeeded(await again(lab));
      isWritten(lab);
      return 'recognised by its age: a build that runs touches its lock every few seconds';
    },
  },
  {
    name: 'locks-other-namespace',
    tried:
      'a build in a container of its own (its process numbers mean nothing outside) that is killed, then a build outside',
    needs: () => (process.getuid?.() === 0 && fs.existsSync('/usr/bin/unshare') ? null : 'needs root and unshare'),
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write(MANY);
      // The namespace is killed from outside, with everything that runs in it.
      const through = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc', '--uts'];
      await lab.cli(['build', '-s', 'site', '-d', 'out'], {
        through,
        limit: 200,
        started: (child) => {
          const look = setInterval(() => {
            if (child.exitCode !== null || leftovers(lab.path('out')).some((name) => /-\d+$/.test(name))) {
              clearInterval(look);
              child.kill('SIGKILL');
            }
          }, 2);
        },
      });
      const lock = lab.path('out', LOCK);
      expect(fs.existsSync(lock), 'the build had ended already');
      const then = Date.now() / 1000 - 90;
      fs.utimesSync(lock, then, then);
      succeeded(await again(lab));
      isWritten(lab);
      expect(leftovers(lab.path('out')).length === 0, 'something is left');
      return 'the lock is taken over a minute after it was touched last; what was left is gone';
    },
  },
  {
    name: 'locks-broken',
    tried: 'a lock that is empty, an hour old',
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      fs.writeFileSync(lab.path('out', LOCK), '');
      const then = Date.now() / 1000 - 3600;
      fs.utimesSync(lab.path('out', LOCK), then, then);
      succeeded(await again(lab));
      isWritten(lab);
      return 'taken over';
    },
  },
  {
    name: 'locks-link',
    tried: 'a lock that is a link to an author’s file',
    async run(lab) {
      lab.write({ ...SMALL, 'mine.txt': 'precious' });
      await built(lab);
      fs.symlinkSync('../mine.txt', lab.path('out', LOCK));
      const then = Date.now() / 1000 - 3600;
      fs.lutimesSync(lab.path('out', LOCK), then, then);
      succeeded(await again(lab));
      isWritten(lab);
      expect(text(lab, 'mine.txt') === 'precious', 'written through the link');
      return 'the link is removed, the file is unchanged';
    },
  },
  {
    name: 'interruption-record-lost',
    tried: 'a record that was cut off in the middle',
    async run(lab) {
      lab.write(SMALL);
      const before = await built(lab);
      const [record] = (fs.readdirSync(lab.cache, { recursive: true }) as string[]).filter((name) =>
        name.endsWith('record.json'),
      );
      fs.truncateSync(join(lab.cache, record!), 20);
      fs.rmSync(lab.path('site/about.md'));
      const said = refused(await again(lab), 'about');
      unchanged(before, treeOf(lab.path('out')));
      succeeded(await again(lab, '--force'));
      isWritten(lab);
      return `as if there were none: ${said}`;
    },
  },
  {
    name: 'interruption-cache-removed',
    tried: '`kill -9` while files are written, then the cache folder is removed, then a build',
    async run(lab) {
      lab.write({ ...SMALL, 'site/_config.yml': 'theme: null\n' });
      await built(lab);
      lab.write(MANY);
      await interruptedBuild(lab, (child) => child.kill('SIGKILL'));
      execFileSync('rm', ['-rf', lab.cache]);
      succeeded(await lab.cli(['build', '-s', 'site', '-d', 'out'], { limit: 200 }));
      expect(leftovers(lab.path('out')).length === 0, 'something is left');
      isWritten(lab);
      return 'the new site, and nothing else';
    },
  },
];
