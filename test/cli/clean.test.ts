import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, run } from './run.ts';

const SITE = { '_config.yml': 'title: x\n', 'index.md': '---\n---\n' };

test('removes what a build made and what Jekyll leaves, nothing else', async () => {
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
    '_config.yml': 'destination: public\ncache_dir: .c\n',
    'public/x': '',
    'other/x': '',
    '.c/x': '',
    '_site/x': '',
  };
  await inFolder(files, async (folder) => {
    await run(folder, ['clean']);
    assert.equal(readdirSync(folder).sort(), ['_config.yml', '_site', 'other']);
    await run(folder, ['clean', '-d', 'other']);
    assert.equal(readdirSync(folder).sort(), ['_config.yml', '_site']);
  });
});

test('never removes the site itself or a folder above it, even through a link', async () => {
  for (const destination of ['.', '..', '/', '../']) {
    await inFolder({ 'in/_config.yml': '', 'in/.sass-cache/x': '' }, async (folder) => {
      const { status, err } = await run(join(folder, 'in'), ['clean', '-d', destination]);
      assert.is(status, 1, destination);
      assert.match(err, 'nothing was removed');
      assert.ok(existsSync(join(folder, 'in/.sass-cache/x')));
    });
  }
  await inFolder(SITE, async (folder) => {
    symlinkSync(folder, join(folder, 'way'));
    assert.is((await run(folder, ['clean', '-d', 'way'])).status, 1);
    assert.ok(existsSync(join(folder, 'index.md')));
  });
});

test.run();
