// The program with a theme's gem, on the disk: its output, where it stores the gem, its exit status.

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeGem } from '../archives/make.ts';
import { inFolder, run } from '../cli/run.ts';
import { type ThemeServer, withServer } from './server.ts';

const FILES = {
  '_layouts/plain.html': '<main>{{ content }}</main>',
  '_sass/harbour/_base.scss': 'p { color: red; }',
  '_sass/harbour.scss': '@import "harbour/base";',
  'assets/style.scss': '---\n---\n@import "harbour";',
};

const site = (server: ThemeServer) => ({
  '_config.yml': 'theme: harbour\nsass:\n  style: compressed\n  sourcemap: never\n',
  Gemfile: `source "${server.url}"\n\ngem "jekyll", "~> 4.3"\ngem "harbour", "~> 1.0" # the theme\n`,
  'index.html': '---\nlayout: plain\n---\nHere',
});

test('a theme is stored in --cache, and a second build needs no network', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'build-site-cache-'));
  try {
    await withServer(async (server) => {
      server.add('harbour', '1.0.2', { gem: await makeGem('harbour', '1.0.2', FILES) });
      await inFolder(site(server), async (folder) => {
        const args = ['-d', 'out', '--cache', cache];
        const first = await run(folder, args);
        assert.equal([first.status, first.err], [0, '']);
        assert.match(first.out, /^ {13}Theme: harbour 1\.0\.2 \(Gemfile, downloaded from 127\.0\.0\.1:\d+\)$/m);
        assert.is(readFileSync(join(folder, 'out/index.html'), 'utf8'), '<main>Here</main>');
        assert.is(readFileSync(join(folder, 'out/assets/style.css'), 'utf8'), 'p{color:red}');
        assert.equal(readdirSync(cache).sort(), ['destinations', 'drafts', 'gems', 'info']);
        server.stop();
        const again = await run(folder, [...args, '--offline']);
        assert.equal([again.status, again.err], [0, '']);
        assert.match(again.out, 'Theme: harbour 1.0.2 (Gemfile, from the cache)');
      });
    });
  } finally {
    rmSync(cache, { recursive: true });
  }
});

test('a gem that is refused ends with status 1, and nothing is written', () =>
  withServer(async (server) => {
    const extra = [{ name: 'a/../../../../evil.txt', size: 0, type: 'directory' as const }];
    server.add('harbour', '1.0.2', { gem: await makeGem('harbour', '1.0.2', FILES, { extra }) });
    await inFolder(site(server), async (folder) => {
      const { status, out, err } = await run(folder, ['-d', 'out', '--cache', '.kept']);
      assert.equal([status, out], [1, '']);
      assert.match(
        err,
        /^Error: harbour-1\.0\.2\.gem is refused: 'a\/\.\.\/\.\.\/\.\.\/\.\.\/evil\.txt' leads out of its folder \[archive-refused\]\n/,
      );
      assert.not.ok(existsSync(join(folder, 'out')));
      assert.not.ok(existsSync(join(folder, '.kept')));
    });
  }));

test('offline, a theme that is not here is an error at the page that needs its layout', () =>
  withServer(async (server) => {
    await inFolder(site(server), async (folder) => {
      const { status, err } = await run(folder, ['--offline', '--cache', '.kept']);
      assert.is(status, 1);
      assert.is(
        err,
        `Error: The harbour theme could not be found, and index.html needs its layout 'plain': it is not on this machine, and --offline forbids downloads [theme-missing]
  at index.html:2:1
   2 | layout: plain
     | ^^^^^^
  Hint: Build once with a network and without --offline, install the theme (GEM_PATH, vendor/bundle), or put it in a folder.
`,
      );
      assert.equal(server.asked, []);
    });
  }));

test.run();
