import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { disk } from '../../src/files/disk.ts';
import { gitConfigValues } from '../../src/git/config.ts';
import { Git } from '../../src/git/git.ts';
import { isInIndex } from '../../src/git/index-file.ts';

const test = suite('Git');
let folder = '';
const git = (at: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-C', at, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim();

test.before(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'build-site-git-')));
  const root = join(folder, 'site');
  mkdirSync(join(root, 'docs'), { recursive: true });
  git(root, 'init', '-q');
  git(root, 'remote', 'add', 'origin', 'git@github.com:owner/name.git');
  writeFileSync(join(root, 'docs/index.md'), 'Hello\n');
  git(root, 'add', '.');
  git(root, 'commit', '-q', '-m', 'A page');
});
test.after(() => rmSync(folder, { recursive: true, force: true }));

test('the checkout around a folder, its commit and its repository', () => {
  const found = Git.around(disk, join(folder, 'site/docs'))!;
  assert.is(found.root, join(folder, 'site'));
  assert.is(found.headCommit(), git(found.root, 'rev-parse', 'HEAD'));
  assert.is(found.repository(), 'owner/name');
});

test('packed refs, a commit without a branch, and a further worktree', () => {
  const root = join(folder, 'site');
  git(root, 'pack-refs', '--all');
  assert.is(Git.around(disk, root)!.headCommit(), git(root, 'rev-parse', 'HEAD'));
  const other = join(folder, 'other');
  git(root, 'worktree', 'add', '-q', '-b', 'second', other);
  git(other, 'commit', '-q', '--allow-empty', '-m', 'Nothing');
  assert.is(Git.around(disk, other)!.headCommit(), git(other, 'rev-parse', 'HEAD'));
  assert.is(Git.around(disk, other)!.repository(), 'owner/name');
  git(root, 'checkout', '-q', '--detach');
  assert.is(Git.around(disk, root)!.headCommit(), git(root, 'rev-parse', 'HEAD'));
});

test('no commit yet, and no checkout', () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  assert.is(Git.around(disk, empty), null);
  git(empty, 'init', '-q');
  assert.is(Git.around(disk, empty)!.headCommit(), '');
  assert.is(Git.around(disk, empty)!.repository(), null);
});

