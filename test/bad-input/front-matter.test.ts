// Front matter, file names and permalinks with mistakes.

import { test } from 'uvu';
import { page, testStops, testWarnings } from './check.ts';

testStops({
  'a page whose address is the destination itself': {
    files: { LICENSE: '---\npermalink: "/."\n---\ntext\n' },
    at: 'LICENSE',
    says: /LICENSE would be written in place of the destination folder itself/,
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
  "a slug that isn't a string": {
    files: { '_posts/2020-01-01-a.md': '---\ntitle: x\nslug: 12\n---\ntext\n' },
    at: '_posts/2020-01-01-a.md:3:1',
    says: /The slug of _posts\/2020-01-01-a\.md is 12, not a string/,
  },
  "a file name that can't be part of a URL": {
    files: { 'a b:c.md': page('text') },
    at: 'a b:c.md',
    says: /'a b:c' can't be part of a URL: Invalid scheme format: 'a b'/,
  },
  'a rule as the first line of a page': {
    files: { 'README.md': '---\n# Title\n\nSome words.\n\n---\nMore words.\n' },
    at: 'README.md:1:1',
    says: /Invalid YAML front matter in README\.md[\s\S]*write `\*\*\*`/,
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
  'an invalid date': {
    files: { '_posts/2020-01-01-x.md': '---\ndate: someday\n---\n' },
    at: '_posts/2020-01-01-x.md',
    says: /date/i,
  },
});

testWarnings({
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
});

test.run();
