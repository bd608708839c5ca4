// A _config.yml with mistakes.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { inFolder, run } from '../cli/run.ts';
import { page, stopsOnly, testStops, testWarnings } from './check.ts';

testStops({
  'a collection without a name': {
    files: { '_config.yml': 'collections: [~]\n' },
    at: '_config.yml',
    says: /nil is not the name of a collection/,
  },
  'options of posts that are nil': {
    files: { '_config.yml': 'collections:\n  posts: yes please\n', 'a.md': page('text') },
    at: '_config.yml:2:3',
    says: /'posts' should be a mapping of options, but was: "yes please"/,
  },
  'options of a collection that are nil, once its document is read': {
    files: { '_config.yml': 'collections:\n  notes: true\n', '_notes/a.md': page('text') },
    at: '_config.yml:2:3',
    says: /'notes' should be a mapping of options, but was: true/,
  },
  'an address of a collection that is a number': {
    files: { '_config.yml': 'collections:\n  notes: { output: true, permalink: 1 }\n', '_notes/a.md': page('text') },
    at: '_config.yml:2:26',
    says: /'permalink' should be a string, but was: 1/,
  },
  'a mapping for the folder of collections': {
    files: { '_config.yml': 'collections: [notes]\ncollections_dir: {}\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /'collections_dir' should be a string, but was: \{\}/,
  },
  'a list for the folder of collections, once one is read': {
    files: { '_config.yml': 'collections: [notes]\ncollections_dir: [a, b]\n', 'a/b/_notes/a.md': page('text') },
    at: '_config.yml:2:1',
    says: /'collections_dir' should be a string, but was: \["a", "b"\]/,
  },
  'a plugins folder that is a number': {
    files: { '_config.yml': 'url: https://x.example\nplugins_dir: [a, 5]\n' },
    at: '_config.yml:2:1',
    says: /'plugins_dir' should be a string or a list of strings, but was: \["a", 5\]/,
  },
  'an option of a type that Jekyll stops at': {
    files: { '_config.yml': 'url: https://x.example\nlayouts_dir: 5\n' },
    at: '_config.yml:2:1',
    says: /'layouts_dir' should be a string, but was: 5/,
  },
  'options of Sass that are a string': {
    files: { '_config.yml': 'url: https://x.example\nsass: compressed\n', 'a.scss': '---\n---\na { b: c }\n' },
    at: '_config.yml:2:1',
    says: /'sass' should be a mapping, but was: "compressed"/,
  },
  "options of Liquid that aren't strings": {
    files: { '_config.yml': 'url: https://x.example\nliquid: { error_mode: 5 }\n' },
    at: '_config.yml:2:1',
    says: /'liquid' should be a mapping with lax, warn or strict for error_mode, but was: \{"error_mode"=>5/,
  },
  'exclude that is a mapping': {
    files: { '_config.yml': 'url: https://x.example\nexclude: { vendor: true }\n' },
    at: '_config.yml:2:1',
    says: /'exclude' should be set as an array, but was: \{"vendor"=>true\}/,
  },
  'broken YAML in the configuration': {
    files: { '_config.yml': 'title: "open\nurl: x\n' },
    at: '_config.yml:',
    says: /./,
  },
  'a default date that YAML reads as a date': {
    files: {
      '_config.yml': 'url: https://x.example\ndefaults:\n- scope: {path: ""}\n  values: {date: 2020-01-01}\n',
      'a.md': page('x'),
    },
    at: '_config.yml',
    says: /Invalid date '2020-01-01'/,
  },
  "keep_files that isn't a list": {
    files: { '_config.yml': 'url: https://x.example\nkeep_files: admin\n' },
    at: '_config.yml:2:1',
    says: /'keep_files' should be set as an array, but was: "admin"/,
  },
  "load paths of Sass that aren't a list": {
    files: { '_config.yml': 'sass: { load_paths: false }\n', 'a.scss': '---\n---\na { b: c }\n' },
    at: '_config.yml',
    says: /'load_paths' should be a list of strings, but was: false/,
  },
});

testWarnings({
  'a configuration that is a list': {
    files: { '_config.yml': '- a\n- b\n' },
    at: '_config.yml',
    says: /./,
  },
});

test('an unknown value for a source map stops Jekyll 4, the only one to make them', () =>
  stopsOnly(
    'jekyll-4',
    {
      '_config.yml': 'url: https://x.example\nsass: { sourcemap: 5 }\n',
      'a.scss': '---\n---\na { b: c }\n',
    },
    "'sourcemap' should be always, never or development, but was: 5",
  ));

for (const pattern of ['.*', '', '?']) {
  test(`include: '${pattern}' stops 3.10, which would enter '.' endlessly`, () =>
    stopsOnly(
      'github-pages',
      { '_config.yml': `url: https://x.example\ninclude: ["${pattern}"]\n`, 'a.md': page('text') },
      `include: '${pattern}' also matches '.' and '..'`,
    ));
}

test("a plugin whose name isn't a string: 4.x stops, GitHub Pages has no such plugin", () =>
  stopsOnly(
    'jekyll-4',
    { '_config.yml': 'url: https://x.example\ntheme: null\nplugins: [jekyll-feed, 5]\n', 'a.md': page('text') },
    `'plugins' should be a list of strings, but was: ["jekyll-feed", 5]`,
  ));

test('a list that is written as a string: 3.10 splits it, 4.x stops', async () => {
  const files = {
    '_config.yml': 'title: x\nurl: https://x.example\nexclude: a.txt, b.txt\n',
    'a.txt': 'a',
    'c.txt': 'c',
  };
  await inFolder(files, async (folder) => {
    const build = (compat: string) =>
      run(folder, ['-s', folder, '-d', join(folder, 'out'), '--compat', compat], { PAGES_REPO_NWO: 'me/site' });
    const three = await build('github-pages');
    assert.is(three.status, 0, three.err);
    assert.match(three.err, '_config.yml:3:1');
    assert.not(readdirSync(join(folder, 'out')).includes('a.txt'));
    const four = await build('jekyll-4');
    assert.is(four.status, 1);
    assert.match(four.err, `'exclude' should be set as an array, but was: "a.txt, b.txt"`);
  });
});

test.run();
