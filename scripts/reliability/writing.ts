// Files are written completely or not at all, whatever the disk, the names and the permissions are.

import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import { type Case, expect, type Lab, type RunOptions, refused, succeeded, treeOf } from './lab.ts';
import { build, built, filesOf, leftovers, SMALL, sameFiles, text, unchanged } from './sites.ts';

const isRoot = (): string | null => (process.getuid?.() === 0 ? null : 'needs root, to mount and to change users');
const has = (program: string) => (): string | null => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return isRoot();
  } catch {
    return `needs ${program}`;
  }
};

/** A user without rights. */
const NOBODY: RunOptions['through'] = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];

/** A small file system, mounted during `use`. */
async function onDisk<T>(lab: Lab, path: string, options: string, use: () => Promise<T>): Promise<T> {
  fs.mkdirSync(lab.path(path), { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', lab.path(path)]);
  try {
    return await use();
  } finally {
    execFileSync('umount', [lab.path(path)]);
  }
}

/** A new version of the small site, with a big file and many names. */
const BIGGER: Readonly<Record<string, string>> = {
  'site/index.md': '---\n---\n# Hello again\n',
  'site/big.bin': 'x'.repeat(600_000),
  ...Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`site/many/f${i}.txt`, 'y'])),
};

/** A first build, a change that doesn't fit on the disk, and what exists afterwards. */
async function hasNoRoom(lab: Lab, options: string): Promise<string> {
  lab.write(SMALL);
  return onDisk(lab, 'out', options, async () => {
    const before = await built(lab);
    lab.write(BIGGER);
    const said = refused(await build(lab), 'full');
    unchanged(before, treeOf(lab.path('out')));
    fs.rmSync(lab.path('site/big.bin'));
    fs.rmSync(lab.path('site/many'), { recursive: true });
    succeeded(await build(lab));
    expect(text(lab, 'out/index.html').includes('again'), 'the next build wrote nothing');
    return `${said} The old site stands, and the next build works.`;
  });
}

/** A site with one page that can't be written, after a build of the site without it. */
async function isNamed(lab: Lab, page: string, content: string, ...words: string[]): Promise<string> {
  lab.write(SMALL);
  const before = await built(lab);
  lab.write({ [`site/${page}`]: content, 'site/index.md': '---\n---\nchanged' });
  const said = refused(await build(lab), ...words);
  unchanged(before, treeOf(lab.path('out')));
  return said;
}

