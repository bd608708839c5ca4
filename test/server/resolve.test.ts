import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MemoryFiles } from '../../src/files/memory.ts';
import { resolveRequest } from '../../src/server/resolve.ts';

const files = new MemoryFiles({
  '/secret': 'no',
  '/out/index.html': 'home',
  '/out/about.html': 'about',
  '/out/404.html': 'lost',
  '/out/talks/index.html': 'talks',
  '/out/both/index.html': 'folder',
  '/out/both.html': 'page',
  '/out/papers.html': 'page',
  '/out/papers/one.pdf': 'pdf',
  '/out/föö bar.txt': 'x',
  '/out/.htaccess': 'x',
  '/out/.well-known/key': 'x',
});

const ask = (address: string, baseurl = ''): string => {
  const answer = resolveRequest(files, '/out', baseurl, address);
  if (answer.kind === 'redirect') return `-> ${answer.to}`;
  return answer.kind === 'text' ? String(answer.status) : `${answer.status} ${answer.path.slice('/out/'.length)}`;
};

test('finds files, folders and pages without their extension', () => {
  assert.is(ask('/'), '200 index.html');
  assert.is(ask('/about.html?x=1'), '200 about.html');
  assert.is(ask('/about'), '200 about.html');
  assert.is(ask('/talks/'), '200 talks/index.html');
  assert.is(ask('/talks?year=1'), '-> /talks/?year=1');
  assert.is(ask('/both'), '-> /both/');
  assert.is(ask('/papers'), '200 papers.html');
  assert.is(ask('/papers/one.pdf'), '200 papers/one.pdf');
  assert.is(ask('/f%C3%B6%C3%B6%20bar.txt'), '200 föö bar.txt');
  assert.is(ask('/.well-known/key'), '200 .well-known/key');
});

test('what is not there is 404.html, with that status', () => {
  for (const address of ['/nope', '/papers/', '/about.html/', '/about/', '/.htaccess'])
    assert.is(ask(address), '404 404.html');
});

test('no address leads out of the folder', () => {
  for (const address of ['/../secret', '/talks/../../secret', '/%2e%2e/secret', '/..'])
    assert.is(ask(address), '404 404.html');
  for (const address of ['/..%2fsecret', '/..%5csecret', '/%00', '/%E0%A4%A', '/%']) assert.is(ask(address), '400');
  assert.is(ask('//talks'), '-> /talks/');
});

test('a site with a baseurl lies below it', () => {
  assert.is(ask('/me/', '/me'), '200 index.html');
  assert.is(ask('/me/about', '/me'), '200 about.html');
  assert.is(ask('/me', '/me'), '-> /me/');
  assert.is(ask('/', '/me'), '404');
  assert.is(ask('/menu', '/me'), '404');
});

test.run();
