// Where a site is read from and written to (Jekyll.configuration and Site#initialize of 3.10.0 and 4.4.1; what the gems do
// in each case was asked of them).

import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { configure } from '../../src/build/configure.ts';
import { folderPath } from '../../src/build/paths.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { inFolder, run } from '../cli/run.ts';

const SITE = {
  'root.html': '---\n---\nroot',
  'sub/a.html': '---\n---\nsub',
  'sub/_config.yml': 'title: sub\n',
};
const STACKS: readonly Compat[] = ['github-pages', 'jekyll-4'];

test('source and destination of _config.yml are relative to the working folder; the command line wins', async () => {
  const cases: [config: string, args: string[], written: string][] = [
    ['', [], '_site/root.html'],
    ['source: sub\n', [], '_site/a.html'],
    ['source: ./sub/\n', [], '_site/a.html'],
    ['source:\ndestination:\n', [], '_site/root.html'],
    ["source: ''\n", [], '_site/root.html'],
    ['source: ROOT/sub\n', [], '_site/a.html'],
    ['destination: made/here\n', [], 'made/here/root.html'],
    ['source: sub\ndestination: sub/_site\n', [], 'sub/_site/a.html'],
    ['source: nowhere\n', ['-s', 'sub'], '_site/a.html'],
    ['destination: nowhere\n', ['-d', 'other'], 'other/root.html'],
    ['source: nowhere\n', ['--config', 'sub/_config.yml'], '_site/root.html'],
  ];
  for (const stack of STACKS) {
    for (const [config, args, written] of cases) {
      await inFolder(SITE, async (folder) => {
        writeFileSync(join(folder, '_config.yml'), `theme: null\n${config.replace('ROOT', folder)}`);
        const { status, err } = await run(folder, ['build', '--compat', stack, ...args]);
        assert.is(status, 0, `${config} ${args}: ${err}`);
        assert.ok(existsSync(join(folder, written)), `${stack}: ${config} ${args}`);
      });
    }
  }
});

test("a source or destination that isn't a string, or doesn't exist, is an error", async () => {
  const cases: [config: string, message: string][] = [
    ['source: 5\n', "'source' should be the path of a folder, but was: 5."],
    ['source: [sub]\n', "'source' should be the path of a folder"],
    ['destination: false\n', "'destination' should be the path of a folder, but was: false."],
    ['source: nope\n', 'nope is not a folder'],
    ['source: sub\ndestination: sub\n', 'Destination directory cannot be or contain the Source directory'],
    ['source: sub\ndestination: .\n', 'Destination directory cannot be or contain the Source directory'],
    ["destination: ''\n", 'Destination directory cannot be or contain the Source directory'],
    ['destination: "~nobody-here/x"\n', "the home folder of the user 'nobody-here'"],
  ];
  for (const [config, message] of cases) {
    await inFolder({ ...SITE, '_config.yml': config }, async (folder) => {
      const before = readdirSync(folder, { recursive: true });
      for (const stack of STACKS) {
        const { status, err } = await run(folder, ['build', '--compat', stack]);
        assert.is(status, 1, config);
        assert.match(err, message);
      }
      assert.equal(readdirSync(folder, { recursive: true }), before);
    });
  }
});

test('~ is the home folder', () => {
  const home = homedir();
  assert.is(folderPath('~', '/work'), home);
  assert.is(folderPath('~/sites/a', '/work'), `${home}/sites/a`);
  assert.is(folderPath('a/~/b', '/srv'), '/srv/a/~/b');
  assert.is(folderPath('./~x', '/srv'), '/srv/~x');
  assert.throws(
    () => folderPath('~someone/x', '/work'),
    (error: unknown) => error instanceof BuildError && /write the whole path/i.test(error.diagnostic.hint ?? ''),
  );
});

test('in safe mode a source in the configuration must be inside its folder', async () => {
  const files = { 'site/_config.yml': 'source: ../other\n', 'other/secret.txt': 'secret', 'site/in/a.txt': 'a' };
  await inFolder(files, async (folder) => {
    const site = join(folder, 'site');
    const { status, err } = await run(site, ['build']);
    assert.is(status, 1);
    assert.match(err, 'safe mode reads nothing outside it');
    symlinkSync('../other', join(site, 'way'));
    assert.is((await run(site, ['build', '--config', '_config.yml'])).status, 1);
    assert.not.ok(existsSync(join(site, '_site')));
    assert.is((await run(site, ['build', '--compat', 'jekyll-4'])).status, 0);
    assert.ok(existsSync(join(site, '_site/secret.txt')));
  });
});

test('build, serve and clean choose the same stack and the same folders', async () => {
  const files = {
    '_config.yml': 'theme: just-the-docs\nsource: sub\ndestination: public\n',
    'sub/a.html': '---\n---\na',
    'in/x': '',
  };
  await inFolder(files, async (folder) => {
    const { choice, source, destination } = configure({ workingFolder: folder }, () => {});
    assert.is(choice.stack.name, 'jekyll-4'); // a theme that GitHub Pages doesn't have
    assert.equal([source, destination], [join(folder, 'sub'), join(folder, 'public')]);
    mkdirSync(join(folder, 'sub/.jekyll-cache/Jekyll'), { recursive: true });
    const { out } = await run(folder, ['clean']);
    assert.match(out, `Nothing to do for ${folder}/public.`);
    assert.match(out, `Removing ${folder}/sub/.jekyll-cache...`);
  });
});

test.run();
