import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { ContainedFiles } from '../../src/files/contained.ts';
import { loadGlob } from '../../src/files/glob.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

const disk = new MemoryFiles({
  '/site/a/page.md': 'page',
  '/site/b.md': 'b',
  '/site-other/x': 'SECRET',
  '/outside/x': 'SECRET',
  '/outside/deep/y': 'SECRET',
  '/theme/z': 'theme',
  '/top/Gemfile': 'gems',
  '/named.yml': 'named',
});
disk.link('/site/in', 'a');
disk.link('/site/b-again.md', 'b.md');
disk.link('/site/out', '/outside');
disk.link('/site/x', '../outside/x');
disk.link('/site/a/up', '../..');
disk.link('/site/twice', 'out/deep');
disk.link('/site/dead', '/nowhere');
disk.link('/site/Gemfile', '/top/Gemfile');
disk.link('/way', '/site');

function setup() {
  const refused: string[] = [];
  const bounds = {
    folders: ['/site', '/theme'],
    named: ['/named.yml'],
    aliases: new Map([['/site/Gemfile', '/top/Gemfile']]),
  };
  return { files: new ContainedFiles(disk, bounds, (path) => refused.push(path)), refused };
}

test('files inside are read, through links, too', () => {
  const { files, refused } = setup();
  const inside = ['/site/a/page.md', '/site/in/page.md', '/site/b-again.md', '/site/a/../b.md', '/site/a/up/site/b.md'];
  for (const path of [...inside, '/theme/z', '/way/b.md', '/named.yml', '/site/Gemfile']) {
    assert.is(files.stat(path)?.kind, 'file', path);
    assert.ok(files.read(path).length > 0 && files.head(path, 9).length > 0, path);
    assert.not.ok(files.refuses(path), path);
  }
  assert.equal(files.list('/site/in'), ['page.md', 'up']);
  assert.equal(refused, []);
});

test('what leads out is treated as missing, whatever the path', () => {
  const { files } = setup();
  const ways = [
    '/outside/x',
    '/site/x',
    '/site/out/x',
    '/site/in/../../outside/x',
    '/site/a/up/outside/x',
    '/site/in/up/outside/x',
  ];
  for (const path of [
    ...ways,
    '/site/twice/y',
    '/site/../outside/x',
    '/site//x',
    '/site/./x',
    '/site-other/x',
    '/top/Gemfile',
  ]) {
    assert.is(files.stat(path), null, path);
    assert.is(files.head(path, 9).length, 0, path);
    assert.ok(files.refuses(path), path);
    assert.throws(
      () => files.read(path),
      (error: BuildError) => error.diagnostic.code === 'file-outside',
    );
  }
  for (const folder of ['/', '/outside', '/site/out', '/site/twice', '/site/a/up'])
    assert.equal(files.list(folder), []);
  for (const path of ['/site/dead', '/site/nothing']) {
    assert.not.ok(files.refuses(path), path);
    assert.throws(
      () => files.read(path),
      (error: BuildError) => error.diagnostic.code === 'file-unreadable',
    );
  }
});

test('the link that leads out is reported once, not everything below it', () => {
  const { files, refused } = setup();
  for (const path of ['/site/out', '/site/out/x', '/site/out/deep/y', '/site/x', '/site/x', '/outside/x', '/site/dead'])
    files.stat(path);
  assert.equal(refused, ['/site/out', '/site/x', '/outside/x']);
});

test('patterns find nothing outside', async () => {
  const { files } = setup();
  const glob = await loadGlob(files);
  assert.equal(glob('/site', '**/*.md'), ['a/page.md', 'b-again.md', 'b.md']);
  for (const pattern of ['out/*', '*/x', 'out/**/*', '../outside/*', 'twice/*'])
    assert.equal(glob('/site', pattern), [], pattern);
});

/** Numbers below a bound, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

test('in random trees of links, exactly the files inside are read', () => {
  let [inside, outside] = [0, 0];
  for (let seed = 1; seed <= 300; seed++) {
    const next = numbers(seed);
    const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
    const names = ['a', 'b', 'c'];
    const path = (): string =>
      `/${pick(['site', 'out', 'site/a', 'site/b'])}/${pick(names)}${next(2) === 0 ? '' : `/${pick(names)}`}`;
    const tree = new MemoryFiles({ '/site/f': '', '/out/f': '' });
    for (let i = 0; i < 8; i++) {
      try {
        const to = next(3) === 0 ? path() : `${pick(['', '../', '../../', './', '../out/', 'a/../'])}${pick(names)}`;
        if (next(3) === 0) tree.write(path(), 'x');
        else tree.link(path(), to);
      } catch {
        // Something is in the way there.
      }
    }
    const files = new ContainedFiles(tree, { folders: ['/site'] });
    for (let i = 0; i < 40; i++) {
      const parts = Array.from({ length: 1 + next(5) }, () =>
        pick([...names, ...names, '..', '.', '', 'f', 'site', 'out']),
      );
      const asked = `${pick(['/site', '/site', '/out', ''])}/${parts.join('/')}`;
      const there = tree.stat(asked);
      const real = tree.realPath(asked);
      const isInside = real === '/site' || real.startsWith('/site/');
      if (there !== null) assert.equal(files.stat(asked), isInside ? there : null, `${seed}: ${asked}`);
      else assert.is(files.stat(asked), null, `${seed}: ${asked}`);
      if (there !== null) isInside ? inside++ : outside++;
    }
  }
  assert.ok(inside > 300 && outside > 300, `${inside} ${outside}`);
});

test.run();
