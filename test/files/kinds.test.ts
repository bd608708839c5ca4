// Pipes, devices and links to parent folders: never read, never followed endlessly. By the whole program, on the disk.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { disk } from '../../src/files/disk.ts';
import { isFolder, WalkedFolder } from '../../src/files/kinds.ts';
import { MemoryFiles } from '../../src/files/memory.ts';

const STACK_NAMES = ['github-pages', 'jekyll-4'] as const;
const isUnix = process.platform !== 'win32';

/** Runs with a folder on the disk that holds these files. */
async function inSite(files: Readonly<Record<string, string>>, use: (folder: string) => Promise<void> | void) {
  const folder = mkdtempSync(join(tmpdir(), 'build-site-kinds-'));
  try {
    for (const [name, text] of Object.entries({ 'index.html': '---\n---\nHere', ...files })) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The code and path of the error that ends a build; null if it is built. */
async function fault(folder: string, compat?: (typeof STACK_NAMES)[number], environment = 'production') {
  try {
    const options = { source: folder, destination: join(folder, '_site'), environment, offline: true };
    await build({ ...options, ...(compat && { compat }), cache: join(folder, '.cache') });
    return null;
  } catch (error) {
    assert.instance(error, BuildError);
    const { code, path, hint } = (error as BuildError).diagnostic;
    assert.ok(hint);
    return { code, path: path?.replace(`${folder}/`, '') };
  }
}

const makePipe = (folder: string, name: string): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  execFileSync('mkfifo', [join(folder, name)]);
};

if (isUnix) {
  test('a pipe is never waited for, whatever it replaces', async () => {
    const sites: readonly (readonly [name: string, files: Readonly<Record<string, string>>])[] = [
      ['favicon.ico', {}],
      ['about.md', {}],
      ['_posts/2020-01-01-a.md', {}],
      ['_layouts/plain.html', {}],
      ['_includes/sign.html', { 'index.html': '---\n---\n{% include sign.html %}' }],
      ['_data/lamps.yml', {}],
      ['_data/lamps.json', {}],
      ['_data/lamps.csv', {}],
      ['_boats/a.md', { '_config.yml': 'collections: [boats]\n' }],
      ['_config.yml', {}],
      ['Gemfile', {}],
      ['Gemfile.lock', {}],
    ];
    for (const compat of [...STACK_NAMES, undefined]) {
      for (const [name, files] of sites) {
        await inSite(files, async (folder) => {
          makePipe(folder, name);
          assert.equal(await fault(folder, compat), { code: 'file-special', path: name }, `${name} (${compat})`);
        });
      }
    }
  });

  test("a pipe that is excluded, or not read, doesn't matter", () =>
    inSite({ '_config.yml': 'exclude: [inner]\n' }, async (folder) => {
      makePipe(folder, 'inner/pipe');
      makePipe(folder, '_includes/other.html');
      makePipe(folder, '.hidden');
      for (const compat of STACK_NAMES) assert.is(await fault(folder, compat), null);
    }));

  test('a device is endless; /dev/null is an empty file', () =>
    inSite({}, async (folder) => {
      symlinkSync('/dev/null', join(folder, 'favicon.ico'));
      assert.is(await fault(folder, 'jekyll-4'), null);
      assert.is(disk.read(join(folder, '_site/favicon.ico')).length, 0);
      assert.is(disk.read('/dev/null').length, 0);
      symlinkSync('/dev/zero', join(folder, 'page.html'));
      assert.equal(await fault(folder, 'jekyll-4'), { code: 'file-special', path: 'page.html' });
      assert.throws(() => disk.read('/dev/zero'), /neither a file nor a folder/);
      assert.is(disk.head('/dev/zero', 9).length, 0);
      assert.throws(() => disk.read(folder), /it is a folder/);
    }));

  test('a link to a parent folder is named at once, whether there is one or twenty', async () => {
    for (const compat of STACK_NAMES) {
      for (const [at, to] of [
        ['a', '.'],
        ['sub/up', '..'],
        ['_data/a', '.'],
      ] as const) {
        await inSite({ 'sub/a.html': '', '_data/lamps.yml': 'a: 1\n' }, async (folder) => {
          symlinkSync(to, join(folder, at));
          for (let i = 0; i < 20; i++) symlinkSync(to, join(folder, `${at}${i}`));
          assert.equal(await fault(folder, compat), { code: 'link-circle', path: at });
        });
      }
    }
  });

  test('links to another folder are followed, as often as there are', () =>
    inSite({ 'real/page.html': '---\n---\n{{ page.url }}', '_data/real/a.yml': 'a: 1\n' }, async (folder) => {
      symlinkSync('real', join(folder, 'copy'));
      mkdirSync(join(folder, 'deep'));
      symlinkSync('../copy', join(folder, 'deep/copy'));
      symlinkSync('real', join(folder, '_data/copy'));
      for (const compat of STACK_NAMES) {
        assert.is(await fault(folder, compat), null);
        for (const name of ['real', 'copy', 'deep/copy']) {
          const text = new TextDecoder().decode(disk.read(join(folder, `_site/${name}/page.html`)));
          assert.is(text, `/${name}/page.html`);
        }
      }
    }));
}

test('folders multiplied by links are counted', () => {
  const files = new MemoryFiles({ '/d30/a.txt': '' });
  for (let i = 0; i < 30; i++) for (const name of ['a', 'b']) files.link(`/d${i}/${name}`, `/d${i + 1}`);
  let count = 0;
  const walk = (path: string, walked: WalkedFolder): void => {
    count++;
    for (const name of files.list(path)) {
      if (isFolder(files, `${path}/${name}`)) walk(`${path}/${name}`, walked.enter(name, `${path}/${name}`));
    }
  };
  assert.throws(() => walk('/d0', WalkedFolder.start(files, '/d0')), /^Links lead to more than 10000 folders/);
  assert.is(count, 10_001);
});

test.run();
