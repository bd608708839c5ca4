import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, run } from './run.ts';

const SITE = { '_config.yml': 'title: x\n', 'index.md': '---\n---\n' };

test("removes what a build made and Jekyll's caches, nothing else", async () => {
  const made = { '_site/a/b.html': '', '.jekyll-cache/x/y': '', '.sass-cache/z': '', '.jekyll-metadata': '' };
  await inFolder({ ...SITE, ...made }, async (folder) => {
    const { status, out, err } = await run(folder, ['clean']);
    assert.equal([status, err], [0, '']);
    assert.equal(readdirSync(folder).sort(), ['_config.yml', 'index.md']);
    assert.match(out, `           Cleaner: Removing ${folder}/_site...`);
    assert.match((await run(folder, ['clean'])).out, `Nothing to do for ${folder}/_site.`);
  });
});

test('takes the destination from the configuration and the flags', async () => {
  const files = {
    '_config.yml': 'theme: null\ndestination: public\ncache_dir: .c\n',
    'index.md': '---\n---\n',
    '.c/Jekyll/Cache/x': '',
    '_site/x': '',
  };
  await inFolder(files, async (folder) => {
    await run(folder, ['build']);
    await run(folder, ['build', '-d', 'other']);
    assert.equal(readdirSync(folder).sort(), ['.c', '_config.yml', '_site', 'index.md', 'other', 'public']);
    await run(folder, ['clean']);
    assert.equal(readdirSync(folder).sort(), ['_config.yml', '_site', 'index.md', 'other']);
    await run(folder, ['clean', '-d', 'other']);
    assert.equal(readdirSync(folder).sort(), ['_config.yml', '_site', 'index.md']);
  });
});

test('keeps what no build made, unless it is forced', async () => {
  await inFolder({ ...SITE, 'public/letter.txt': 'mine', '_config.yml': 'theme: null\n' }, async (folder) => {
    const refused = await run(folder, ['clean', '-d', 'public']);
    assert.is(refused.status, 1);
    assert.match(refused.err, 'public holds files that build-site is not known to have made: letter.txt');
    assert.ok(existsSync(join(folder, 'public/letter.txt')));
    await run(folder, ['build', '-d', 'out']);
    writeFileSync(join(folder, 'out/letter.txt'), 'mine');
    const { status, err } = await run(folder, ['clean', '-d', 'out']);
    assert.is(status, 0);
    assert.match(err, 'they are kept: letter.txt');
    assert.equal(readdirSync(join(folder, 'out')), ['letter.txt']);
    await run(folder, ['clean', '-d', 'out', '--force']);
    assert.not.ok(existsSync(join(folder, 'out')));
  });
});

test('a cache_dir that is the source, above it, or full of other files is refused', async () => {
  const wrong = ['/', '..', '.', '_posts', 'images', '.git'];
  for (const cache of wrong) {
    const files = { ...SITE, '_posts/2020-01-01-a.md': '', 'images/a.png': '', '.git/HEAD': '', '_site/x': '' };
    await inFolder({ ...files, '_config.yml': `cache_dir: "${cache}"\n` }, async (folder) => {
      const before = readdirSync(folder, { recursive: true });
      const { status, err } = await run(folder, ['clean', '--force']);
      assert.is(status, 1, cache);
      assert.match(err, /cache_dir/);
      assert.equal(readdirSync(folder, { recursive: true }), before);
    });
  }
});

test('never removes the site itself or a folder above it, even through a link', async () => {
  for (const destination of ['.', '..', '/', '../']) {
    await inFolder({ 'in/_config.yml': '', 'in/.sass-cache/x': '' }, async (folder) => {
      const { status, err } = await run(join(folder, 'in'), ['clean', '-d', destination]);
      assert.is(status, 1, destination);
      assert.match(err, 'cannot be or contain the Source directory');
      assert.ok(existsSync(join(folder, 'in/.sass-cache/x')));
    });
  }
  await inFolder(SITE, async (folder) => {
    symlinkSync(folder, join(folder, 'way'));
    assert.is((await run(folder, ['clean', '-d', 'way'])).status, 1);
    assert.ok(existsSync(join(folder, 'index.md')));
  });
});

// As `jekyll clean`: 4.4.1 stops at a list that is written as a string, 3.10.0 splits it.
test('reads the configuration as the stack that build chooses', async () => {
  const files = { ...SITE, '_config.yml': 'theme: just-the-docs\nexclude: a b\n', '_site/x': '' };
  await inFolder(files, async (folder) => {
    for (const command of ['build', 'clean']) {
      const { status, err } = await run(folder, [command]);
      assert.is(status, 1, command);
      assert.match(err, "'exclude' should be set as an array");
    }
    assert.ok(existsSync(join(folder, '_site/x')));
    const { status, out } = await run(folder, ['clean', '--compat', 'github-pages']);
    assert.is(status, 0);
    assert.match(out, `Removing ${folder}/_site...`);
  });
});

test.run();