test('in safe mode a repository elsewhere counts only if it names this checkout', () => {
  const root = join(folder, 'site');
  const worktree = join(folder, 'worktree');
  git(root, 'worktree', 'add', '-q', '--detach', worktree);
  const commit = git(root, 'rev-parse', 'HEAD');
  assert.is(Git.around(disk, worktree, true)?.headCommit(), commit);
  const outer = join(folder, 'outer');
  mkdirSync(outer);
  git(outer, 'init', '-q');
  git(outer, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', root, 'inner');
  assert.is(Git.around(disk, join(outer, 'inner'), true)?.headCommit(), commit);
  for (const way of ['file', 'link']) {
    const thief = join(folder, `thief-${way}`);
    mkdirSync(thief);
    if (way === 'file') writeFileSync(join(thief, '.git'), `gitdir: ${root}/.git\n`);
    else symlinkSync(join(root, '.git'), join(thief, '.git'));
    const refused: string[] = [];
    assert.is(
      Git.around(disk, thief, true, (...paths) => refused.push(...paths)),
      null,
    );
    assert.equal(refused, [join(thief, '.git'), disk.realPath(join(root, '.git'))]);
    assert.is(Git.around(disk, thief)?.headCommit(), commit);
  }
  const apart = join(folder, 'apart');
  mkdirSync(apart);
  git(apart, 'init', '-q', '--separate-git-dir', join(folder, 'apart.git'));
  assert.is(Git.around(disk, apart, true), null);
  git(apart, 'config', 'core.worktree', apart);
  assert.ok(Git.around(disk, apart, true));
  const common = join(folder, 'common');
  mkdirSync(join(common, '.git'), { recursive: true });
  writeFileSync(join(common, '.git/commondir'), `${root}/.git\n`);
  writeFileSync(join(common, '.git/HEAD'), 'ref: refs/heads/master\n');
  assert.is(Git.around(disk, common, true), null);
});

test('a reference leads to nothing but commits of the repository', () => {
  const at = join(folder, 'refs');
  const secret = 'a'.repeat(40);
  mkdirSync(join(at, '.git/refs/heads'), { recursive: true });
  writeFileSync(join(folder, 'token'), secret);
  symlinkSync(join(folder, 'token'), join(at, '.git/refs/heads/link'));
  writeFileSync(join(at, '.git/refs/heads/text'), 'no commit');
  writeFileSync(join(at, '.git/refs/heads/loop'), 'ref: refs/heads/loop');
  writeFileSync(join(at, '.git/refs/heads/other'), 'ref: refs/heads/true');
  writeFileSync(join(at, '.git/refs/heads/true'), 'b'.repeat(64));
  const heads = [
    'refs/../../../token',
    'refs/heads/link',
    'refs/heads/text',
    'refs/heads/loop',
    'refs/heads/../../../../token',
  ];
  for (const head of heads) {
    writeFileSync(join(at, '.git/HEAD'), `ref: ${head}\n`);
    assert.is(Git.around(disk, at)!.headCommit(), '', head);
  }
  writeFileSync(join(at, '.git/HEAD'), 'ref: refs/heads/other\n');
  assert.is(Git.around(disk, at)!.headCommit(), 'b'.repeat(64));
});

test('what is tracked, whatever the index looks like', () => {
  const setups: Record<string, string[][]> = {
    'version 2': [['update-index', '--index-version', '2']],
    'version 3': [
      ['add', '-N', 'later.txt'],
      ['update-index', '--index-version', '3'],
    ],
    'version 4': [['update-index', '--index-version', '4']],
    split: [
      ['update-index', '--split-index'],
      ['rm', '-q', '--cached', 'a/a.txt'],
    ],
    'SHA-256': [],
  };
  for (const [name, commands] of Object.entries(setups)) {
    const at = join(folder, `index-${name.replace(' ', '-')}`);
    const names = ['a/a.txt', 'node_modules-x/a', 'node_modules/package/index.js', 'z.txt', 'é/ü.txt'];
    for (const path of [...names, 'later.txt', 'untracked/b.txt']) {
      mkdirSync(join(at, path, '..'), { recursive: true });
      writeFileSync(join(at, path), path);
    }
    git(at, 'init', '-q', ...(name === 'SHA-256' ? ['--object-format=sha256'] : []));
    git(at, 'add', ...names);
    for (const command of commands) git(at, ...command);
    const found = Git.around(disk, join(at, 'a'))!;
    for (const path of [
      'node_modules',
      'node_modules/package',
      'node_modules/package/index.js',
      'z.txt',
      'é',
      'node_modules-x',
    ])
      assert.ok(found.tracks(join(at, path)), `${name}: ${path}`);
    for (const path of ['node_modules/pack', 'node', 'untracked', 'untracked/b.txt', 'node_modules/package/index.js/x'])
      assert.not.ok(found.tracks(join(at, path)), `${name}: ${path}`);
    assert.not.ok(found.tracks(folder));
  }
  const bytes = disk.read(join(folder, 'index-version-2/.git/index'));
  for (let length = 0; length < bytes.length; length++) isInIndex(bytes.subarray(0, length), 'z', 20);
  assert.not.ok(isInIndex(new Uint8Array(100).fill(255), 'z', 20));
});

// Expectations: git config --get-all.
test('a configuration is read as by Git, except for its includes', () => {
  const path = join(folder, 'config');
  writeFileSync(
    path,
    [
      '[Remote "origin"] url = one # first',
      '\tURL = "two;\\"x#" \\',
      '  three ; comment',
      '  url=a\\tb\\\\c',
      '[remote "Origin"]\nurl = other',
      '[include]\npath = included',
      '# [remote "origin"] url = no',
      '[remote "origin"]',
      'fetch = x',
      'url',
      '',
    ].join('\n'),
  );
  writeFileSync(join(folder, 'included'), '[remote "origin"]\nurl = included\n');
  const expected = git(folder, 'config', '--no-includes', '--file', path, '--get-all', 'remote.origin.url').split('\n');
  const values = gitConfigValues(new TextDecoder().decode(disk.read(path)), 'remote "origin"', 'url');
  assert.equal(values.slice(0, 3), expected.slice(0, 3));
  assert.equal(values.length, 4);
});

/** Every key with which a repository can have Git run a program. */
const PROGRAMS =
  `core.fsmonitor core.editor core.pager core.sshCommand core.askPass core.gitProxy core.alternateRefsCommand
  diff.external diff.x.command diff.x.textconv filter.x.clean filter.x.smudge filter.x.process merge.x.driver gpg.program
  gpg.ssh.program gpg.ssh.defaultKeyCommand credential.helper sequence.editor interactive.diffFilter pager.ls-files
  pager.config alias.ls-files alias.rev-parse alias.remote trailer.x.command mergetool.x.cmd difftool.x.cmd
  remote.origin.uploadpack remote.origin.receivepack remote.origin.vcs uploadpack.packObjectsHook ssh.variant`.split(
    /\s+/,
  );

test('a build runs no program that the folder or its Git configuration names', async () => {
  const at = join(folder, 'canary');
  const ran = join(folder, 'ran');
  const program = join(folder, 'program');
  mkdirSync(ran);
  writeFileSync(program, `#!/bin/sh\ntouch "${ran}/$(basename "$0")-$$"\n`);
  chmodSync(program, 0o755);
  const site = {
    'index.html': '---\n---\n{{ site.github.build_revision }}',
    '_config.yml': 'theme: null\n',
    'node_modules/a/a.txt': 'a',
  };
  for (const [path, text] of Object.entries(site)) {
    mkdirSync(join(at, path, '..'), { recursive: true });
    writeFileSync(join(at, path), text);
  }
  git(at, 'init', '-q');
  git(at, 'add', 'index.html', 'node_modules');
  git(at, 'commit', '-q', '-m', 'A page');
  const commit = git(at, 'rev-parse', 'HEAD');
  writeFileSync(join(at, '.gitattributes'), '* filter=x diff=x merge=x\n');
  writeFileSync(join(at, '_plugins'), '');
  for (const name of ['git', 'node', 'ruby', 'bundle', 'sass', 'dart', 'sh']) symlinkSync(program, join(at, name));
  for (const name of [
    'post-index-change',
    'fsmonitor-watchman',
    'post-checkout',
    'pre-commit',
    'reference-transaction',
  ])
    symlinkSync(program, join(at, '.git/hooks', name));
  for (const key of PROGRAMS) git(at, 'config', key, key.startsWith('alias.') ? `!${program}` : program);
  git(at, 'config', 'core.hooksPath', join(at, '.git/hooks'));
  git(at, 'config', 'include.path', join(folder, 'program'));
  for (const name of readdirSync(ran)) rmSync(join(ran, name)); // what git itself has just run

  const { PATH } = process.env;
  const working = process.cwd();
  try {
    process.env.PATH = `${at}:${PATH}`;
    process.chdir(at);
    await build({ source: at, destination: join(folder, 'canary-out'), offline: true, cache: join(folder, 'cache') });
  } finally {
    process.env.PATH = PATH;
    process.chdir(working);
  }
  assert.equal(readdirSync(ran), []);
  assert.is(new TextDecoder().decode(disk.read(join(folder, 'canary-out/index.html'))), commit);
  assert.is(disk.stat(join(folder, 'canary-out/node_modules/a/a.txt'))?.kind, undefined);
});

test.run();
