// Makes test/commonmark/fixtures/cases.json with the real jekyll-commonmark-ghpages, or checks that it is what that writes.
//
//   REFERENCE=COMMAND npm run goldens -- [--write] commonmark
//
// Each construct of scripts/diff/commonmark-documents.ts alone and in a list, under what GitHub Pages sets and under other
// options, random documents made of them, and what the differential runs have shown (below).

import { readFileSync, writeFileSync } from 'node:fs';
import {
  BLOCKS,
  type CommonMarkCase,
  PAGES,
  randomCommonMark,
  randomSettings,
  SPANS,
} from '../diff/commonmark-documents.ts';
import { referenceCommand } from '../diff/differential.ts';
import { Random } from '../diff/kramdown-documents.ts';
import { Reference } from '../diff/reference.ts';

interface Golden extends CommonMarkCase {
  readonly html?: string;
}

const path = new URL('../../test/commonmark/fixtures/cases.json', import.meta.url);

const SHOWN: readonly string[] = [
  '```',
  '<textarea\n',
  'b<![cdata[]]>',
  'xmpp:@.c@e',
  '.mailto:@.c',
  '[](b (())',
  '[](b ))',
  '`\n`',
  '*<!----->',
  '0) >\n   ---\n\n   a',
  '`` ` ` ` `',
  '^\n1. \f',
  'a<!--a<![CDATA[]]>',
  ']<!--<!A >',
  '[Ref]:l\n"e"[Ref]',
  '- a\n\n  ```\n  b\n\n\n  ```\n- c',
  '* a\n *  b\n     c',
  '[^\ufeff\n[]  \v]',
  '[\\^a] [\\^b\nc] [\\^*d*] e',
  '- a\n\n  [b]: c\n***\n\n- d\n\n  [e]: f\n\n***\n1. g\n\n   [h]: i\n+ j\n  - k\n\n    [l]: m\n  # n',
  '``` ,\na\n```\n\n```,b\nc\n```\n\n~~~\v\nd\n',
];

/** For SOURCEPOS. */
const POSITIONED: readonly string[] = [
  ' #',
  '- #\n# a #  \n## b \n#  \nc',
  '\ufeffa\n> ä\n> 2. ö\nü\n',
  '> ```\n> a\nb\n> ~~~\n> c\n> ~~~\nd\n',
  'a\n==\nlonger\n> b\n> --\nc',
  'ä\nb | ö |c\\|d\n- | - | -\n| e |  f|\n|ü|\n\n> g\n',
  '- [ ] a\n- [x] b\n\n\tc\n\n-\t\td\n***',
];

const SMART = { options: ['smart', 'unsafe', 'hardbreaks', 'liberal_html_tag'], extensions: ['tasklist', 'table'] };
const POSITIONS = { options: ['sourcepos', 'unsafe', 'footnotes'], extensions: ['table', 'tasklist'] };
const PLAIN = { options: [], extensions: [] };

function cases(): CommonMarkCase[] {
  const list: CommonMarkCase[] = [];
  for (const text of BLOCKS) {
    list.push({ text, ...PAGES }, { text: `x\n${text}\ny\n\n- ${text.replaceAll('\n', '\n  ')}\n`, ...PAGES });
    list.push({ text, ...SMART });
    list.push({ text: `x\n${text}y\n\n> - ${text.replaceAll('\n', '\n>   ')}\nz`, ...POSITIONS });
  }
  for (const text of SPANS) {
    list.push({ text: `a ${text} b\n\n${text}\n\n[ref]: /r 'R'\n\n[^a]: x`, ...PAGES }, { text, ...SMART });
  }
  for (const text of POSITIONED) list.push({ text, ...POSITIONS });
  for (const text of SHOWN) list.push({ text, ...PLAIN }, { text, ...PAGES });
  for (let seed = 1; seed <= 150; seed++) {
    const random = new Random(seed * 7919);
    list.push({ text: randomCommonMark(random), ...randomSettings(random) });
  }
  return list;
}

const gem = new Reference<CommonMarkCase>(referenceCommand(), 'github-pages', 'commonmark.rb');
const isWriting = process.argv.includes('--write');
const before: Golden[] = isWriting ? cases() : JSON.parse(readFileSync(path, 'utf8'));
const after: Golden[] = await Promise.all(
  before.map(async ({ text, options, extensions }) => {
    const { html } = await gem.ask({ text, options, extensions });
    return { text, options, extensions, ...(html !== undefined && { html }) };
  }),
);
gem.close();
if (isWriting) {
  writeFileSync(path, `[\n${after.map((golden) => JSON.stringify(golden)).join(',\n')}\n]\n`);
  console.log(`  ${after.length} cases written`);
} else {
  const wrong = after.filter((golden, i) => JSON.stringify(golden) !== JSON.stringify(before[i]));
  for (const { text, html } of wrong) console.log(`  ${JSON.stringify(text)}\n    is ${JSON.stringify(html)}`);
  console.log(`  ${after.length} cases, ${wrong.length} wrong`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}
