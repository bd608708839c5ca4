import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { placeInSource, type Sources } from '../../src/publish/overlap.ts';

const files = new MemoryFiles({
  '/home/ada/site/index.md': 'x',
  '/home/ada/site/_layouts/a.html': 'x',
  '/home/ada/site/blog/_posts/2026-01-02-a.md': 'x',
  '/home/ada/site/.git/config': 'x',
});
const sources = { files, source: '/home/ada/site', folders: ['_layouts', '_data'], home: '/home/ada' };
const place = (path: string, own: Sources = sources): string | null =>
  placeInSource(own, path, 'Destination directory');

function refusal(path: string, own?: Sources): string {
  try {
    place(path, own);
  } catch (error) {
    if (error instanceof BuildError) return error.message;
    throw error;
  }
  throw new Error(`${path} is accepted`);
}

test('a folder outside the source has no place in it', () => {
  assert.is(place('/home/ada/out'), null);
  assert.is(place('/srv/www'), null);
});

test('a folder of the source that holds no sources is allowed, even if it does not exist yet', () => {
  assert.is(place('/home/ada/site/_site'), '_site');
  assert.is(place('/home/ada/site/public/html'), 'public/html');
});

test('the source, a folder above it and the home folder are refused', () => {
  assert.match(refusal('/home/ada/site'), 'cannot be or contain the Source directory');
  assert.match(refusal('/'), 'cannot be or contain the Source directory');
  assert.match(refusal('/home/ada', { ...sources, source: '/srv/site' }), 'your home folder');
});

test('folders with layouts, data, posts and repositories are refused', () => {
  assert.match(refusal('/home/ada/site/_layouts/out'), 'is in _layouts, which holds sources');
  assert.match(refusal('/home/ada/site/blog/_posts'), 'is in _posts, which holds sources');
  assert.match(refusal('/home/ada/site/.git/out'), 'the folder of a Git repository');
});

test.run();