export const cases: readonly Case[] = [
  {
    name: 'writing-disk-full',
    tried: 'a disk that gets full while the site is written',
    needs: isRoot,
    run: (lab) => hasNoRoom(lab, 'size=256k'),
  },
  {
    name: 'writing-no-inodes',
    tried: 'a disk without room for more names (inodes)',
    needs: isRoot,
    run: (lab) => hasNoRoom(lab, 'size=8m,nr_inodes=40'),
  },
  {
    name: 'writing-cache-full',
    tried: 'no room for the journal: the cache folder’s disk is full',
    needs: isRoot,
    async run(lab) {
      lab.write(SMALL);
      const before = await built(lab);
      return onDisk(lab, 'cache', 'size=4k', async () => {
        fs.writeFileSync(lab.path('cache/filler'), 'x'.repeat(4096));
        lab.write({ 'site/index.md': '---\n---\nchanged' });
        const said = refused(await build(lab, '--cache', lab.path('cache')), 'full');
        unchanged(before, treeOf(lab.path('out')));
        return said;
      });
    },
  },
  {
    name: 'writing-read-only-disk',
    tried: 'a destination on a disk that is mounted read-only',
    needs: isRoot,
    async run(lab) {
      lab.write(SMALL);
      return onDisk(lab, 'out', 'size=1m', async () => {
        const before = await built(lab);
        execFileSync('mount', ['-o', 'remount,ro', lab.path('out')]);
        lab.write({ 'site/index.md': '---\n---\nchanged' });
        const said = refused(await build(lab), 'read-only');
        unchanged(before, treeOf(lab.path('out')));
        return said;
      });
    },
  },
  {
    name: 'writing-mount-point',
    tried: 'a destination that is a mount point: two builds, then `clean`',
    needs: isRoot,
    async run(lab) {
      lab.write(SMALL);
      return onDisk(lab, 'out', 'size=1m', async () => {
        await built(lab);
        fs.rmSync(lab.path('site/about.md'));
        expect(!(await built(lab)).has('about'), 'the old page is there');
        succeeded(await lab.cli(['clean', '-s', 'site', '-d', 'out']));
        expect(fs.readdirSync(lab.path('out')).length === 0, 'not empty');
        return 'written, cleaned, and still mounted';
      });
    },
  },
  {
    name: 'writing-mount-inside',
    tried: 'an obsolete folder of the destination that is a mount point',
    needs: isRoot,
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      return onDisk(lab, 'out/images', 'size=1m', async () => {
        const before = treeOf(lab.path('out'));
        fs.rmSync(lab.path('site/images'), { recursive: true });
        lab.write({ 'site/index.md': '---\n---\nchanged' });
        const run = await build(lab, '--force');
        const said = refused(run, 'in use');
        unchanged(before, treeOf(lab.path('out')));
        return said;
      });
    },
  },
  {
    name: 'writing-foreign-folder',
    tried: 'a destination that belongs to another user',
    needs: has('setpriv'),
    async run(lab) {
      lab.write({ ...SMALL, 'out/x': '' });
      fs.chmodSync(lab.folder, 0o755);
      const before = treeOf(lab.folder);
      const said = refused(
        await lab.cli(['build', '-s', 'site', '-d', 'out', '--force'], { through: NOBODY }),
        'you may not make files there',
      );
      unchanged(before, treeOf(lab.folder));
      return said;
    },
  },
  {
    name: 'writing-foreign-files',
    tried: 'read-only files of another user in a folder of one’s own',
    needs: has('setpriv'),
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write({ 'site/index.md': '---\n---\nchanged' });
      for (const path of ['', 'images', 'images/deep', 'about']) fs.chownSync(lab.path('out', path), 65534, 65534);
      fs.chmodSync(lab.path('out/index.html'), 0o444);
      fs.chmodSync(lab.folder, 0o755);
      fs.mkdirSync(lab.cache, { recursive: true });
      execFileSync('chown', ['-R', '65534:65534', lab.cache]);
      const run = await lab.cli(['build', '-s', 'site', '-d', 'out'], { through: NOBODY });
      succeeded(run);
      expect(text(lab, 'out/index.html').includes('changed'), 'not changed');
      return 'written: a new file takes the name, the old one is not written to';
    },
  },
  {
    name: 'writing-sticky',
    tried: 'a foreign file in a folder where only owners may remove (as /tmp)',
    needs: has('setpriv'),
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write({ 'site/index.md': '---\n---\nchanged', 'site/images/logo.svg': '<svg>changed</svg>' });
      fs.chmodSync(lab.path('out'), 0o1777);
      fs.chmodSync(lab.path('out/images'), 0o777);
      fs.chmodSync(lab.folder, 0o755);
      execFileSync('chown', ['-R', '65534:65534', lab.cache]);
      const before = treeOf(lab.path('out'));
      const said = refused(await lab.cli(['build', '-s', 'site', '-d', 'out'], { through: NOBODY }), 'permission');
      unchanged(before, treeOf(lab.path('out')));
      expect(leftovers(lab.path('out')).length === 0, 'something is left');
      return `${said} The change of the other file was undone.`;
    },
  },
  {
    name: 'writing-home-missing',
    tried: 'no home, no cache folder, as in a container for any user',
    needs: has('setpriv'),
    async run(lab) {
      lab.write(SMALL);
      fs.chmodSync(lab.folder, 0o777);
      const env = {
        HOME: '/nonexistent',
        BUILD_SITE_CACHE: undefined,
        XDG_CACHE_HOME: undefined,
        TMPDIR: lab.path('t'),
      };
      fs.mkdirSync(lab.path('t'));
      fs.chmodSync(lab.path('t'), 0o1777);
      const run = (): ReturnType<Lab['cli']> => lab.cli(['build', '-s', 'site', '-d', 'out'], { through: NOBODY, env });
      succeeded(await run());
      fs.rmSync(lab.path('site/about.md'));
      succeeded(await run());
      expect(!fs.existsSync(lab.path('out/about')), 'the record was not found');
      return 'the record is in the temporary folder, and the second build removes what the first wrote';
    },
  },
  {
    name: 'writing-source-read-only',
    tried: 'a source that can’t be written to',
    needs: has('setpriv'),
    async run(lab) {
      lab.write(SMALL);
      fs.chmodSync(lab.folder, 0o755);
      fs.mkdirSync(lab.path('open'));
      fs.chmodSync(lab.path('open'), 0o777);
      const before = treeOf(lab.path('site'));
      const env = { BUILD_SITE_CACHE: lab.path('open/cache') };
      succeeded(await lab.cli(['build', '-s', 'site', '-d', 'open/out'], { through: NOBODY, env }));
      unchanged(before, treeOf(lab.path('site')));
      return 'built; nothing in the source has changed';
    },
  },
  {
    name: 'writing-permalink-nul',
    tried: 'a permalink with a NUL',
    run: (lab) => isNamed(lab, 'odd.md', '---\npermalink: "/a\\0b.html"\n---\n', 'odd.md', 'NUL'),
  },
  {
    name: 'writing-permalink-long',
    tried: 'a permalink of 300 characters',
    run: (lab) => isNamed(lab, 'odd.md', `---\npermalink: /${'x'.repeat(300)}/\n---\n`, 'odd.md', '255 bytes'),
  },
  {
    name: 'writing-permalink-long-bytes',
    tried: 'a permalink of 130 characters that take 260 bytes',
    run: (lab) => isNamed(lab, 'odd.md', `---\npermalink: /${'é'.repeat(130)}/\n---\n`, 'odd.md', '255 bytes'),
  },
  {
    name: 'writing-permalink-deep',
    tried: 'a permalink of 3,000 folders',
    run: (lab) => isNamed(lab, 'odd.md', `---\npermalink: /${'ab/'.repeat(3000)}\n---\n`, 'odd.md', '4095 bytes'),
  },
  {
    name: 'writing-destination-itself',
    tried: 'a page `dot.` with `permalink: /:path:output_ext`, whose address is the destination itself',
    run: (lab) =>
      isNamed(lab, 'dot.', '---\npermalink: "/:path:output_ext"\n---\n', 'dot.', 'destination folder itself'),
  },
  {
    name: 'writing-file-and-folder',
    tried: 'two pages, of which one goes to a file and the other into a folder of that name',
    async run(lab) {
      lab.write({
        ...SMALL,
        'site/b.md': '---\npermalink: /about\n---\n',
        'site/about': 'x',
        'site/about.md': '---\npermalink: /about/x.html\n---\n',
      });
      return refused(await build(lab), 'about');
    },
  },
  {
    name: 'writing-kept-in-the-way',
    tried: 'a file of `keep_files` where a page needs a folder',
    async run(lab) {
      lab.write({ ...SMALL, 'site/_config.yml': 'theme: null\nkeep_files: [about]\n', 'out/about': 'mine' });
      const before = treeOf(lab.path('out'));
      const said = refused(await build(lab, '--force'), 'about.md', 'keep_files');
      unchanged(before, treeOf(lab.path('out')));
      return said;
    },
  },
  {
    name: 'writing-name-not-utf-8',
    tried: 'a file name of the source that isn’t UTF-8',
    async run(lab) {
      lab.write(SMALL);
      const before = await built(lab);
      fs.writeFileSync(
        Buffer.concat([Buffer.from(`${lab.path('site')}/caf`), Buffer.from([0xe9]), Buffer.from('.txt')]),
        'x',
      );
      const said = refused(await build(lab), 'not UTF-8');
      unchanged(before, treeOf(lab.path('out')));
      return said;
    },
  },
  {
    name: 'writing-unreadable',
    tried: 'a static file that may not be read',
    needs: has('setpriv'),
    async run(lab) {
      lab.write({ ...SMALL, 'site/secret.pdf': 'x' });
      fs.chmodSync(lab.path('site/secret.pdf'), 0o600);
      fs.chmodSync(lab.folder, 0o777);
      const env = { BUILD_SITE_CACHE: lab.path('c') };
      const said = refused(
        await lab.cli(['build', '-s', 'site', '-d', 'out'], { through: NOBODY, env }),
        'secret.pdf',
        'permission',
      );
      expect(!fs.existsSync(lab.path('out')), 'something was written');
      return said;
    },
  },
  {
    name: 'writing-dangling-link',
    tried: 'a broken link in the source',
    async run(lab) {
      lab.write({ ...SMALL, 'site/_config.yml': 'theme: null\n' });
      const before = await built(lab);
      fs.symlinkSync('nowhere', lab.path('site/gone.txt'));
      const said = refused(await build(lab), 'gone.txt', 'broken link');
      unchanged(before, treeOf(lab.path('out')));
      return said;
    },
  },
  {
    name: 'writing-unchanged',
    tried: 'a second build of the same site',
    async run(lab) {
      lab.write(SMALL);
      const before = await built(lab);
      const after = await built(lab);
      for (const [path, { inode, mtime }] of before) {
        expect(after.get(path)?.inode === inode && after.get(path)?.mtime === mtime, `${path} was written again`);
      }
      return `${filesOf(after).length} files keep inode and time`;
    },
  },
  {
    name: 'writing-hard-link',
    tried: 'a file of the destination that is a hard link to an author’s file',
    async run(lab) {
      lab.write({ ...SMALL, 'mine.txt': 'precious' });
      await built(lab);
      for (const name of ['index.html', 'images/logo.svg']) {
        fs.rmSync(lab.path('out', name));
        fs.linkSync(lab.path('mine.txt'), lab.path('out', name));
      }
      await built(lab);
      expect(text(lab, 'mine.txt') === 'precious', 'written through the hard link');
      return 'the names lead to new files, the author’s file is unchanged';
    },
  },
  {
    name: 'writing-symlink-file',
    tried: 'a file of the destination that is a link to an author’s file',
    async run(lab) {
      lab.write({ ...SMALL, 'mine.txt': 'precious' });
      await built(lab);
      fs.rmSync(lab.path('out/index.html'));
      fs.symlinkSync('../mine.txt', lab.path('out/index.html'));
      const tree = await built(lab);
      expect(
        text(lab, 'mine.txt') === 'precious' && tree.get('index.html')?.kind === 'file',
        'written through the link',
      );
      return 'the link is replaced, its target is unchanged';
    },
  },
  {
    name: 'writing-symlink-folder',
    tried: 'a folder of the destination that is a link to an author’s folder, with `--force`',
    async run(lab) {
      lab.write({ ...SMALL, 'mine/logo.svg': 'precious', 'mine/other.txt': 'precious' });
      await built(lab);
      fs.rmSync(lab.path('out/images'), { recursive: true });
      fs.symlinkSync('../mine', lab.path('out/images'));
      const before = treeOf(lab.path('mine'));
      const said = refused(await build(lab), 'images');
      const tree = await built(lab, '--force');
      unchanged(before, treeOf(lab.path('mine')));
      expect(tree.get('images')?.kind === 'folder', 'the link is still there');
      return `without it: ${said} With it the link is replaced; the author’s folder is unchanged.`;
    },
  },
  {
    name: 'writing-destination-link',
    tried: 'a destination that is a link to a folder',
    async run(lab) {
      lab.write({ ...SMALL, 'real/x': '' });
      fs.rmSync(lab.path('real/x'));
      fs.symlinkSync('real', lab.path('out'));
      succeeded(await build(lab));
      sameFiles(treeOf(lab.path('real')), treeOf(lab.path('out')));
      expect(fs.existsSync(lab.path('real/index.html')) && fs.lstatSync(lab.path('out')).isSymbolicLink(), 'no link');
      return 'the site is in the folder, and the link still leads there';
    },
  },
  {
    name: 'writing-git-work-tree',
    tried: 'a destination that is a git work tree, with `keep_files` that doesn’t name .git',
    needs: () => (fs.existsSync('/usr/bin/git') ? null : 'needs git'),
    async run(lab) {
      lab.write({ ...SMALL, 'site/_config.yml': 'theme: null\nkeep_files: [CNAME]\n' });
      fs.mkdirSync(lab.path('out'));
      const git = (...args: string[]): string =>
        execFileSync('git', ['-C', lab.path('out'), ...args], { encoding: 'utf8' });
      git('init', '-q');
      await built(lab);
      const first = git('status', '--short', '--untracked-files=all').trim().split('\n').length;
      fs.rmSync(lab.path('site/about.md'));
      await built(lab, '--force');
      const second = git('status', '--short', '--untracked-files=all').trim().split('\n').length;
      expect(first === 4 && second === 3, `${first} and ${second} files`);
      return 'the repository stays, and `git status` shows the site’s files and nothing else';
    },
  },
  {
    name: 'writing-record-hidden',
    tried: 'a site in a git repository: what `git status` and the site show of the record',
    needs: () => (fs.existsSync('/usr/bin/git') ? null : 'needs git'),
    async run(lab) {
      lab.write({ ...SMALL, 'site/.gitignore': '_site\n' });
      const git = (...args: string[]): string =>
        execFileSync('git', ['-C', lab.path('site'), ...args], { encoding: 'utf8' });
      git('init', '-q');
      git('add', '-A');
      succeeded(await lab.cli(['build'], { cwd: lab.path('site') }));
      const status = git('status', '--short', '--ignored', '--untracked-files=all')
        .split('\n')
        .filter((line) => !line.startsWith('A '));
      const foreign = status.filter((line) => line !== '' && !line.startsWith('!! _site'));
      expect(foreign.length === 0, foreign.join());
      return 'nothing but _site';
    },
  },
  ...[0o022, 0o077, 0o002].map(
    (mask): Case => ({
      name: `writing-umask-${mask.toString(8).padStart(3, '0')}`,
      tried: `umask ${mask.toString(8).padStart(3, '0')}`,
      async run(lab) {
        lab.write(SMALL);
        fs.chmodSync(lab.path('site/images/logo.svg'), 0o666);
        const through = ['sh', '-c', `umask ${mask.toString(8)}; exec "$@"`, '-'];
        succeeded(await lab.cli(['build', '-s', 'site', '-d', 'out'], { through }));
        for (const [path, { kind, mode }] of treeOf(lab.path('out'))) {
          const wanted = (kind === 'folder' ? 0o777 : 0o666) & ~mask;
          const isCopy = path.endsWith('er.txt');
          expect(isCopy || (mode & 0o777) === wanted, `${path} has mode ${(mode & 0o777).toString(8)}`);
        }
        return `files have mode ${(0o666 & ~mask).toString(8)}, folders ${(0o777 & ~mask).toString(8)}`;
      },
    }),
  ),
  {
    name: 'writing-mode-kept',
    tried: 'a published page whose mode the author has widened for a web server, under umask 077',
    async run(lab) {
      lab.write(SMALL);
      const through = ['sh', '-c', 'umask 077; exec "$@"', '-'];
      const run = async (): Promise<void> =>
        succeeded(await lab.cli(['build', '-s', 'site', '-d', 'out'], { through }));
      await run();
      fs.chmodSync(lab.path('out/index.html'), 0o644);
      lab.write({ 'site/index.md': '---\n---\nchanged' });
      await run();
      expect((fs.statSync(lab.path('out/index.html')).mode & 0o777) === 0o644, 'the server can’t read it any more');
      return 'the changed page is as readable as the old one';
    },
  },
  ...['/proc/out', '/proc', '/sys/out', '/dev/null/out'].map(
    (path): Case => ({
      name: `writing-virtual${path.replaceAll('/', '-')}`,
      tried: `\`-d ${path}\``,
      async run(lab) {
        lab.write(SMALL);
        return refused(await lab.cli(['build', '-s', 'site', '-d', path, '--force']), path);
      },
    }),
  ),
  {
    name: 'writing-folder-gone',
    tried: 'a working folder that no longer exists',
    async run(lab) {
      lab.write(SMALL);
      const through = ['sh', '-c', 'mkdir gone && cd gone && rmdir ../gone && exec "$@"', '-'];
      return refused(await lab.cli(['build'], { through }), 'The working folder no longer exists');
    },
  },
];
