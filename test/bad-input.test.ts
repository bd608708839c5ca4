// Authors' mistakes: a message with file, line and column, a hint, status 1, no stack, and the site that was
// built before is unchanged. Which of these stop the build was found out with real Jekyll, under both stacks.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { build } from '../src/build/node.ts';
import type { Compat } from '../src/config/stacks.ts';
import { BuildError } from '../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../src/files/memory.ts';
import { inFolder, run } from './cli/run.ts';

interface Case {
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** 'file:line:column', or a file if the position is unknown. */
  readonly at: string;
  /** What the message speaks of. */
  readonly says: RegExp;
  readonly includedFrom?: string;
}

const page = (body: string): string => `---\ntitle: Page\n---\n${body}\n`;
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

const STOPS: Readonly<Record<string, Case>> = {
  'a page whose address is the destination itself': {
    files: { LICENSE: '---\npermalink: "/."\n---\ntext\n' },
    at: 'LICENSE',
    says: /LICENSE would be written in place of the destination folder itself/,
  },
  'a permalink: false of a text file under jemoji': {
    files: { '_config.yml': 'plugins: [jemoji]\n', 'a.txt': '---\npermalink: false\n---\ntext\n' },
    at: 'a.txt:2:1',
    says: /The permalink of a\.txt is false, not a string/,
  },
  'a permalink: false of a text file under jekyll-mentions': {
    files: { '_config.yml': 'plugins: [jekyll-mentions]\n', 'a.txt': '---\npermalink: false\n---\ntext\n' },
    at: 'a.txt:2:1',
    says: /The permalink of a\.txt is false, not a string/,
  },
  "a link in code that jekyll-relative-links takes for a user's folder": {
    files: {
      '_config.yml': 'plugins: [jekyll-relative-links]\n',
      'a.md': page('[a](~/notes.md) [b](~root/notes.md) [c](./~notes.md) `[d](/~notes.md)`'),
    },
    at: 'a.md',
    says: /can't follow the link \/~notes\.md: user notes\.md doesn't exist/,
  },
  'a link with a NUL under jekyll-relative-links': {
    files: { '_config.yml': 'plugins: [jekyll-relative-links]\n', 'a.md': page('[a](b\0.md)') },
    at: 'a.md',
    says: /can't follow the link b.+\.md: path name contains null byte/,
  },
  "a path of pagination that is a user's folder": {
    files: {
      '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\npaginate_path: ~x/page:num\n',
      'a.html': page('text'),
    },
    at: '_config.yml:3:1',
    says: /paginate_path: ~x\/page:num: user x doesn't exist/,
  },
  "the path of a page that is a user's folder, under pagination": {
    files: { '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\n', 'a.html': '---\npath: ~x/a.html\n---\n' },
    at: 'a.html:2:1',
    says: /The path of a\.html is ~x\/a\.html: user x doesn't exist/,
  },
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
  'a collection without a name': {
    files: { '_config.yml': 'collections: [~]\n' },
    at: '_config.yml',
    says: /nil is not the name of a collection/,
  },
  'options of posts that are nil': {
    files: { '_config.yml': 'collections:\n  posts: yes please\n', 'a.md': page('text') },
    at: '_config.yml:2:3',
    says: /'posts' should be a mapping of options, but was: "yes please"/,
  },
  'options of a collection that are nil, once its document is read': {
    files: { '_config.yml': 'collections:\n  notes: true\n', '_notes/a.md': page('text') },
    at: '_config.yml:2:3',
    says: /'notes' should be a mapping of options, but was: true/,
  },
  'an address of a collection that is a number': {
    files: { '_config.yml': 'collections:\n  notes: { output: true, permalink: 1 }\n', '_notes/a.md': page('text') },
    at: '_config.yml:2:26',
    says: /'permalink' should be a string, but was: 1/,
  },
  'a mapping for the folder of collections': {
    files: { '_config.yml': 'collections: [notes]\ncollections_dir: {}\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /'collections_dir' should be a string, but was: \{\}/,
  },
  'a list for the folder of collections, once one is read': {
    files: { '_config.yml': 'collections: [notes]\ncollections_dir: [a, b]\n', 'a/b/_notes/a.md': page('text') },
    at: '_config.yml:2:1',
    says: /'collections_dir' should be a string, but was: \["a", "b"\]/,
  },
  'an option of a plugin that should be a list': {
    files: { '_config.yml': 'plugins: [jekyll-feed]\nfeed: { categories: news }\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /feed: categories should be a list, but is "news"/,
  },
  'options of a plugin that should be a mapping': {
    files: { '_config.yml': 'plugins: [jekyll-relative-links]\nrelative_links: true\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /relative_links should be a mapping, but is true/,
  },
  'redirect_from in the configuration that is a list': {
    files: { '_config.yml': 'plugins: [jekyll-redirect-from]\nredirect_from: [/a]\n', 'a.md': page('text') },
    at: '_config.yml:2:1',
    says: /redirect_from should be a mapping, but is \["\/a"\]/,
  },
  'pagination by a date': {
    files: { '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2020-02-03\n', 'index.html': '---\n---\n' },
    at: '_config.yml:2:1',
    says: /paginate: 2020-02-03 is not a number of posts/,
  },
  "a path of pagination that isn't a string": {
    files: { '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\npaginate_path: 1.5\n', 'a.html': '---\n---\n' },
    at: '_config.yml:3:1',
    says: /paginate_path should be a string, but is 1.5/,
  },
  'a plugins folder that is a number': {
    files: { '_config.yml': 'url: https://x.example\nplugins_dir: [a, 5]\n' },
    at: '_config.yml:2:1',
    says: /'plugins_dir' should be a string or a list of strings, but was: \["a", 5\]/,
  },
  'pagination by no posts, of no posts': {
    files: { '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 0\n', 'index.html': page('text') },
    at: '_config.yml:2:1',
    says: /paginate: 0 is not a number of posts per page/,
  },
  'a collection of feeds without options': {
    files: {
      '_config.yml': 'plugins: [jekyll-feed]\ncollections: [things]\nfeed: { collections: { things: } }\n',
      'a.md': page('text'),
    },
    at: '_config.yml:3:1',
    says: /feed: collections: things should be a mapping, but is nil/,
  },
  'an option of a type that Jekyll stops at': {
    files: { '_config.yml': 'url: https://x.example\nlayouts_dir: 5\n' },
    at: '_config.yml:2:1',
    says: /'layouts_dir' should be a string, but was: 5/,
  },
  'options of Sass that are a string': {
    files: { '_config.yml': 'url: https://x.example\nsass: compressed\n', 'a.scss': '---\n---\na { b: c }\n' },
    at: '_config.yml:2:1',
    says: /'sass' should be a mapping, but was: "compressed"/,
  },
  "options of Liquid that aren't strings": {
    files: { '_config.yml': 'url: https://x.example\nliquid: { error_mode: 5 }\n' },
    at: '_config.yml:2:1',
    says: /'liquid' should be a mapping with lax, warn or strict for error_mode, but was: \{"error_mode"=>5/,
  },
  'tags that broken front matter leaves as a string': {
    files: {
      '_config.yml': 'defaults:\n- scope: {path: ""}\n  values: {tags: one two}\n',
      '_posts/2020-01-01-a.md': '---\na: b: c\n---\ntext\n',
      'tags.html': page('{{ site.tags | size }}'),
    },
    at: '_posts/2020-01-01-a.md',
    says: /The tags of _posts\/2020-01-01-a\.md are "one two", not a list/,
  },
  "a path that isn't a string": {
    files: { '_layouts/l.html': '{{ content }}', 'a.md': '---\nlayout: l\npath: 1.5\n---\ntext\n' },
    at: 'a.md:3:1',
    says: /The path of a\.md is 1\.5, not a string/,
  },
  'an empty path, where readme-index looks at all pages': {
    files: {
      '_config.yml': 'plugins: [jekyll-readme-index]\nreadme_index: { with_frontmatter: true }\n',
      'a.md': '---\npath:\n---\ntext\n',
    },
    at: 'a.md:2:1',
    says: /The path of a\.md is nil, not a string/,
  },
  'an empty path of a page with Liquid': {
    files: { 'a.md': '---\npath:\n---\n{{ page.url }}\n' },
    at: 'a.md:2:1',
    says: /The path of a\.md is nil, not a string/,
  },
  'an empty path under pagination': {
    files: {
      '_config.yml': 'plugins: [jekyll-paginate]\npaginate: 2\n',
      '_posts/2020-01-01-a.md': page('text'),
      'index.html': '---\npath: true\n---\ntext\n',
    },
    at: 'index.html:2:1',
    says: /The path of index\.html is true, not a string/,
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
  "a slug that isn't a string": {
    files: { '_posts/2020-01-01-a.md': '---\ntitle: x\nslug: 12\n---\ntext\n' },
    at: '_posts/2020-01-01-a.md:3:1',
    says: /The slug of _posts\/2020-01-01-a\.md is 12, not a string/,
  },
  'exclude that is a mapping': {
    files: { '_config.yml': 'url: https://x.example\nexclude: { vendor: true }\n' },
    at: '_config.yml:2:1',
    says: /'exclude' should be set as an array, but was: \{"vendor"=>true\}/,
  },
  "a YAML file in a collection that isn't a mapping": {
    files: { '_config.yml': 'collections: [things]\n', '_things/a.yml': '---\n- one\n- two\n' },
    at: '_things/a.yml:1:1',
    says: /The YAML in _things\/a\.yml is \["one", "two"\], not a mapping/,
  },
  'broken YAML in a YAML file of a collection': {
    files: { '_config.yml': 'collections: [things]\n', '_things/a.yml': '---\na: b: c\n' },
    at: '_things/a.yml:2:5',
    says: /mapping values are not allowed/,
  },
  "a file name that can't be part of a URL": {
    files: { 'a b:c.md': page('text') },
    at: 'a b:c.md',
    says: /'a b:c' can't be part of a URL: Invalid scheme format: 'a b'/,
  },
  'invalid CoffeeScript': {
    files: { '_config.yml': 'plugins: [jekyll-coffeescript]\n', 'a.coffee': '---\n---\na = 1\nif if\n' },
    at: 'a.coffee:4:1',
    says: /unexpected if/,
  },
  'CoffeeScript that Liquid has changed': {
    files: { '_config.yml': 'plugins: [jekyll-coffeescript]\n', 'a.coffee': '---\n---\na = {{ 1 }}\nif if\n' },
    at: 'a.coffee',
    says: /unexpected if/,
  },
  'an avatar without a user': {
    files: { '_config.yml': 'plugins: [jekyll-avatar]\n', 'a.md': page('{% avatar user=page.no.body %}') },
    at: 'a.md:4:1',
    says: /undefined method `\[\]' for nil/,
  },
  'an unknown tag': {
    files: { 'a.md': page('One.\n\n  {% figgure %}') },
    at: 'a.md:6:3',
    says: /Unknown tag 'figgure'/,
  },
  'a block that is not closed': {
    files: { 'a.md': page('{% if page.title %}yes') },
    at: 'a.md:4:1',
    says: /'if' tag was never closed/,
  },
  'a missing include': {
    files: { 'a.md': page('text {% include no.html %}') },
    at: 'a.md:4:6',
    says: /no\.html/,
  },
  'an include in a missing include': {
    files: { 'a.md': page('{% include one.html %}'), '_includes/one.html': '<b>\n{% include two.html %}\n</b>' },
    at: '_includes/one.html:2:1',
    says: /two\.html/,
    includedFrom: 'a.md:4:1',
  },
  'a cycle of includes': {
    files: {
      'a.md': page('{% include x.html %}'),
      '_includes/x.html': '{% include y.html %}',
      '_includes/y.html': '{% include x.html %}',
    },
    at: '_includes/',
    says: /nest|circle|cycle|itself/i,
  },
  'an include that leads out of the site': {
    files: { 'a.md': page('{% include ../_config.yml %}') },
    at: 'a.md:4:1',
    says: /\.\.\/_config\.yml/,
  },
  'broken YAML in the configuration': {
    files: { '_config.yml': 'title: "open\nurl: x\n' },
    at: '_config.yml:',
    says: /./,
  },
  'broken YAML in data': {
    files: { '_data/people.yml': '- name: A\n  - b: c\n bad' },
    at: '_data/people.yml:',
    says: /./,
  },
  'a comment of JavaScript in JSON': {
    files: { '_data/cv.json': '{\n  // c "b"\n  "a": 1\n}\n' },
    at: '_data/cv.json:3:6',
    says: /did not find expected ',' or '}' while parsing a flow mapping at line 1 column 1[\s\S]*start them with `#`/,
  },
  'a key of a flow mapping on another line than its colon': {
    files: { '_data/m.yml': 'm: {x\n  y: 1}\n' },
    at: '_data/m.yml:2:4',
    says: /did not find expected ',' or '}' while parsing a flow mapping at line 1 column 4/,
  },
  'half a character in JSON': {
    files: { '_data/x.json': '{"a": "\\ud83d\\ude00"}\n' },
    at: '_data/x.json:1:8',
    says: /invalid Unicode character escape code[\s\S]*ensure_ascii=False/,
  },
  'a level of a table of contents that is a number': {
    files: { '_config.yml': 'url: https://x.example\nkramdown:\n  toc_levels: 2\n', 'a.md': page('text') },
    at: '_config.yml:3:3',
    says: /toc_levels[\s\S]*Write one level in quotes, `toc_levels: "2"`/,
  },
  'a rule as the first line of a page': {
    files: { 'README.md': '---\n# Title\n\nSome words.\n\n---\nMore words.\n' },
    at: 'README.md:1:1',
    says: /Invalid YAML front matter in README\.md[\s\S]*write `\*\*\*`/,
  },
  'a default date that YAML reads as a date': {
    files: {
      '_config.yml': 'url: https://x.example\ndefaults:\n- scope: {path: ""}\n  values: {date: 2020-01-01}\n',
      'a.md': page('x'),
    },
    at: '_config.yml',
    says: /Invalid date '2020-01-01'/,
  },
  "keep_files that isn't a list": {
    files: { '_config.yml': 'url: https://x.example\nkeep_files: admin\n' },
    at: '_config.yml:2:1',
    says: /'keep_files' should be set as an array, but was: "admin"/,
  },
  'a permalink that is empty': {
    files: { 'a.md': '---\npermalink: ""\n---\nText\n' },
    at: 'a.md:1:1',
    says: /Invalid permalink in a\.md/,
  },
  "a permalink that isn't a string": {
    files: { 'a.md': '---\npermalink: 404\n---\nText\n' },
    at: 'a.md:2:1',
    says: /permalink of a\.md is 404, not a string/,
  },
  "a post's permalink that isn't a string": {
    files: { '_posts/2020-01-01-x.md': '---\ntitle: x\npermalink: [a]\n---\nText\n' },
    at: '_posts/2020-01-01-x.md:3:1',
    says: /permalink of _posts\/2020-01-01-x\.md is \["a"\], not a string/,
  },
  'an unknown placeholder in a permalink': {
    files: { '_posts/2020-01-01-x.md': '---\npermalink: /:yaer/\n---\nText\n' },
    at: '_posts/2020-01-01-x.md',
    says: /The URL template doesn't have yaer keys/,
  },
  'a footnote that is referenced and empty': {
    files: { 'a.md': page('x[^a]\n\n[^a]:[^b]:') },
    at: 'a.md',
    says: /footnote/,
  },
  "front matter that isn't a mapping": {
    files: { 'a.md': '---\n- a\n---\nText\n' },
    at: 'a.md:1:1',
    says: /Invalid YAML front matter in a\.md/,
  },
  'broken front matter with strict_front_matter': {
    files: {
      '_config.yml': 'title: x\nurl: https://x.example\nstrict_front_matter: true\n',
      'a.md': '---\ntitle: One: two\n---\n',
    },
    at: 'a.md:2:11',
    says: /mapping values are not allowed/,
  },
  'a link to a missing page': {
    files: { 'a.md': page('[x]({% link b.md %})') },
    at: 'a.md:4:5',
    says: /b\.md/,
  },
  'an excerpt that renders itself': {
    files: { '_posts/2020-01-01-x.md': page('{{ page }}'), 'index.html': page('{{ site.posts.first.excerpt }}') },
    at: '_posts/2020-01-01-x.md:4:1',
    says: /The excerpt of _posts\/2020-01-01-x\.md renders itself/,
  },
  'an error in an excerpt': {
    files: {
      '_posts/2020-01-01-x.md': page('{{ page.next.excerpt }}'),
      '_posts/2020-01-02-y.md': page('Fine.\nLink [a] and {{ "x" | date: "%Y" | divided_by: 0 }}\n\nMore\n\n[a]: /a'),
    },
    at: '_posts/2020-01-02-y.md:5:14',
    says: /5 \| Link \[a\] and/,
  },
  'an error in a link definition that an excerpt includes': {
    files: {
      '_posts/2020-01-01-x.md': page('{{ page.next.excerpt }}'),
      '_posts/2020-01-02-y.md': page('Link [a]\n\nMore\n\n[b]: /b\n[a]: /{{ 1 | divided_by: 0 }}'),
    },
    at: '_posts/2020-01-02-y.md:9:7',
    says: /9 \| \[a\]: \//,
  },
  'an error in a page whose links jekyll-relative-links has changed': {
    files: {
      '_config.yml': 'title: x\nurl: https://x.example\nplugins: [jekyll-relative-links]\n',
      'a.md': page('[b](b.md)\n\nThree {{ 1 | divided_by: 0 }}\n\n[c](b.md)'),
      'b.md': page('x'),
    },
    at: 'a.md:6:7',
    says: /6 \| Three/,
  },
  'an invalid date': {
    files: { '_posts/2020-01-01-x.md': '---\ndate: someday\n---\n' },
    at: '_posts/2020-01-01-x.md',
    says: /date/i,
  },
  'a Sass error': {
    files: { 'main.scss': '---\n---\na {\n  color: $nope;\n}\n' },
    at: 'main.scss:4:10',
    says: /Undefined variable/,
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
  "load paths of Sass that aren't a list": {
    files: { '_config.yml': 'sass: { load_paths: false }\n', 'a.scss': '---\n---\na { b: c }\n' },
    at: '_config.yml',
    says: /'load_paths' should be a list of strings, but was: false/,
  },
  'a layout with an unknown tag': {
    files: { 'a.md': '---\nlayout: l\n---\n', '_layouts/l.html': '<p>\n{{ content }}\n{% nope %}</p>' },
    at: '_layouts/l.html:3:1',
    says: /Unknown tag 'nope'/,
  },
};

for (const [name, { files, at, says, includedFrom }] of Object.entries(STOPS)) {
  for (const compat of ['github-pages', 'jekyll-4']) {
    test(`${name}, as ${compat}`, async () => {
      const old = { 'out/index.html': 'the last good site' };
      await inFolder({ '_config.yml': 'title: x\nurl: https://x.example\n', ...files, ...old }, async (folder) => {
        const args = ['-q', '-s', folder, '-d', join(folder, 'out'), '--compat', compat];
        const { status, out, err } = await run(folder, args, { PAGES_REPO_NWO: 'me/site' });
        assert.is(status, 1, out + err);
        assert.match(err, /^Error: /);
        assert.match(err, says);
        assert.ok(err.includes(at), `no ${at} in:\n${err}`);
        if (includedFrom !== undefined) assert.match(err, `included from ${includedFrom}`);
        assert.match(err, /^ {2}Hint: /m);
        assert.not.match(err, 'build-site itself');
        assert.not.match(err, /^\s+at .*\.(?:ts|js):\d+/m);
        assert.equal(readdirSync(join(folder, 'out')), ['index.html']);
        assert.is(readFileSync(join(folder, 'out/index.html'), 'utf8'), 'the last good site');
      });
    });
  }
}

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

const GOES_ON: Readonly<Record<string, Case>> = {
  'broken YAML in front matter': {
    files: { 'a.md': '---\ntitle: "open\n---\nText\n' },
    at: 'a.md:',
    says: /./,
  },
  'a link as a key in front matter, which other parsers than libyaml read': {
    files: { 'a.md': '---\nlinks:\n- [Paper](http://x.example): 2020\n---\nText\n' },
    at: 'a.md:3:10',
    says: /did not find expected key while parsing a block mapping at line 3 column 3[\s\S]*quotes around the whole/,
  },
  'a rule as the first line of a page, with a colon later': {
    files: { 'README.md': '---\n\n* Note: one: two\n\n---\nMore words.\n' },
    at: 'README.md:3',
    says: /YAML Exception reading README\.md[\s\S]*write `\*\*\*`/,
  },
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
  'a missing layout': {
    files: { 'a.md': '---\nlayout: nope\n---\nText\n' },
    at: 'a.md',
    says: /layout 'nope'/i,
  },
  'a configuration that is a list': {
    files: { '_config.yml': '- a\n- b\n' },
    at: '_config.yml',
    says: /./,
  },
};

for (const [name, { files, at, says }] of Object.entries(GOES_ON)) {
  for (const compat of ['github-pages', 'jekyll-4']) {
    test(`${name} is a warning, as ${compat}`, async () => {
      await inFolder(
        { '_config.yml': 'title: x\nurl: https://x.example\n', 'index.html': page('fine'), ...files },
        async (folder) => {
          const args = ['-s', folder, '-d', join(folder, 'out'), '--compat', compat];
          const { status, err } = await run(folder, args, { PAGES_REPO_NWO: 'me/site' });
          assert.is(status, 0, err);
          assert.match(err, /^Warning: /);
          assert.match(err, says);
          assert.ok(err.includes(at), `no ${at} in:\n${err}`);
          assert.is(readFileSync(join(folder, 'out/index.html'), 'utf8').trim(), 'fine');
        },
      );
    });
  }
}

/** Stops one stack with these words, but not the other. */
async function stopsOnly(compat: Compat, files: Readonly<Record<string, string>>, says: string): Promise<void> {
  const as = (stack: Compat) => {
    const below = Object.entries(files).map(([path, text]) => [`/site/${path}`, text]);
    const site = new MemoryFiles(Object.fromEntries(below));
    return build({ source: '/site', destination: '/out', offline: true, files: site, compat: stack });
  };
  await as(compat === 'jekyll-4' ? 'github-pages' : 'jekyll-4');
  try {
    await as(compat);
  } catch (error) {
    assert.instance(error, BuildError);
    assert.match((error as BuildError).message, says);
    return;
  }
  assert.unreachable('the build goes on');
}

test('an unknown value for a source map stops Jekyll 4, the only one to make them', () =>
  stopsOnly(
    'jekyll-4',
    {
      '_config.yml': 'url: https://x.example\nsass: { sourcemap: 5 }\n',
      'a.scss': '---\n---\na { b: c }\n',
    },
    "'sourcemap' should be always, never or development, but was: 5",
  ));

test('the excerpt of a page that describes itself stops Jekyll 4, the only one with excerpts of pages', () =>
  stopsOnly(
    'jekyll-4',
    {
      '_config.yml': 'url: https://x.example\nplugins: [jekyll-seo-tag]\npage_excerpts: true\n',
      'a.md': page('{% seo %}'),
    },
    'The excerpt of a.md renders itself recursively',
  ));

test('bytes that are not UTF-8 stop jekyll-relative-links 0.9, the only version that looks at the output', () =>
  stopsOnly(
    'jekyll-4',
    { '_config.yml': 'url: https://x.example\nplugins: [jekyll-relative-links]\n', 'a.md': page('&#xD800;') },
    "jekyll-relative-links can't read the output of a.md: it is not valid UTF-8",
  ));

test("a word limit that isn't a number stops jekyll-seo-tag 2.9, the only version that counts words", () =>
  stopsOnly(
    'jekyll-4',
    {
      '_config.yml': 'url: https://x.example\nplugins: [jekyll-seo-tag]\n',
      'a.html': '---\ndescription: one two\nseo_description_max_words: "1"\n---\n{% seo %}\n',
    },
    'no implicit conversion of Integer into String',
  ));

for (const pattern of ['.*', '', '?']) {
  test(`include: '${pattern}' stops 3.10, which would enter '.' endlessly`, () =>
    stopsOnly(
      'github-pages',
      { '_config.yml': `url: https://x.example\ninclude: ["${pattern}"]\n`, 'a.md': page('text') },
      `include: '${pattern}' also matches '.' and '..'`,
    ));
}

test("a plugin whose name isn't a string: 4.x stops, GitHub Pages has no such plugin", () =>
  stopsOnly(
    'jekyll-4',
    { '_config.yml': 'url: https://x.example\ntheme: null\nplugins: [jekyll-feed, 5]\n', 'a.md': page('text') },
    `'plugins' should be a list of strings, but was: ["jekyll-feed", 5]`,
  ));

test('a list that is written as a string: 3.10 splits it, 4.x stops', async () => {
  const files = {
    '_config.yml': 'title: x\nurl: https://x.example\nexclude: a.txt, b.txt\n',
    'a.txt': 'a',
    'c.txt': 'c',
  };
  await inFolder(files, async (folder) => {
    const build = (compat: string) =>
      run(folder, ['-s', folder, '-d', join(folder, 'out'), '--compat', compat], { PAGES_REPO_NWO: 'me/site' });
    const three = await build('github-pages');
    assert.is(three.status, 0, three.err);
    assert.match(three.err, '_config.yml:3:1');
    assert.not(readdirSync(join(folder, 'out')).includes('a.txt'));
    const four = await build('jekyll-4');
    assert.is(four.status, 1);
    assert.match(four.err, `'exclude' should be set as an array, but was: "a.txt, b.txt"`);
  });
});

for (const [what, destination, says] of [
  ['a file', 'out/kept.txt', /kept\.txt: it is a file/],
  ['below a file', 'out/kept.txt/site', /kept\.txt\/site: .*kept\.txt is a file/],
  ['the source', 'site', /cannot be or contain the Source directory/],
  ['above the source', '.', /cannot be or contain the Source directory/],
] as const) {
  test(`a destination that is ${what}`, async () => {
    await inFolder({ 'site/index.md': page('text'), 'out/kept.txt': 'kept' }, async (folder) => {
      const { status, err } = await run(folder, ['-s', 'site', '-d', destination]);
      assert.is(status, 1);
      assert.match(err, says);
      assert.match(err, /Hint: .*--destination/);
      assert.equal(readdirSync(join(folder, 'site')), ['index.md']);
      assert.is(readFileSync(join(folder, 'out/kept.txt'), 'utf8'), 'kept');
    });
  });
}

class Vanishing extends MemoryFiles {
  gone = '';
  override read(path: string): Uint8Array {
    if (path === this.gone) this.remove(path);
    return super.read(path);
  }
  override copy(from: string, to: string): void {
    if (from === this.gone) this.remove(from);
    super.copy(from, to);
  }
}

for (const gone of ['/site/_includes/x.html', '/site/picture.png']) {
  test(`a file that vanishes while the site is built: ${gone}`, async () => {
    const files = new Vanishing({
      '/site/index.html': page('{% include x.html %}'),
      '/site/_includes/x.html': 'x',
      '/site/picture.png': 'png',
    });
    files.gone = gone;
    try {
      await build({ source: '/site', destination: '/out', files, compat: 'jekyll-4' });
      assert.unreachable();
    } catch (error) {
      assert.instance(error, BuildError);
      const { code, message, hint } = (error as BuildError).diagnostic;
      assert.is(code, 'file-unreadable');
      assert.match(message, gone);
      assert.match(hint ?? '', 'during the build');
    }
  });
}

test.run();
