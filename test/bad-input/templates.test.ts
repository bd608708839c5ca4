// Templates, layouts and excerpts with mistakes.

import { test } from 'uvu';
import { page, testStops, testWarnings } from './check.ts';

testStops({
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
  'a layout with an unknown tag': {
    files: { 'a.md': '---\nlayout: l\n---\n', '_layouts/l.html': '<p>\n{{ content }}\n{% nope %}</p>' },
    at: '_layouts/l.html:3:1',
    says: /Unknown tag 'nope'/,
  },
});

testWarnings({
  'a missing layout': {
    files: { 'a.md': '---\nlayout: nope\n---\nText\n' },
    at: 'a.md',
    says: /layout 'nope'/i,
  },
});

test.run();
