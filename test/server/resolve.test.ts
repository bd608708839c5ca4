import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { MemoryFiles } from '../../src/files/memory.ts';
import { resolveRequest } from '../../src/server/resolve.ts';
import { ServedFolder } from '../../src/server/served-folder.ts';

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
  '/out/.git/config': 'no',
  '/out/.git/index.html': 'no',
  '/out/a/.env': 'no',
  '/other/index.html': 'no',
});
files.link('/out/latest', 'talks');
files.link('/out/home.html', 'index.html');
files.link('/out/leak.txt', '/secret');
files.link('/out/leak.html', '../secret');
files.link('/out/outside', '/other');
files.link('/out/index.htm', '/secret');
files.link('/out/plain.txt', '.git/config');
files.link('/out/repo', '.git');
files.link('/served', '/out');

/** The build wrote one hidden file. */
const served = (path: string) => new ServedFolder(files, path, (relative) => relative === '.well-known/key');

const ask = (address: string, baseurl = '', folder = '/out'): string => {
  const answer = resolveRequest(served(folder), baseurl, address);
  if (answer.kind === 'redirect') return `-> ${answer.to}`;
  return answer.kind === 'text' ? String(answer.status) : `${answer.status} ${answer.path.slice(folder.length + 1)}`;
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

test('a missing page is 404.html, with that status', () => {
  for (const address of ['/nope', '/papers/', '/about.html/', '/about/', '/.htaccess'])
    assert.is(ask(address), '404 404.html');
});

test("URLs can't lead out of the folder", () => {
  for (const address of ['/../secret', '/talks/../../secret', '/%2e%2e/secret', '/..'])
    assert.is(ask(address), '404 404.html');
  for (const address of ['/..%2fsecret', '/..%5csecret', '/%00', '/%E0%A4%A', '/%']) assert.is(ask(address), '400');
  assert.is(ask('//talks'), '-> /talks/');
});

test('links are only followed inside the folder; the folder itself may be one', () => {
  assert.is(ask('/latest/'), '200 latest/index.html');
  assert.is(ask('/home'), '200 home.html');
  assert.is(ask('/about', '', '/served'), '200 about.html');
  for (const address of ['/leak.txt', '/leak', '/outside/', '/outside/index.html', '/outside']) {
    assert.is(ask(address), '404 404.html', address);
    assert.is(ask(address, '', '/served'), '404 404.html', address);
  }
});

test('hidden files are shown only if the build wrote them, whatever leads there', () => {
  assert.is(ask('/.well-known/key'), '200 .well-known/key');
  const hidden = [
    '/.git/config',
    '/.git/',
    '/.git',
    '/a/.env',
    '/plain.txt',
    '/repo/config',
    '/repo/',
    '/%2egit/config',
  ];
  for (const address of hidden) assert.is(ask(address), '404 404.html', address);
});

test('a redirect leads to a folder of the site, whatever the URL looks like', () => {
  assert.is(ask('///talks?a=//b'), '-> /talks/?a=//b');
  assert.is(ask('/./talks'), '-> /talks/');
  assert.is(ask('/%74alks'), '-> /talks/');
  for (const address of ['/\\talks', '/%5ctalks', '/%2ftalks']) assert.is(ask(address), '400');
});

test('a site with a baseurl is served below it', () => {
  assert.is(ask('/me/', '/me'), '200 index.html');
  assert.is(ask('/me/about', '/me'), '200 about.html');
  assert.is(ask('/me', '/me'), '-> /me/');
  assert.is(ask('/', '/me'), '404');
  assert.is(ask('/menu', '/me'), '404');
});

test.run();
