// What a build may delete, and where it may write.

import * as fs from 'node:fs';
import { type Case, expect, type Lab, refused, succeeded, treeOf } from './lab.ts';
import { build, built, filesOf, SMALL, SMALL_OUTPUT, text, unchanged } from './sites.ts';

/** A destination with files of the author's; the command is refused, and nothing has changed. */
async function isRefused(lab: Lab, args: readonly string[], ...words: string[]): Promise<string> {
  const before = treeOf(lab.folder);
  const said = refused(await lab.cli(args), ...words);
  unchanged(before, treeOf(lab.folder));
  return said;
}

export const cases: readonly Case[] = [
  {
    name: 'destination-foreign',
    tried: 'a folder with an author’s files as destination, without a record of a build',
    async run(lab) {
      lab.write({ ...SMALL, 'out/thesis.tex': 'years of work' });
      return isRefused(lab, ['build', '-s', 'site', '-d', 'out'], 'thesis.tex', '--force');
    },
  },
  {
    name: 'destination-force',
    tried: 'the same with `--force`',
    async run(lab) {
      lab.write({ ...SMALL, 'out/thesis.tex': 'not needed' });
      const tree = await built(lab, '--force');
      expect(filesOf(tree).join() === SMALL_OUTPUT.join(), filesOf(tree).join());
      return 'the site is written, the file is gone';
    },
  },
  {
    name: 'destination-dry-run',
    tried: 'the same with `--force --dry-run`',
    async run(lab) {
      lab.write({ ...SMALL, 'out/thesis.tex': 'years of work' });
      const before = treeOf(lab.folder);
      const run = await build(lab, '--force', '--dry-run');
      succeeded(run);
      unchanged(before, treeOf(lab.folder));
      for (const line of ['delete thesis.tex', 'add about/index.html']) expect(run.stdout.includes(line), run.stdout);
      expect(!fs.existsSync(lab.cache), 'a record was written');
      return 'lists what would be written and deleted, and does nothing';
    },
  },
  {
    name: 'destination-empty',
    tried: 'an empty folder as destination',
    async run(lab) {
      lab.write(SMALL);
      fs.mkdirSync(lab.path('out'));
      return `${filesOf(await built(lab)).length} files are written`;
    },
  },
  {
    name: 'destination-second-build',
    tried: 'a second build into the same folder, after a page was removed',
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      fs.rmSync(lab.path('site/about.md'));
      const tree = await built(lab);
      expect(!tree.has('about'), 'the page is still there');
      return 'the page and its folder are gone: a build had made them';
    },
  },
  {
    name: 'destination-later-files',
    tried: 'files put into the destination after a build, then a build',
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      lab.write({ 'out/notes/a.txt': 'mine', 'out/b.txt': 'mine' });
      const run = await build(lab);
      succeeded(run);
      expect(text(lab, 'out/notes/a.txt') === 'mine' && text(lab, 'out/b.txt') === 'mine', 'they are gone');
      expect(run.stderr.includes('b.txt'), run.stderr);
      return 'they are left, with a warning that names them';
    },
  },
  {
    name: 'destination-new-folder',
    tried:
      'the destination is removed, the author makes a folder of that name with another about/index.html, and the site loses its page about',
    async run(lab) {
      lab.write(SMALL);
      await built(lab);
      fs.rmSync(lab.path('out'), { recursive: true });
      fs.rmSync(lab.path('site/about.md'));
      lab.write({ 'out/about/index.html': 'the only one' });
      const run = await build(lab);
      succeeded(run);
      expect(text(lab, 'out/about/index.html') === 'the only one', 'it is gone');
      expect(run.stderr.includes('about/index.html'), run.stderr);
      succeeded(await lab.cli(['clean', '-s', 'site', '-d', 'out']));
      expect(text(lab, 'out/about/index.html') === 'the only one', 'clean has removed it');
      return 'the file stays, with a warning that names it; `clean` leaves it, too';
    },
  },
  {
    name: 'destination-same-files',
    tried: 'a folder without a record that holds only files of the site',
    async run(lab) {
      lab.write({ ...SMALL, 'out/index.html': 'of another tool' });
      return `accepted: ${filesOf(await built(lab)).length} files are written`;
    },
  },
  {
    name: 'destination-default',
    tried: '`_site` with files of an earlier Jekyll, without a record',
    async run(lab) {
      lab.write({ ...SMALL, 'site/_site/old.html': 'old' });
      succeeded(await lab.cli(['build'], { cwd: lab.path('site') }));
      expect(!fs.existsSync(lab.path('site/_site/old.html')), 'the old page is still there');
      return 'accepted, as Jekyll does: the old page is gone';
    },
  },
  ...['.', '..', '/', 'site', './site/../site/'].map(
    (path): Case => ({
      name: `destination-source-${path.replaceAll('/', '-')}`,
      tried: `\`-d ${path} --force\`: the source or a folder above it`,
      run: (lab) => {
        lab.write(SMALL);
        return isRefused(lab, ['build', '-s', 'site', '-d', path, '--force'], 'cannot be or contain');
      },
    }),
  ),
  {
    name: 'destination-source-link',
    tried: 'a link to the source as destination, with `--force`',
    async run(lab) {
      lab.write(SMALL);
      fs.symlinkSync('site', lab.path('way'));
      return isRefused(lab, ['build', '-s', 'site', '-d', 'way', '--force'], 'cannot be or contain');
    },
  },
  ...['_posts', '_layouts', '_data', '_sass', '.git', '.git/x', '_posts/new', 'blog/_posts'].map(
    (path): Case => ({
      name: `destination-read-${path.replaceAll('/', '-')}`,
      tried: `\`-d ${path} --force\`, a folder of sources`,
      run: (lab) => {
        lab.write({ ...SMALL, 'site/_posts/2024-01-01-a.md': 'a', 'site/.git/HEAD': 'ref: refs/heads/main\n' });
        return isRefused(lab, ['build', '-s', 'site', '-d', `site/${path}`, '--force'], 'Nothing was written');
      },
    }),
  ),
  {
    name: 'destination-images',
    tried: '`-d images --force`: a folder of the source with static files',
    run: (lab) => {
      lab.write(SMALL);
      return isRefused(lab, ['build', '-s', 'site', '-d', 'site/images', '--force'], 'part of the source');
    },
  },
  {
    name: 'destination-config-source',
    tried: '`source: mysite` and `destination: mysite` in _config.yml',
    run: (lab) => {
      lab.write({ '_config.yml': 'source: mysite\ndestination: mysite\n', 'mysite/index.md': '---\n---\nhi' });
      return isRefused(lab, ['build'], 'cannot be or contain');
    },
  },
];
