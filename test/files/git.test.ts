import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { disk } from '../../src/files/disk.ts';
import { Git } from '../../src/files/git.ts';

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

test.run();
