// Themes as gems: which version, from where, how they are stored, and what happens if they are unavailable.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { makeGem } from '../archives/make.ts';
import { buildThere, filesBelow, siteOf } from './build.ts';
import { type ThemeServer, withServer } from './server.ts';

const FILES = {
  '_layouts/plain.html': '<{{ site.quay }}>{% include sign.html %}{{ content }}',
  '_includes/sign.html': '[{{ site.data.lamps.colour }}]',
  '_data/lamps.yml': 'colour: red\n',
  'assets/style.scss': '---\n---\np { color: red }',
  'assets/boat.svg': '<svg/>',
  '_config.yml': 'quay: stone\n',
};
const FOUR = { compat: 'jekyll-4' } as const;
const PAGE = '---\nlayout: plain\n---\nHere';

/** Serves harbour in these versions, each of which prints its own number. */
async function serve(server: ThemeServer, ...versions: string[]): Promise<void> {
  for (const version of versions) {
    const files = { ...FILES, '_includes/sign.html': `[${version} {{ site.data.lamps.colour }}]` };
    server.add('harbour', version, { gem: await makeGem('harbour', version, files) });
  }
}

const site = (server: ThemeServer, rest: Readonly<Record<string, string>> = {}) =>
  siteOf({
    '_config.yml': 'theme: harbour\n',
    Gemfile: `source "${server.url}"\ngem "harbour"\n`,
    'index.html': PAGE,
    ...rest,
  });

async function failure(run: Promise<unknown>): Promise<BuildError> {
  try {
    await run;
  } catch (error) {
    assert.instance(error, BuildError);
    return error as BuildError;
  }
  throw new Error('the build did not fail');
}

test('a theme is downloaded once, and all its parts are used', () =>
  withServer(async (server) => {
    await serve(server, '1.0.0');
    const files = site(server);
    const first = await buildThere(files, FOUR);
    assert.is(first.output('index.html'), '<stone>[1.0.0 red]Here');
    assert.match(first.output('assets/style.css')!, 'color: red');
    assert.is(first.output('assets/boat.svg'), '<svg/>');
    assert.is(first.result.theme, `harbour 1.0.0 (Gemfile, downloaded from ${new URL(server.url).host})`);
    assert.equal(server.asked, ['/info/harbour', '/gems/harbour-1.0.0.gem']);
    assert.equal(first.diagnostics, []);
    server.stop();
    for (const offline of [false, true]) {
      const again = await buildThere(files, { ...FOUR, offline });
      assert.is(again.output('index.html'), '<stone>[1.0.0 red]Here');
      assert.is(again.result.theme, 'harbour 1.0.0 (Gemfile, from the cache)');
    }
    assert.is(server.asked.length, 2);
  }));

test('the newest that fits: Gemfile.lock, then the Gemfile; no pre-release, none for another Jekyll', () =>
  withServer(async (server) => {
    await serve(server, '0.9.9', '1.2.0', '1.10.0', '1.9.0', '2.0.0', '2.1.0.beta');
    const { gem } = server.gems.get('harbour 2.0.0')!;
    server.add('harbour', '3.0.0', { gem, dependencies: 'jekyll:~> 3.9,rake:>= 0' });
    const lock = (version: string) =>
      `GEM\n  remote: ${server.url}/\n  specs:\n    harbour (${version})\n      jekyll (>= 3.5)\n\nPLATFORMS\n  ruby\n`;
    const gemfile = (rest: string) => ({ Gemfile: `source '${server.url}'\ngem 'harbour'${rest}\n` });
    for (const [version, rest] of [
      ['2.0.0', {}],
      ['1.10.0', gemfile(", '~> 1.2'")],
      ['1.2.0', gemfile(", '~> 1.2.0'")],
      ['1.9.0', gemfile(", '>= 1', '< 1.10'")],
      ['2.1.0.beta', gemfile(", '>= 2.1.0.alpha'")],
      ['0.9.9', { 'Gemfile.lock': lock('0.9.9') }],
      ['1.9.0', { ...gemfile(", '~> 1.2'"), 'Gemfile.lock': lock('1.9.0') }],
      ['1.2.0', { Gemfile: `source '${server.url}' do\n  gem 'harbour', '1.2.0'\nend\n` }],
      ['1.2.0', { Gemfile: `gem 'harbour', '1.2.0', source: '${server.url}'\n` }],
      ['2.0.0', { Gemfile: `source '${server.url}'\ngem 'jekyll', '~> 4.3'\n` }],
    ] as const) {
      const { output } = await buildThere(site(server, rest), FOUR);
      assert.is(output('index.html'), `<stone>[${version} red]Here`);
    }
  }));

