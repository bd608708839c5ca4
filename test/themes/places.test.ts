// The places of themes on a machine.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MemoryFiles } from '../../src/files/memory.ts';
import { newestFitting, parseInfo } from '../../src/rubygems/gem-info.ts';
import { Theme } from '../../src/site/theme.ts';
import { cacheFolder } from '../../src/themes/cache.ts';
import { installedGems, npmTheme } from '../../src/themes/installed.ts';

test("the cache is in the system's cache folder, or where the user says", () => {
  for (const [expected, env, platform] of [
    ['/home/me/.cache/build-site', { HOME: '/home/me' }, 'linux'],
    ['/x/build-site', { HOME: '/home/me', XDG_CACHE_HOME: '/x/' }, 'linux'],
    ['/home/me/.cache/build-site', { HOME: '/home/me', XDG_CACHE_HOME: 'relative' }, 'linux'],
    ['/Users/me/Library/Caches/build-site', { HOME: '/Users/me' }, 'darwin'],
    ['C:/Users/me/AppData/Local/build-site/cache', { LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local' }, 'win32'],
    ['C:/Users/me/.cache/build-site', { USERPROFILE: 'C:\\Users\\me' }, 'win32'],
    ['/mine', { HOME: '/home/me', BUILD_SITE_CACHE: '/mine' }, 'linux'],
    [null, {}, 'linux'],
  ] as const) {
    assert.is(cacheFolder(env, platform), expected);
  }
});

test('installed gems are found in every gem folder, by their full name', () => {
  const files = new MemoryFiles({
    '/a/gems/harbour-1.0/x': '',
    '/b/gems/harbour-2.0/x': '',
    '/b/gems/harbour-lights-3.0/x': '',
    '/site/vendor/bundle/ruby/3.1.0/gems/harbour-4.0/x': '',
  });
  const versions = (env: Record<string, string>, platform = 'linux') =>
    installedGems(files, '/site', 'harbour', env, platform).map(({ version }) => version);
  assert.equal(versions({ GEM_PATH: '/a:/b', GEM_HOME: '' }), ['1.0', '2.0', '4.0']);
  assert.equal(versions({ GEM_HOME: '/b' }), ['2.0', '4.0']);
  assert.equal(versions({ GEM_PATH: '/a;/b' }, 'win32'), ['1.0', '2.0', '4.0']);
});

test('an npm package counts if it looks like a theme, in the site or above it', () => {
  const files = new MemoryFiles({
    '/home/node_modules/harbour/_layouts/a.html': '',
    '/home/node_modules/harbour/package.json': '{"version": "1.2.3"}',
    '/home/site/node_modules/harbour/index.js': '',
  });
  assert.equal(npmTheme(files, '/home/site', 'harbour'), { version: '1.2.3', root: '/home/node_modules/harbour' });
  assert.is(npmTheme(files, '/home/site', 'other'), null);
});

test('the list of a source, and which versions fit', () => {
  const sum = 'a'.repeat(64);
  const list = parseInfo(
    [
      '---',
      `1.0 |checksum:${sum}`,
      `1.1 jekyll:~> 3.5|checksum:${sum},ruby:>= 2`,
      `1.2 jekyll:< 5.0&>= 3.5,jekyll-feed:~> 0.9|checksum:${sum},created_at:2026-01-01T00:00:00Z`,
      `1.3-java jekyll:>= 3.5|checksum:${sum}`,
      `1.4.pre |checksum:${sum}`,
      '1.5 |checksum:nonsense',
      'not a line',
      '',
    ].join('\n'),
  );
  assert.equal(
    list.map(({ version }) => version),
    ['1.0', '1.1', '1.2', '1.4.pre'],
  );
  assert.equal(
    [...list[2]!.dependencies],
    [
      ['jekyll', ['< 5.0', '>= 3.5']],
      ['jekyll-feed', ['~> 0.9']],
    ],
  );
  const newest = (requirements: string[], jekyll: string) => newestFitting(list, requirements, jekyll)?.version;
  assert.is(newest([], '4.4.1'), '1.2');
  assert.is(newest(['< 1.2'], '4.4.1'), '1.0');
  assert.is(newest(['< 1.2'], '3.10.0'), '1.1');
  assert.is(newest(['>= 1.4.a'], '4.4.1'), '1.4.pre');
  assert.is(newest(['> 2'], '4.4.1'), undefined);
  assert.is(newest(['ENV', '~> 1.0'], '4.4.1'), '1.2');
});

test("a theme's folders don't lead out of it", () => {
  const files = new MemoryFiles({ '/theme/parts/a.html': '', '/other/b.html': '', '/theme/assets': 'a file' });
  files.link('/theme/_layouts', 'parts');
  files.link('/theme/_includes', '../other');
  const theme = new Theme('theme', '/theme', '', files);
  assert.equal(
    ['_layouts', '_includes', 'assets', '_sass'].map((name) => theme.folder(name)),
    ['/theme/parts', null, null, null],
  );
});

test.run();
