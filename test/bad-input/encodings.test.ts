// Bytes that are not in the encoding of the site, and references to characters that do not exist.

import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../../src/build/node.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { latin1, page, testStops, testWarnings } from './check.ts';

testStops({
  'an invalid character reference under jemoji': {
    files: { '_config.yml': 'plugins: [jemoji]\n', 'a.md': page('&#xD800;') },
    at: 'a.md',
    says: /The output of a\.md is not valid UTF-8/,
  },
  'an invalid character reference in a header': {
    files: { 'a.md': page('# T &#xD800;') },
    at: 'a.md',
    says: /The header 'T .+' has an invalid character reference/,
  },
  'an invalid character reference in a list': {
    files: { 'a.md': page('* &#xD800;') },
    at: 'a.md',
    says: /A list item.* has an invalid character reference/,
  },
  'an invalid character reference beside a table of contents': {
    files: { 'a.md': page('* x\n{:toc}\n\n&#xD800;\n\n# H') },
    at: 'a.md',
    says: /a document with a table of contents.* has an invalid character reference/,
  },
  'an invalid character reference with placed footnotes': {
    files: { 'a.md': page('* x\n{:footnotes}\n\n&#xD800;[^1]\n\n[^1]: y') },
    at: 'a.md',
    says: /placed footnotes, has an invalid character reference/,
  },
  'an invalid character reference whose tags are removed': {
    files: { 'a.html': page("{{ '&#xD800;' | markdownify | strip_html }}") },
    at: 'a.html:4:1',
    says: /invalid byte sequence in UTF-8/,
  },
  'an invalid character reference whose white space is normalised': {
    files: { 'a.html': page("{{ '&#xD800;' | markdownify | normalize_whitespace }}") },
    at: 'a.html:4:1',
    says: /invalid byte sequence in UTF-8/,
  },
  'an invalid character reference in JSON': {
    files: { 'a.html': page("{{ '&#xD800;' | markdownify | jsonify }}") },
    at: 'a.html:4:1',
    says: /malformed utf-8/,
  },
  'a page that is not UTF-8, which jemoji looks into': {
    files: { '_config.yml': 'plugins: [jemoji]\n', 'a.html': latin1('---\n---\nCaf\xe9\n') },
    at: 'a.html:3:4',
    says: /The file is not valid UTF-8/,
  },
  'a page that is not UTF-8, with an @ that jekyll-mentions looks for': {
    files: { '_config.yml': 'plugins: [jekyll-mentions]\n', 'a.html': latin1('---\n---\nCaf\xe9 @me\n') },
    at: 'a.html:3:4',
    says: /The file is not valid UTF-8/,
  },
  'a page that is not UTF-8': {
    files: { 'a.md': latin1('---\ntitle: Caf\xe9\n---\n') },
    at: 'a.md',
    says: /UTF-8/,
  },
  'a page with Liquid that is not UTF-8': {
    files: { 'a.html': latin1('---\n---\nCaf\xe9 {{ page.url }}\n') },
    at: 'a.html:3:4',
    says: /UTF-8/,
  },
  'a page that is not UTF-8, strictly': {
    files: { '_config.yml': 'strict_front_matter: true\n', 'a.html': latin1('---\n---\nCaf\xe9\n') },
    at: 'a.html:3:4',
    says: /UTF-8/,
  },
  'a layout that is not UTF-8': {
    files: { 'a.html': '---\nlayout: l\n---\n', '_layouts/l.html': latin1('<p>\xe9{{ content }}') },
    at: '_layouts/l.html:1:4',
    says: /UTF-8/,
  },
  'a page that is not in the encoding of the site': {
    files: { '_config.yml': 'encoding: us-ascii\n', 'a.md': '---\n---\nCaf\u00e9\n' },
    at: 'a.md:3:4',
    says: /US-ASCII/,
  },
});

testWarnings({
  'a post that is not UTF-8': {
    files: { '_posts/2020-01-01-x.md': latin1('---\ntitle: Caf\xe9\n---\n') },
    at: '_posts/2020-01-01-x.md',
    says: /UTF-8/,
  },
  'a page that is not UTF-8 and needs no rendering': {
    files: { 'a.html': latin1('---\n---\nCaf\xe9\n') },
    at: 'a.html:3:4',
    says: /UTF-8/,
  },
  'an encoding that Ruby does not know': {
    files: { '_config.yml': 'title: x\nencoding: klingon\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /Unknown encoding 'klingon'/,
  },
});

// Each filter was tried in Jekyll with bytes that are not UTF-8.
for (const filter of [
  ...['upcase', 'downcase', 'capitalize', 'escape_once', 'newline_to_br', 'strip_newlines', 'strip_html', 'url_decode'],
  ...['number_of_words', 'slugify', 'normalize_whitespace', 'truncatewords: 2', 'split: " "', 'split: " " | join: " "'],
  ...[
    'markdownify',
    'smartify',
    'scssify',
    'strip_index',
    'relative_url',
    'absolute_url',
    'plus: 1',
    'strip',
    'lstrip',
  ],
]) {
  test(`bytes that are not UTF-8 stop ${filter}`, async () => {
    for (const compat of ['github-pages', 'jekyll-4'] as const) {
      const site = new MemoryFiles({
        '/site/a.html': page(
          `{% capture x %}{{ '&#xD800;' | markdownify | slice: 3, 9 }}{% endcapture %}{{ x | ${filter} }}`,
        ),
      });
      try {
        await build({ source: '/site', destination: '/out', offline: true, files: site, compat });
        assert.unreachable(compat);
      } catch (error) {
        assert.instance(error, BuildError);
        assert.is((error as BuildError).diagnostic.code, 'liquid-not-utf-8');
      }
    }
  });
}

test('bytes that are not UTF-8 pass through filters that leave them alone', async () => {
  const text =
    "{{ '&#xD800;' | markdownify | prepend: 'x' | append: 'y' | rstrip | replace: 'x', 'z' | escape | truncate: 99 }}";
  const site = new MemoryFiles({ '/site/a.html': page(text) });
  await build({ source: '/site', destination: '/out', offline: true, files: site, compat: 'jekyll-4' });
  assert.match(Buffer.from(site.read('/out/a.html')).toString('latin1'), /^z&lt;p&gt;\xed\xa0\x80&lt;\/p&gt;\ny\n$/);
});

test.run();
