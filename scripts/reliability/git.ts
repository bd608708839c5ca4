// A build runs no program that the folder or its Git configuration names, and follows no .git elsewhere.

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type Case, expect, type Lab, type RunOptions, succeeded } from './lab.ts';
import { link, writeFiles } from './secrets.ts';

/** Every key with which a repository can have Git run a program. */
const KEYS = `core.fsmonitor core.editor core.pager core.sshCommand core.askPass core.gitProxy core.alternateRefsCommand
  diff.external diff.x.command diff.x.textconv filter.x.clean filter.x.smudge filter.x.process merge.x.driver gpg.program
  gpg.ssh.program gpg.ssh.defaultKeyCommand credential.helper sequence.editor interactive.diffFilter pager.ls-files
  alias.ls-files alias.rev-parse alias.remote trailer.x.command mergetool.x.cmd difftool.x.cmd remote.origin.uploadpack
  remote.origin.receivepack remote.origin.vcs uploadpack.packObjectsHook`.split(/\s+/);
const HOOKS = ['post-index-change', 'fsmonitor-watchman', 'post-checkout', 'pre-commit', 'reference-transaction'];
const PROGRAMS = ['git', 'node', 'ruby', 'bundle', 'jekyll', 'sass', 'dart', 'sh', 'npm'];

function git(lab: Lab, folder: string, ...args: readonly string[]): string {
  const config = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main'];
  const stdio = ['ignore', 'pipe', 'ignore'] as const;
  return execFileSync('git', [...config, '-C', lab.path(folder), ...args], {
    encoding: 'utf8',
    stdio: [...stdio],
  }).trim();
}

const noGit = (): string | null => {
  try {
    execFileSync('git', ['--version']);
    return null;
  } catch {
    return 'git is not installed';
  }
};

const REVISION = '---\n---\n{{ site.github.build_revision }} {{ site.github.repository_nwo }}';

/** A repository in site/, and a program that leaves a file in ran/. */
function repository(lab: Lab, files: Readonly<Record<string, string>> = {}): string {
  lab.write({ 'site/_config.yml': 'theme: null\n', 'site/index.html': REVISION, 'site/node_modules/a/a.txt': 'a' });
  lab.write(Object.fromEntries(Object.entries(files).map(([name, text]) => [`site/${name}`, text])));
  mkdirSync(lab.path('ran'));
  lab.write({ program: `#!/bin/sh\n: > "${lab.path('ran')}/$(basename "$0").$$"\n` });
  chmodSync(lab.path('program'), 0o755);
  git(lab, 'site', 'init', '-q');
  git(lab, 'site', 'remote', 'add', 'origin', 'https://github.com/owner/name.git');
  git(lab, 'site', 'add', 'index.html', 'node_modules');
  git(lab, 'site', 'commit', '-q', '-m', 'A page');
  return git(lab, 'site', 'rev-parse', 'HEAD');
}

/** Builds site/ from within it. @returns which programs ran */
async function ranBy(lab: Lab, options: RunOptions = {}, ...args: readonly string[]): Promise<string[]> {
  for (const name of readdirSync(lab.path('ran'))) rmSync(lab.path('ran', name)); // of Git's own commands before
  const run = await lab.cli(['build', '-d', lab.path('out'), '--offline', ...args], {
    cwd: lab.path('site'),
    ...options,
  });
  succeeded(run);
  return readdirSync(lab.path('ran'));
}

const output = (lab: Lab): string => readFileSync(lab.path('out/index.html'), 'utf8').trim();

const withRepository = (name: string, tried: string, run: (lab: Lab, commit: string) => Promise<string>): Case => ({
  name: `git-${name}`,
  tried,
  needs: noGit,
  run: (lab) => run(lab, repository(lab)),
});

