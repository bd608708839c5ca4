// remote_theme: what real Jekyll makes of a theme's repository (scripts/goldens/remote-theme.ts), and how it is stored.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import type { Fetch } from '../../src/themes/http.ts';
import { gitRepository, parseRemoteTheme } from '../../src/themes/remote-theme.ts';
import { makeZip } from '../archives/make.ts';
import { differences, filesBelow, MOMENT } from '../golden-site.ts';
import { buildThere, filesBelow as filesBelowMemory, siteOf } from './build.ts';
import { type ThemeServer, withServer } from './server.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures/remote');

/** Sends requests for GitHub to the test's server. */
const through =
  (server: ThemeServer): Fetch =>
  (url, init) =>
    fetch(url.replace('https://codeload.github.com', server.url), init);

/** Serves an archive with an ETag, as GitHub does. */
async function serve(server: ThemeServer, path: string, etag: string, files: Readonly<Record<string, string>>) {
  const zip = await makeZip('Nice-Theme-0123/', files, { 'a-link': '/etc/passwd' });
  server.answers.set(path, (request, response) => {
    response.setHeader('etag', etag);
    response.statusCode = request.headers['if-none-match'] === etag ? 304 : 200;
    response.end(response.statusCode === 304 ? '' : zip);
  });
}

test('layouts, includes, styles and assets as with real Jekyll, but no configuration and no data', () =>
  withServer(async (server) => {
    const theme = join(folder, 'theme');
    const files = filesBelow(theme).map((name) => [name, readFileSync(join(theme, name), 'utf8')]);
    await serve(server, '/some-owner/nice-theme/zip/v1.0', 'W/"1"', Object.fromEntries(files));
    const work = mkdtempSync(join(tmpdir(), 'build-site-remote-'));
    try {
      const result = await build({
        source: join(folder, 'site'),
        destination: join(work, 'out'),
        cache: join(work, 'cache'),
        environment: 'production',
        now: MOMENT,
        nwo: 'owner/name',
        compat: 'github-pages',
        fetch: through(server),
      });
      assert.is(result.theme, 'some-owner/nice-theme (v1.0, downloaded from codeload.github.com)');
      rmSync(join(work, 'out/sitemap.xml'));
      assert.equal(differences(join(folder, 'expected'), join(work, 'out')), []);
    } finally {
      rmSync(work, { recursive: true });
    }
  }));

const site = (remote: string) =>
  siteOf({
    '_config.yml': `remote_theme: ${remote}\nurl: https://example.org\nbaseurl: ""\ntimezone: UTC\n`,
    'index.html': '---\nlayout: plain\n---\nHere',
  });

test("a copy is kept: checked again if its ref may move, used if the server doesn't answer", () =>
  withServer(async (server) => {
    const path = '/owner/name/zip/HEAD';
    const files = site('owner/name');
    const options = { fetch: through(server) };
    await serve(server, path, '"1"', { '_layouts/plain.html': 'first {{ content }}' });
    assert.is((await buildThere(files, options)).output('index.html'), 'first Here');
    const second = await buildThere(files, options);
    assert.is(second.result.theme, 'owner/name (HEAD, from the cache, still the newest)');
    assert.is((await buildThere(files, { ...options, offline: true })).output('index.html'), 'first Here');
    assert.is(server.asked.length, 2);
    await serve(server, path, '"2"', { '_layouts/plain.html': 'second {{ content }}' });
    assert.is((await buildThere(files, options)).output('index.html'), 'second Here');
    server.stop();
    const last = await buildThere(files, options);
    assert.is(last.output('index.html'), 'second Here');
    assert.match(
      last.result.theme!,
      /from the cache, since codeload\.github\.com can't be reached: the connection is refused/,
    );
  }));

test('a commit never changes, so it is downloaded once', () =>
  withServer(async (server) => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    await serve(server, `/owner/name/zip/${commit}`, '"1"', { '_layouts/plain.html': 'of a commit' });
    const files = site(`owner/name@${commit}`);
    for (const _ of [1, 2]) {
      assert.is((await buildThere(files, { fetch: through(server) })).output('index.html'), 'of a commit');
    }
    assert.is(server.asked.length, 1);
  }));

test('a copy that lost its files is downloaded again', () =>
  withServer(async (server) => {
    await serve(server, '/owner/name/zip/HEAD', '"1"', { '_layouts/plain.html': 'whole {{ content }}' });
    const files = site('owner/name');
    await buildThere(files, { fetch: through(server) });
    const kept = filesBelowMemory(files, '/cache').find((path) => path.endsWith('plain.html'))!;
    files.remove(kept.replace(/\/name\/_layouts.*/, '/name'));
    files.write(kept.replace(/\/name\/_layouts.*/, '/leftover'), '');
    assert.is((await buildThere(files, { fetch: through(server) })).output('index.html'), 'whole Here');
  }));

test('unavailable, damaged, invalid', () =>
  withServer(async (server) => {
    const options = { fetch: through(server) };
    const fail = async (remote: string): Promise<string> => {
      try {
        await buildThere(site(remote), options);
      } catch (error) {
        assert.instance(error, BuildError);
        return (error as BuildError).message;
      }
      return 'it was built';
    };
    assert.match(await fail('owner/gone'), /^The owner\/gone theme could not be found, and index\.html .* 404/);
    server.answers.set('/owner/broken/zip/HEAD', (_, response) => response.end('PK, but no zip'));
    assert.is(await fail('owner/broken'), 'owner/broken@HEAD is refused: it is damaged or cut short');
    const { diagnostics, output } = await buildThere(site('"not a theme"'), options);
    assert.is(diagnostics[0]!.message, '"not a theme" is not a valid remote theme: the site is built without it');
    assert.is(output('index.html'), 'Here');
  }));

test('the names that jekyll-remote-theme accepts', () => {
  const name = (text: string, ...hosts: string[]): string | null => {
    const theme = parseRemoteTheme(text, hosts);
    return theme && `${theme.host} ${theme.owner} ${theme.name} ${theme.ref}`;
  };
  for (const [text, expected] of [
    ['owner/name', 'github.com owner name HEAD'],
    [' Own-er/N.a_m-e@V1.0 ', 'github.com own-er n.a_m-e v1.0'],
    ['https://github.com/owner/name', 'github.com owner name HEAD'],
    ['http://github.com/owner/name@main', 'github.com owner name main'],
    ['https://git.example/owner/name', null],
    ['owner', null],
    ['own_er/name', null],
    ['owner/name/more', null],
    ['owner/..', null],
    ['owner/name@..', null],
    ['owner/name@', null],
    ['../x', null],
    ['', null],
  ] as const) {
    assert.is(name(text), expected, text);
  }
  assert.is(name('https://git.example/owner/name', 'git.example'), 'git.example owner name HEAD');
  assert.equal(gitRepository('git@github.com:a/b.git', 'feature/x'), {
    host: 'github.com',
    owner: 'a',
    name: 'b',
    ref: 'feature/x',
  });
  assert.is(gitRepository('https://git.example/a/b', 'main'), null);
  assert.is(gitRepository('https://github.com/a/b', '../x'), null);
});

test.run();
