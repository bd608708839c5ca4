import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { closest, similar } from '../../src/text/closest.ts';

test('the name with the fewest letters changed, added, left out or swapped', () => {
  const names = ['title', 'tile', 'layout', 'permalink'];
  assert.is(closest('titel', names), 'title');
  assert.is(closest('permalnik', names), 'permalink');
  assert.is(closest('layouts', names), 'layout');
});

test('nothing is close to a word that differs by more than a third', () => {
  assert.is(closest('author', ['title', 'layout']), null);
  assert.is(closest('ab', ['cd']), null);
});

test('of files, one that differs in case or in its ending comes first', () => {
  assert.is(similar('Nav.html', ['nev.html', 'nav.html']), 'nav.html');
  assert.is(similar('nav.htm', ['nev.htm', 'nav.html']), 'nav.html');
  assert.is(similar('nav.html', ['parts/nav.html']), 'parts/nav.html');
});

test.run();