test('GitHub Pages has its own version, and reads neither the configuration nor the data of a theme', () =>
  withServer(async (server) => {
    for (const version of ['2.5.1', '2.5.2']) {
      server.add('minima', version, { gem: await makeGem('minima', version, FILES) });
    }
    const gems = `source "${server.url}"\ngem "github-pages"\ngem "minima", "2.5.2"\n`;
    const files = siteOf({ '_config.yml': 'theme: minima\n', Gemfile: gems, 'index.html': PAGE });
    const { output, result } = await buildThere(files);
    assert.match(result.theme!, /^minima 2\.5\.1 \(github-pages, downloaded/);
    assert.is(output('index.html'), '<>[]Here');
  }));

test('the plugins that its specification names are loaded, before those of the site', () =>
  withServer(async (server) => {
    const files = { '_layouts/plain.html': '{% feed_meta %}{{ theme.dependencies | join: "; " }}' };
    const dependencies = { jekyll: '>= 3.5', 'jekyll-feed': '~> 0.9', rake: '>= 0' };
    server.add('harbour', '1.0', { gem: await makeGem('harbour', '1.0', files, { dependencies }) });
    const { output, diagnostics } = await buildThere(site(server), FOUR);
    assert.match(
      output('index.html')!,
      /^<link .*feed\.xml.*>jekyll \(>= 3\.5\); jekyll-feed \(~> 0\.9\); rake \(>= 0\)$/,
    );
    assert.ok(output('feed.xml'));
    assert.equal(diagnostics, []);
  }));

test('a faulty gem stops the build; nothing of it is kept, and nothing is written', () =>
  withServer(async (server) => {
    const good = await makeGem('harbour', '1.0.0', FILES);
    const evil = await makeGem('harbour', '1.0.0', { ...FILES, '../../../../site/index.html': 'evil' });
    for (const [served, message] of [
      [
        { gem: good, checksum: 'ab'.repeat(32) },
        /^harbour-1\.0\.0\.gem is refused: its checksum is [0-9a-f]{64}, but the index has (?:ab){32}$/,
      ],
      [{ gem: good.subarray(0, 2000) }, /is refused: it is damaged or cut short$/],
      [{ gem: new Uint8Array() }, /is refused: it is/],
      [{ gem: evil }, /is refused: '\.\.\/\.\.\/\.\.\/\.\.\/site\/index\.html' leads out of its folder$/],
    ] as const) {
      server.add('harbour', '1.0.0', served);
      const files = site(server, { '/out/index.html': 'the site of yesterday' });
      const { diagnostic } = await failure(buildThere(files, FOUR));
      assert.is(diagnostic.code, 'archive-refused');
      assert.match(diagnostic.message, message);
      assert.equal(filesBelow(files, '/cache'), []);
      assert.equal(filesBelow(files, '/out'), ['/out/index.html']);
    }
    server.add('harbour', '1.0.0', { gem: good });
    const lock = `GEM\n  remote: ${server.url}/\n  specs:\n    harbour (1.0.0)\n\nCHECKSUMS\n  harbour (1.0.0) sha256=${'cd'.repeat(32)}\n`;
    const { diagnostic } = await failure(buildThere(site(server, { 'Gemfile.lock': lock }), FOUR));
    assert.match(diagnostic.message, /its checksum is [0-9a-f]{64}, but Gemfile\.lock has (?:cd){32}$/);
  }));

test('unavailable: an error if a page needs one of its layouts, otherwise a warning', () =>
  withServer(async (server) => {
    const asks = await failure(buildThere(site(server), FOUR));
    assert.is(asks.diagnostic.code, 'theme-missing');
    assert.match(
      asks.message,
      /^The harbour theme could not be found, and index\.html needs its layout 'plain': .*404/,
    );
    assert.is(asks.diagnostic.span?.source.path, 'index.html');
    const offline = await failure(buildThere(site(server), { ...FOUR, offline: true }));
    assert.match(offline.message, /it is not on this machine, and --offline forbids downloads/);
    const nested = { 'index.html': '---\nlayout: own\n---\n', '_layouts/own.html': '---\nlayout: plain\n---\n' };
    assert.match((await failure(buildThere(site(server, nested), FOUR))).message, /'plain'/);

    server.stop();
    const { diagnostics, output } = await buildThere(site(server, { 'index.html': '---\n---\nHere' }), FOUR);
    assert.is(output('index.html'), 'Here');
    assert.equal(
      diagnostics.map(({ code, severity }) => `${code} ${severity}`),
      ['theme-missing warning'],
    );
    assert.match(
      diagnostics[0]!.message,
      /the connection is refused\. The site is built without its layouts, includes, styles and assets/,
    );
  }));

test("a cache that can't be written is an error", () =>
  withServer(async (server) => {
    await serve(server, '1.0.0');
    const { diagnostic } = await failure(buildThere(site(server, { '/cache': 'a file' }), FOUR));
    assert.is(diagnostic.code, 'cache-unwritable');
    assert.match(diagnostic.message, /^The theme can't be stored in \/cache: /);
  }));

test('two builds at once share what both download', () =>
  withServer(async (server) => {
    await serve(server, '1.0.0');
    const files = site(server);
    const built = await Promise.all([1, 2, 3].map((n) => buildThere(files, { ...FOUR, destination: `/out${n}` })));
    assert.is(built.length, 3);
    for (const n of [1, 2, 3]) {
      assert.is(new TextDecoder().decode(files.read(`/out${n}/index.html`)), '<stone>[1.0.0 red]Here');
    }
    assert.equal(files.list('/cache/drafts'), []);
  }));

test('without a newer list, the newest cached version is used; with one, a newer version is downloaded', () =>
  withServer(async (server) => {
    await serve(server, '1.0.0', '1.1.0');
    const files = site(server, { Gemfile: `source "${server.url}"\ngem "harbour", "1.0.0"\n` });
    await buildThere(files, FOUR);
    files.write('/site/Gemfile', `source "${server.url}"\ngem "harbour"\n`);
    const offline = await buildThere(files, { ...FOUR, offline: true });
    assert.is(offline.output('index.html'), '<stone>[1.0.0 red]Here');
    const online = await buildThere(files, FOUR);
    assert.is(online.output('index.html'), '<stone>[1.1.0 red]Here');
  }));

test('a folder, a path in the Gemfile, an installed gem, npm: in this order, and before the network', () =>
  withServer(async (server) => {
    const themed = (folder: string, sign: string) => ({
      [`${folder}/_layouts/plain.html`]: `${sign} {{ content }}`,
      [`${folder}/harbour.gemspec`]: 'Gem::Specification.new do |spec|\n  spec.add_dependency "jekyll-feed"\nend\n',
    });
    const npm = themed('/site/node_modules/harbour', 'npm');
    const installed = themed('/site/vendor/bundle/ruby/3.1.0/gems/harbour-1.0.0', 'installed');
    const path = { ...themed('/themes/harbour', 'path'), Gemfile: 'gem "harbour", path: "../themes/harbour"\n' };
    const git = { Gemfile: 'gem "harbour", git: "https://git.example/harbour.git"\n' };
    const locked = { 'Gemfile.lock': 'PATH\n  remote: ../themes/harbour\n  specs:\n    harbour (1.0)\n' };
    const folder = { ...themed('/site/my-theme', 'folder'), '_config.yml': 'theme: ./my-theme\nplugins: []\n' };
    for (const [first, files] of [
      ['npm', npm],
      ['installed', { ...npm, ...installed }],
      ['path', { ...npm, ...installed, ...path }],
      ['path', { ...themed('/themes/harbour', 'path'), ...locked, Gemfile: 'gemspec path: "../themes"\n' }],
      ['folder', { ...npm, ...installed, ...path, ...folder }],
      ['npm', { ...npm, ...installed, ...git }],
    ] as const) {
      const { output } = await buildThere(site(server, files), FOUR);
      assert.is(output('index.html'), `${first} Here`);
    }
    assert.equal(server.asked, []);
    const absent = await failure(buildThere(site(server, { '_config.yml': 'theme: owner/name\n' }), FOUR));
    assert.match(absent.message, /The theme folder owner\/name does not exist/);
  }));

test('an installed gem in another version than the locked one is used, with a warning', () =>
  withServer(async (server) => {
    await serve(server, '1.0.0');
    const lock = `GEM\n  remote: ${server.url}/\n  specs:\n    harbour (1.0.0)\n`;
    const gem = (version: string) => ({
      [`/site/vendor/bundle/ruby/3.1.0/gems/harbour-${version}/_layouts/plain.html`]: version,
    });
    const other = await buildThere(site(server, { 'Gemfile.lock': lock, ...gem('1.4.0') }), FOUR);
    assert.is(other.output('index.html'), '1.4.0');
    assert.match(
      other.diagnostics[0]!.message,
      /^Gemfile\.lock has harbour 1\.0\.0, but the site is built with 1\.4\.0/,
    );
    const both = await buildThere(site(server, { 'Gemfile.lock': lock, ...gem('1.4.0'), ...gem('1.0.0') }), FOUR);
    assert.is(both.output('index.html'), '1.0.0');
    assert.equal(both.diagnostics, []);
  }));

test('the default theme of GitHub Pages is used by every site without a theme, whatever is in the cache', () =>
  withServer(async (server) => {
    const primer = {
      '_layouts/default.html': '<default>{{ content }}',
      '_layouts/page.html': '---\nlayout: default\n---\n{{ content }}',
      '_layouts/home.html': '---\nlayout: default\n---\n{{ content }}',
      'assets/css/style.scss': '---\n---\np { color: red }',
    };
    server.add('jekyll-theme-primer', '0.6.0', { gem: await makeGem('jekyll-theme-primer', '0.6.0', primer) });
    const Gemfile = `source "${server.url}"\ngem "github-pages"\n`;
    const own = {
      Gemfile,
      '_config.yml': 'markdown: nothing\n',
      '_layouts/own.html': '<own>{{ content }}',
      'a.html': '---\nlayout: own\n---\nA',
    };
    const files = siteOf(own);
    const without = await buildThere(files, { offline: true });
    assert.equal([without.output('a.html'), without.output('assets/css/style.css')], ['<own>A', null]);
    assert.equal([without.result.theme, server.asked], [null, []]);
    assert.match(
      without.diagnostics.map(({ message }) => message).join('\n'),
      /^The jekyll-theme-primer theme could not be found: .* The site is built without assets\/css\/style\.css, .*adds from it$/,
    );
    const first = await buildThere(files);
    assert.match(first.output('assets/css/style.css')!, 'color');
    assert.match(first.result.theme!, /^jekyll-theme-primer 0\.6\.0 \(github-pages, downloaded from/);
    const second = await buildThere(files, { offline: true });
    assert.is(second.output('assets/css/style.css'), first.output('assets/css/style.css'));
    assert.equal([...first.diagnostics, ...second.diagnostics], []);

    const needy = { ...own, 'b.md': '# B' };
    const refused = await buildThere(siteOf(needy), { offline: true });
    assert.match(refused.output('b.html')!, /^<h1/);
    assert.match(refused.diagnostics[0]!.message, /style\.css, .*\. Pages without a layout are written as they are, /);
    assert.match((await buildThere(siteOf(needy))).output('b.html')!, /^<default><h1/);

    const asks = { ...own, 'c.html': '---\nlayout: page\n---\nC' };
    assert.is((await buildThere(siteOf(asks))).output('c.html'), '<default>C');
    const { message } = await failure(buildThere(siteOf(asks), { offline: true }));
    assert.match(message, /^The jekyll-theme-primer theme could not be found, and c\.html needs its layout 'page'/);

    // Nothing is lost if the site has its own stylesheet, or `theme: null`.
    const styled = { ...own, 'assets/css/style.css': 'p {}' };
    assert.equal((await buildThere(siteOf(styled), { offline: true })).diagnostics, []);
    const bare = { ...own, '_config.yml': 'markdown: nothing\ntheme: null\n' };
    assert.equal((await buildThere(siteOf(bare))).output('assets/css/style.css'), null);
  }));

test("a default theme that can't be stored or read is a warning", () =>
  withServer(async (server) => {
    server.add('jekyll-theme-primer', '0.6.0', { gem: new TextEncoder().encode('no archive') });
    const files = siteOf({ Gemfile: `source "${server.url}"\ngem "github-pages"\n`, 'a.html': 'A' });
    const { diagnostics, output } = await buildThere(files);
    assert.is(output('a.html'), 'A');
    assert.equal(
      diagnostics.map(({ code }) => code),
      ['theme-missing'],
    );
  }));

test('a gem with an invalid specification is never kept; a cached one is downloaded again', () =>
  withServer(async (server) => {
    const odd = await makeGem('harbour', '1.0.0', FILES, { odd: 'licenses: [MIT\n' });
    server.add('harbour', '1.0.0', { gem: odd });
    const files = site(server);
    const { diagnostic } = await failure(buildThere(files, FOUR));
    assert.is(diagnostic.code, 'archive-refused');
    assert.match(diagnostic.message, /^harbour-1\.0\.0\.gem is refused: its specification can't be read: /);
    assert.equal(filesBelow(files, '/cache'), []);

    await serve(server, '1.0.0');
    await buildThere(files, FOUR);
    const [specification] = filesBelow(files, '/cache').filter((path) => path.endsWith('.json'));
    files.write(specification!, '{"authors": [');
    const again = await buildThere(files, FOUR);
    assert.match(again.result.theme!, /downloaded from/);
    assert.is(again.output('index.html'), '<stone>[1.0.0 red]Here');

    files.remove(specification!.replace(/specifications\/.*/, 'gems'));
    assert.match((await buildThere(files, FOUR)).result.theme!, /downloaded from/);
    assert.match((await buildThere(files, FOUR)).result.theme!, /from the cache/);

    // Without a network the theme is missing, and an older complete version is used.
    await serve(server, '0.9.0');
    const older = { Gemfile: `source "${server.url}"\ngem "harbour", "0.9.0"\n` };
    for (const [path, content] of Object.entries(older)) files.write(`/site/${path}`, content);
    await buildThere(files, FOUR);
    files.write('/site/Gemfile', `source "${server.url}"\ngem "harbour"\n`);
    files.write(specification!, '[]');
    assert.is((await buildThere(files, { ...FOUR, offline: true })).output('index.html'), '<stone>[0.9.0 red]Here');
  }));

test.run();
