import * as assert from 'uvu/assert';
import { hasWildcard, loadGlob } from '../../src/files/glob.ts';
import { onBoth } from './place.ts';

onBoth((test) => {
  // Expectations: Dir.glob of Ruby 3.1.
  test('patterns match as in Ruby', async ({ place: { files, root, link } }) => {
    const names = [
      'b.txt',
      'a/z.md',
      'a/b/c.md',
      'a.md',
      'a-b/x.md',
      '.hid/x.md',
      'a/.dot.md',
      'B/é.md',
      'B/zz.md',
      'README',
    ];
    for (const name of names) files.write(`${root}/${name}`, '');
    link(`${root}/lnk`, 'a');
    const glob = await loadGlob(files);
    const cases: Record<string, string[]> = {
      '**/*.*': ['B/zz.md', 'B/é.md', 'a/b/c.md', 'a/z.md', 'a-b/x.md', 'a.md', 'b.txt'],
      '**/*': [
        'B',
        'B/zz.md',
        'B/é.md',
        'README',
        'a',
        'a/b',
        'a/b/c.md',
        'a/z.md',
        'a-b',
        'a-b/x.md',
        'a.md',
        'b.txt',
        'lnk',
      ],
      '*': ['B', 'README', 'a', 'a-b', 'a.md', 'b.txt', 'lnk'],
      '*/*.md': ['B/zz.md', 'B/é.md', 'a/z.md', 'a-b/x.md', 'lnk/z.md'],
      'a/**': ['a/b', 'a/z.md'],
      '[ab]*': ['a', 'a-b', 'a.md', 'b.txt'],
      '**/a/*': ['a/b', 'a/z.md'],
      a: ['a'],
      'lnk/**/*': ['lnk/b', 'lnk/b/c.md', 'lnk/z.md'],
      '?.md': ['a.md'],
      '{a-b,*}/x.*': ['a-b/x.md', 'a-b/x.md'],
      '[a]*/**/': ['a', 'a/b', 'a-b'],
      nope: [],
    };
    for (const [pattern, expected] of Object.entries(cases)) assert.equal(glob(root, pattern), expected, pattern);
    assert.ok(hasWildcard('node_modules/*/sass') && !hasWildcard('_sass'));
  });

  test('patterns find names with a star or a backslash, as in Ruby', async ({ place: { files, root } }) => {
    for (const name of ['d*e/a.md', 'dxe/a.md', 'b\\s/a.md', 'a*b.md', 'a\\b.md', 'axb.md'])
      files.write(`${root}/${name}`, '');
    const glob = await loadGlob(files);
    const cases: Record<string, string[]> = {
      '*': ['a*b.md', 'a\\b.md', 'axb.md', 'b\\s', 'd*e', 'dxe'],
      'd*e': ['d*e', 'dxe'],
      'd\\*e/*': ['d*e/a.md'],
      'a\\*b.md': ['a*b.md'],
      '*/a.md': ['b\\s/a.md', 'd*e/a.md', 'dxe/a.md'],
      'a?b.md': ['a*b.md', 'a\\b.md', 'axb.md'],
    };
    for (const [pattern, expected] of Object.entries(cases)) assert.equal(glob(root, pattern), expected, pattern);
  });
});
