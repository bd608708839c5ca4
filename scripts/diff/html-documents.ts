// Random documents in HTML, for `input: html`: every element within every other, entities, text and what stands between
// tags, and tags that are left open, closed twice or in the wrong order.

import { damage, pick, type Random } from './kramdown-documents.ts';

const words = (text: string) => text.split(' ');

/** Elements that kramdown treats specially, the likelier ones more often. */
const TAGS: readonly string[] = [
  ...words('p p p div div span a a em strong b i code pre h1 h2 h3 h6 ul ol li li li dl dt dd blockquote'),
  ...words('table table thead tbody tfoot tr td section article aside header footer nav address figure'),
  ...words('figcaption fieldset legend form label select option optgroup textarea button html head body title'),
  ...words('script style math svg path video custom-tag x:y DIV P EM H2 TABLE caption colgroup sup sub tt kbd var'),
  ...words('samp del ins small u mark q cite time ruby rt iframe noscript object map details summary center font'),
];
const VOID = words('br br hr hr img img input col link meta area base embed param wbr source BR');

const ATTRIBUTES: readonly string[] = [
  'href="x"',
  "href='a&amp;b'",
  'href',
  'class="c d"',
  'class="language-ruby highlighter-rouge"',
  'class="highlighter-x"',
  'id="i"',
  'id=""',
  'src="a.png" alt="b"',
  'style="text-align: left"',
  'style="color: red; text-align: center"',
  'style="text-align: justify"',
  'style="text-align:right"',
  'style=""',
  'type="math/tex"',
  'type="math/tex; mode=display"',
  'TITLE="x"',
  'a=b',
  'a=b/c',
  'a="b" a="c"',
  'markdown="1"',
  'title=\'"&lt;"\'',
  'disabled',
  'colspan="2"',
  '\n  data-x="1\n2"',
];

const ALIGNMENTS = [
  '',
  '',
  ' style="text-align: left"',
  ' style="text-align:  center; color: red"',
  ' style="a: b; text-align: right"',
  ' class="c"',
];

const TEXTS: readonly string[] = [
  ...words('word a Word 1 é 漢字 😀 < > & " \' -- ... << * _ ` [x](y) # | {:.c} $$x$$ \u00a0 \u2028'),
  ...words('&amp; &lt; &quot; &nbsp; &copy; &mdash; &hellip; &laquo; &lsquo; &rdquo; &nope; &#65; &#x3c; &#147; &#0;'),
  ...words('&#xD800; &#99999999999; &amp &; </b> </div> </p> </ul> </li> </body> <1> <b'),
  '*[HTML]: x',
  '{:toc}',
  '% <![CDATA[\nx < y\n%]]>',
];

const BETWEEN = ['', '', '', ' ', ' ', '\n', '\n', '\n\n', '  \n  ', '\t', '\n    ', '\f'];

const BESIDES: readonly string[] = [
  '<!-- c -->',
  '<!-- a\n-- b -->',
  '<!---->',
  '<!-- open',
  '<?php x ?>',
  '<?xml version="1.0"?>',
  '<?open',
  '<![CDATA[ a < b &amp; ]]>',
  '<![CDATA[open',
  '<!DOCTYPE html>',
  '<!doctype\nhtml PUBLIC "x">',
];

/** What belongs in an element; it is mostly used there. */
const WITHIN: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['dt', 'dd'],
  table: ['tr', 'thead', 'tbody', 'tfoot', 'tbody', 'caption'],
  thead: ['tr'],
  tbody: ['tr'],
  tfoot: ['tr'],
  tr: ['td', 'td', 'th'],
  select: ['option', 'optgroup'],
  html: ['head', 'body'],
};

/** A document in HTML. */
export function htmlDocument(random: Random): string {
  let text = random.below(3) === 0 ? some(random, 3, () => pick(random, BESIDES)) : '';
  text += some(random, 6, () => content(random, 0, TAGS));
  return random.below(4) === 0 ? damage(random, text) : text;
}

function some(random: Random, most: number, make: () => string): string {
  let text = pick(random, BETWEEN);
  for (let n = random.below(most + 1); n > 0; n--) text += make() + pick(random, BETWEEN);
  return text;
}

function content(random: Random, depth: number, tags: readonly string[]): string {
  const kind = random.below(tags === TAGS ? 10 : 24);
  if (kind === 0) return pick(random, BESIDES);
  if (kind < 4 || depth > 5) return some(random, 4, () => pick(random, TEXTS));
  if (kind === 4) return `<${pick(random, VOID)}${attributes(random)}${pick(random, ['>', '/>', ' />'])}`;
  if (kind === 5) return table(random, depth);
  return htmlElement(random, depth, pick(random, tags));
}

/** A table that is simple enough for kramdown's syntax, or almost. */
function table(random: Random, depth: number): string {
  const columns = 1 + random.below(3);
  const aligned = Array.from({ length: columns }, () => pick(random, ALIGNMENTS));
  const between = pick(random, BETWEEN);
  const row = (cell: string) => {
    const cells = aligned.map((align) => {
      const own = random.below(30) === 0 ? attributes(random) : align;
      const inner = random.below(4) === 0 ? content(random, depth + 3, TAGS) : pick(random, TEXTS);
      return `<${cell}${own}>${inner}</${cell}>`;
    });
    if (random.below(30) === 0) cells.pop();
    return `<tr>${between}${cells.join(between)}${between}</tr>${between}`;
  };
  const rows = (cell: string) => row(cell) + (random.below(2) === 0 ? row(cell) : '');
  const group = (name: string, cell: string) => `<${name}>${between}${rows(cell)}</${name}>${between}`;
  const body = random.below(3) === 0 ? rows('td') : group('tbody', random.below(20) === 0 ? 'th' : 'td');
  const head = random.below(2) === 0 ? group('thead', 'th') : '';
  const foot = random.below(4) === 0 ? group('tfoot', 'td') : '';
  return `<table${attributes(random)}>${between}${head}${body}${foot}</table>`;
}

function htmlElement(random: Random, depth: number, tag: string): string {
  const within = random.below(10) === 0 ? TAGS : (WITHIN[tag] ?? TAGS);
  const start = `<${tag}${attributes(random)}${random.below(20) === 0 ? '/' : ''}>`;
  const isCode = tag === 'pre' && random.below(2) === 0;
  const body = isCode ? htmlElement(random, depth, 'code') : some(random, 4, () => content(random, depth + 1, within));
  return start + body + (random.below(16) === 0 ? pick(random, ['', `</${tag}`, '</b>']) : `</${tag}>`);
}

function attributes(random: Random): string {
  let text = '';
  while (random.below(4) === 0) text += ` ${pick(random, ATTRIBUTES)}`;
  return text;
}
