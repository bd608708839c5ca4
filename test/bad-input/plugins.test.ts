// Mistakes that a plugin finds.

import { test } from 'uvu';
import { page, stopsOnly, testStops } from './check.ts';

testStops({
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
  'a level of a table of contents that is a number': {
    files: { '_config.yml': 'url: https://x.example\nkramdown:\n  toc_levels: 2\n', 'a.md': page('text') },
    at: '_config.yml:3:3',
    says: /toc_levels[\s\S]*Write one level in quotes, `toc_levels: "2"`/,
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
});

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

test.run();
