// The decisions that are our own; the golden sites (test/sites) test those that are Jekyll's.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError, position } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from './memory-site.ts';

const config = (text: string): Record<string, string> => ({
  '_config.yml': `timezone: UTC\nurl: https://example.org\nbaseurl: ""\ntheme: null\n${text}`,
});

test('node_modules is not read, even where the user replaces the default exclude', async () => {
  const site = await buildInMemory({
    ...config('exclude: [drafts]\n'),
    'node_modules/x/readme.txt': 'x',
    'a.txt': 'a',
  });
  assert.is(site.output('a.txt'), 'a');
  assert.is(site.output('node_modules/x/readme.txt'), null);
});

test('node_modules is read where include names it', async () => {
  const site = await buildInMemory({
    ...config('exclude: [drafts]\ninclude: [node_modules]\n'),
    'node_modules/x/a.txt': 'x',
  });
  assert.is(site.output('node_modules/x/a.txt'), 'x');
});

test('a broken page leaves the destination unchanged', async () => {
  const site = { '/out/old.html': 'old', 'a.html': '---\n---\n{% nope %}' };
  let fault: unknown;
  const files = await buildInMemory(site).catch((error) => {
    fault = error;
    return null;
  });
  assert.is(files, null);
  assert.instance(fault, BuildError);
  assert.is((fault as BuildError).diagnostic.code, 'liquid-unknown-tag');
});

test('cleaning keeps what keep_files names and removes the rest', async () => {
  const site = await buildInMemory(
    {
      ...config('keep_files: [kept, deep/inside.txt]\n'),
      'a.txt': 'a',
      '/out/old/page.html': 'old',
      '/out/kept/page.html': 'kept',
      '/out/keptalso.txt': 'kept by its prefix, as in Jekyll',
      '/out/deep/inside.txt': 'kept',
      '/out/deep/other.txt': 'old',
    },
    { force: true },
  );
  assert.is(site.output('old/page.html'), null);
  assert.is(site.output('kept/page.html'), 'kept');
  assert.is(site.output('keptalso.txt'), 'kept by its prefix, as in Jekyll');
  assert.is(site.output('deep/inside.txt'), 'kept');
  assert.is(site.output('deep/other.txt'), null);
});

test('of two pages with one URL the later is written, with a warning', async () => {
  const page = (text: string): string => `---\npermalink: /x.html\n---\n${text}`;
  const site = await buildInMemory({ 'a.html': page('first'), 'b.html': page('second') }, { compat: 'jekyll-4' });
  assert.is(site.output('x.html'), 'second');
  const told = site.diagnostics.filter((diagnostic) => diagnostic.code === 'destination-conflict');
  assert.is(told.length, 1);
  assert.is(told[0]!.severity, 'warning');
});

test('many conflicts are one warning, which names their sources', async () => {
  const page = (names: string): string => `---\nredirect_from: [${names}]\n---\n`;
  const files = { ...config('plugins: [jekyll-redirect-from]\n'), 'a.md': page('/x, /y'), 'b.md': page('/x, /y') };
  const site = await buildInMemory(files, { compat: 'jekyll-4' });
  const told = site.diagnostics.filter((diagnostic) => diagnostic.code === 'destination-conflict');
  assert.is(told.length, 1);
  assert.is(told[0]!.message, '2 paths are each the destination of several files, of which the last is written:');
  assert.equal(told[0]!.details, [
    'x.html: redirect_from in a.md, redirect_from in b.md',
    'y.html: redirect_from in a.md, redirect_from in b.md',
  ]);
});

test('a file where another needs a folder is an error that names both', async () => {
  const site = { 'a.txt/b.txt': 'b', 'c.html': '---\npermalink: /a.txt\n---\nc' };
  try {
    await buildInMemory(site);
    assert.unreachable();
  } catch (error) {
    assert.instance(error, BuildError);
    assert.match((error as BuildError).message, /a\.txt\/b\.txt.*c\.html/);
  }
});

test('the clock stands still: site.time, now and the future check', async () => {
  const site = await buildInMemory({
    'a.txt': '---\n---\n{{ site.time }} {{ "now" | date: "%F %T" }} {{ site.posts.size }}',
    '_posts/2026-11-23-today.md': '---\n---\ntoday',
    '_posts/2026-11-24-tomorrow.md': '---\n---\ntomorrow',
  });
  assert.is(site.output('a.txt'), '2026-11-23 12:00:00 +0000 2026-11-23 12:00:00 1');
  assert.ok(site.diagnostics.some((diagnostic) => diagnostic.code === 'future-post'));
});

test("a lexer that the sources don't name is loaded when a page needs it", async () => {
  const site = await buildInMemory({
    '_data/code.yml': 'text: "{% highlight ruby %}"',
    'a.md': '---\n---\n{% assign tick = "~~~" %}{{ tick }} ru{{ "by" }}\nputs 1\n{{ tick }}\n',
  });
  assert.match(site.output('a.html')!, /<span class="nb">puts<\/span>/);
});

test('a plugin written for liquidjs brings its tags and filters', async () => {
  const site = await buildInMemory(
    { 'a.txt': '---\n---\n{{ "ab" | shout }} {% hello world %}' },
    {
      liquidPlugins: [
        function () {
          this.registerFilter('shout', (text: string) => `${text.toUpperCase()}!`);
          this.registerTag('hello', {
            parse(token) {
              this.name = token.args;
            },
            render() {
              return `hello ${this.name}`;
            },
          });
        },
      ],
    },
  );
  assert.is(site.output('a.txt'), 'AB! hello world');
});

test('warnings point at the key: a missing layout, a renamed option', async () => {
  const site = await buildInMemory({
    ...config('gems: [jekyll-feed]\n'),
    'a.html': '---\ntitle: A\nlayout: gone\n---\nx',
  });
  const lineOf = (code: string): number | null => {
    const found = site.diagnostics.find((diagnostic) => diagnostic.code === code);
    return found?.span === undefined ? null : position(found.span.source, found.span.start).line;
  };
  assert.is(lineOf('layout-missing'), 3);
  assert.is(lineOf('config-renamed'), 5);
});

test('a warning points at a default in _config.yml that names a missing layout', async () => {
  const sets = 'defaults:\n  - nonsense\n  - { scope: { path: p }, values: { a: [{ layout: x }], layout: gone } }\n';
  const site = await buildInMemory({ ...config(sets), 'p/a.html': '---\n---\nx', 'b.html': '---\nlayout:\n---\nx' });
  const found = site.diagnostics.filter(({ code }) => code === 'layout-missing');
  assert.equal(
    found.map(({ span }) => [span!.source.path, position(span!.source, span!.start)]),
    [['_config.yml', { line: 7, column: 57 }]],
  );
});

test.run();