export const cases: readonly Case[] = [
  withRepository(
    'configuration',
    `a Git configuration with a program under each of ${KEYS.length} keys`,
    async (lab, commit) => {
      const program = lab.path('program');
      lab.write({ 'site/.gitattributes': '* filter=x diff=x merge=x\n' });
      for (const key of KEYS) git(lab, 'site', 'config', key, key.startsWith('alias.') ? `!${program}` : program);
      const ran = await ranBy(lab);
      expect(ran.length === 0, `these ran: ${ran.join(' ')}`);
      expect(output(lab).startsWith(commit), `another revision: ${output(lab)}`);
      return 'none ran; the revision is in the page';
    },
  ),
  withRepository('hooks', 'hooks in .git/hooks and under core.hooksPath', async (lab) => {
    for (const hook of HOOKS) symlinkSync(lab.path('program'), lab.path('site/.git/hooks', hook));
    git(lab, 'site', 'config', 'core.hooksPath', lab.path('site/.git/hooks'));
    const ran = await ranBy(lab);
    expect(ran.length === 0, `these ran: ${ran.join(' ')}`);
    return 'none ran';
  }),
  withRepository(
    'programs',
    `programs named ${PROGRAMS.join(', ')} in the site, with '.' first in PATH, and in node_modules/.bin`,
    async (lab) => {
      mkdirSync(lab.path('site/node_modules/.bin'));
      for (const name of PROGRAMS) {
        symlinkSync(lab.path('program'), lab.path('site', name));
        symlinkSync(lab.path('program'), lab.path('site/node_modules/.bin', name));
      }
      lab.write({ 'site/css/a.scss': '---\n---\na { b: c }' });
      const PATH = `.:./node_modules/.bin:${process.env.PATH}`;
      for (const stack of ['github-pages', 'jekyll-4']) {
        const ran = await ranBy(lab, { env: { PATH } }, '--compat', stack, '--safe');
        expect(ran.length === 0, `these ran: ${ran.join(' ')}`);
      }
      return 'none ran';
    },
  ),
  withRepository(
    'scripts',
    "scripts of the site's own: package.json, _plugins/*.rb, Gemfile, Rakefile, .envrc, a theme's JavaScript",
    async (lab) => {
      const say = `require('fs').writeFileSync(${JSON.stringify(lab.path('ran/script'))}, '')`;
      lab.write({
        'site/package.json': JSON.stringify({
          main: 'index.js',
          scripts: { build: lab.path('program'), prepare: lab.path('program') },
        }),
        'site/index.js': say,
        'site/node_modules/shore/index.js': say,
        'site/node_modules/shore/package.json': '{"name": "shore", "version": "1.0.0"}',
        'site/node_modules/shore/_layouts/default.html': '{{ content }}',
        'site/node_modules/sass/index.js': say,
        'site/_plugins/a.rb': `system("${lab.path('program')}")\n`,
        'site/Gemfile': `gem "jekyll", "~> 4.0"\nsystem("${lab.path('program')}")\n`,
        'site/Rakefile': `system("${lab.path('program')}")\n`,
        'site/.envrc': lab.path('program'),
        'site/_config.yml': 'theme: shore\n',
        'site/css/a.scss': '---\n---\na { b: c }',
      });
      const ran = await ranBy(lab);
      expect(ran.length === 0, `these ran: ${ran.join(' ')}`);
      return 'none ran';
    },
  ),
  withRepository('include', 'a Git configuration that includes a file outside, and remotes for ext::', async (lab) => {
    lab.write({ 'other-config': '[remote "origin"]\n\turl = https://github.com/included/name\n' });
    writeFileSync(
      lab.path('site/.git/config'),
      `[include]\n\tpath = ${lab.path('other-config')}\n[remote "origin"]\n\turl = ext::${lab.path('program')}\n`,
    );
    const ran = await ranBy(lab);
    expect(ran.length === 0, `these ran: ${ran.join(' ')}`);
    expect(!output(lab).includes('included'), `the included file was read: ${output(lab)}`);
    return 'nothing ran, and the included file is not read';
  }),
  withRepository(
    'elsewhere',
    'a .git file, a .git link, a commondir and references that lead to files and repositories outside',
    async (lab, commit) => {
      const token = 'f'.repeat(40);
      lab.write({ token });
      const ways: Readonly<Record<string, () => void>> = {
        file: () => lab.write({ 'thief/.git': `gitdir: ${lab.path('site/.git')}\n` }),
        link: () => writeFiles(lab, { 'thief/.git': link('../site/.git') }),
        commondir: () =>
          lab.write({
            'thief/.git/commondir': `${lab.path('site/.git')}\n`,
            'thief/.git/HEAD': 'ref: refs/heads/main\n',
          }),
        'reference with ..': () =>
          lab.write({ 'thief/.git/HEAD': 'ref: refs/../../../token\n', 'thief/.git/refs/x': '' }),
        'reference that is a link': () =>
          writeFiles(lab, { 'thief/.git/HEAD': 'ref: refs/x\n', 'thief/.git/refs/x': link('../../../token') }),
        'HEAD that is a link': () =>
          writeFiles(lab, { 'thief/.git/HEAD': link('../../token'), 'thief/.git/refs/x': 'x' }),
      };
      for (const [way, make] of Object.entries(ways)) {
        rmSync(lab.path('thief'), { recursive: true, force: true });
        lab.write({ 'thief/_config.yml': 'theme: null\nrepository: a/b\n', 'thief/index.html': REVISION });
        make();
        const run = await lab.cli(['build', '-d', lab.path('out'), '--offline'], { cwd: lab.path('thief') });
        succeeded(run);
        if (way === 'file' || way === 'link' || way === 'commondir')
          expect(run.stderr.includes("doesn't name"), `${way}: nothing is said of it`);
        expect(!output(lab).includes(commit) && !output(lab).includes(token), `${way}: ${output(lab)}`);
      }
      return 'none is followed: no revision, no name of the other repository';
    },
  ),
  withRepository(
    'worktree',
    'a further worktree and a submodule, whose .git leads elsewhere, and says so on both sides',
    async (lab, commit) => {
      git(lab, 'site', 'worktree', 'add', '-q', '--detach', lab.path('tree'));
      mkdirSync(lab.path('outer'));
      git(lab, 'outer', 'init', '-q');
      git(lab, 'outer', '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', lab.path('site'), 'inner');
      for (const folder of ['tree', 'outer/inner']) {
        lab.write({ [`${folder}/_config.yml`]: 'theme: null\nrepository: a/b\n' });
        const run = await lab.cli(['build', '-d', lab.path('out'), '--offline', '--safe'], { cwd: lab.path(folder) });
        succeeded(run);
        expect(output(lab).startsWith(commit), `${folder}: ${output(lab)}`);
      }
      return 'the revision is in the page';
    },
  ),
];
