// Which engine `markdown:` names, and which messages a site gets (Jekyll 3.10.0 under github-pages 232, 4.4.1).

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { buildInMemory } from '../site/memory-site.ts';

const PAGE = '---\n---\n# a *b*\n~~x~~ -- "c"\n';
const KRAMDOWN = '<h1 id="a-b">a <em>b</em></h1>\n<p><del>x</del> – “c”</p>\n';
const COMMONMARK = '<h1 id="a-embem">a <em>b</em></h1>\n<p><del>x</del> -- &quot;c&quot;</p>\n';

const site = (markdown: string, more = '') => ({
  '_config.yml': `theme: null\nmarkdown: ${markdown}\n${more}`,
  'a.md': PAGE,
});

for (const [name, html] of [
  ['GFM', COMMONMARK],
  ['gfm', COMMONMARK],
  ['CommonMark', KRAMDOWN],
  ['redcarpet', KRAMDOWN],
  ['null', KRAMDOWN],
  ['5', KRAMDOWN],
] as const) {
  test(`github-pages: markdown: ${name}`, async () => {
    const { output } = await buildInMemory(site(name), { compat: 'github-pages' });
    assert.is(output('a.html'), html);
  });
}

for (const [compat, name] of [
  ['github-pages', 'commonmarkghpages'],
  ['jekyll-4', 'GFM'],
  ['jekyll-4', 'CommonMark'],
  ['jekyll-4', '5'],
] as const) {
  test(`${compat}: markdown: ${name} stops the build`, async () => {
    try {
      await buildInMemory(site(name), { compat });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, BuildError);
      assert.is((error as BuildError).diagnostic.code, 'markdown-processor');
      assert.match((error as BuildError).message, `Invalid Markdown processor given: ${name}`);
    }
  });
}

test("a processor that pages don't need isn't an error", async () => {
  const { 'a.md': _, ...none } = site('nosuch');
  const { output } = await buildInMemory({ ...none, 'b.html': '---\n---\nx' }, { compat: 'jekyll-4' });
  assert.is(output('b.html'), 'x');
});

const CODE = '---\n---\n```ruby\nputs 1\n```\n\nIt is `x`{:.language-ruby} and $$a$$.\n';
const LINE_NUMBERS =
  '<div class="language-ruby highlighter-rouge"><div class="highlight"><pre class="highlight"><code>' +
  '<table class="rouge-table"><tbody><tr><td class="rouge-gutter gl"><pre class="lineno">1\n</pre></td>' +
  '<td class="rouge-code"><pre><span class="nb">puts</span> <span class="mi">1</span>\n</pre></td></tr></tbody></table>' +
  '</code></pre></div></div>\n';

for (const compat of ['github-pages', 'jekyll-4'] as const) {
  test(`${compat}: kramdown.coderay of old sites numbers lines`, async () => {
    const more = 'kramdown:\n  coderay:\n    coderay_line_numbers: nil\n';
    const files = { '_config.yml': `theme: null\n${more}`, 'a.md': CODE };
    const { output, diagnostics } = await buildInMemory(files, { compat });
    assert.ok(output('a.html')!.startsWith(LINE_NUMBERS), output('a.html')!);
    assert.equal(
      diagnostics.map(({ code }) => code),
      ['kramdown-coderay', 'kramdown-coderay'],
    );
  });
}

for (const [option, message] of [
  ['syntax_highlighter: coderay', "build-site doesn't have kramdown-syntax-coderay"],
  ['enable_coderay: true', "build-site doesn't have kramdown-syntax-coderay"],
  ['math_engine: katex', "build-site doesn't have kramdown-math-katex"],
] as const) {
  test(`jekyll-4: ${option} stops the build, on GitHub Pages it is ignored`, async () => {
    const files = { '_config.yml': `theme: null\nkramdown:\n  ${option}\n`, 'a.md': CODE };
    const { output } = await buildInMemory(files, { compat: 'github-pages' });
    assert.match(output('a.html')!, '<span class="n">x</span></code> and \\(a\\).');
    try {
      await buildInMemory(files, { compat: 'jekyll-4' });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, BuildError);
      assert.is((error as BuildError).message, message);
    }
  });
}

test('jekyll-4: without an engine, formulas and code are printed unchanged', async () => {
  const config = 'theme: null\nkramdown:\n  math_engine: null\n  syntax_highlighter: nope\n';
  const { output } = await buildInMemory({ '_config.yml': config, 'a.md': CODE }, { compat: 'jekyll-4' });
  assert.is(
    output('a.html'),
    '<pre><code class="language-ruby">puts 1\n</code></pre>\n\n' +
      '<p>It is <code class="language-ruby">x</code> and <span class="kdmath">$a$</span>.</p>\n',
  );
});

test('unknown options and extensions of CommonMark are named', async () => {
  const more = 'commonmark:\n  options: [smart, NOSUCH]\n  extensions: [table, no-such]\n';
  const { diagnostics, output } = await buildInMemory(site('CommonMarkGhPages', more), { compat: 'github-pages' });
  assert.equal(
    diagnostics.map(({ message }) => message),
    ['CommonMark: NOSUCH is not a valid option', 'CommonMark: no-such is not a valid extension'],
  );
  assert.is(output('a.html'), '<h1 id="a-embem">a <em>b</em></h1>\n<p>~~x~~ – “c”</p>\n');
});

test.run();
