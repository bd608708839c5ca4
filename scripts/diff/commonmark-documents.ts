// Random documents for CommonMark: constructs in our own words, where cmark's rules and those of its extensions are put to
// the test, among those of kramdown's, which look alike.

import { damage, pick, type Random, randomDocument } from './kramdown-documents.ts';
import { strangeDocument } from './kramdown-strange.ts';
import { soup } from './soup.ts';

export const BLOCKS: readonly string[] = [
  '| a | b |\n|---|:-:|\n| 1 | 2 |\n| 3 |\n| 4 | 5 | 6 |',
  'text before\n| a |\n|:--|\n| b |',
  'a | b\n-:|:-\nc \\| d | `e\\|f`\n\nafter',
  'a\n:-\nb\n> quote',
  '| a |\n|-|\n\n| b |',
  '| a | b |\n|---|\n| c | d |',
  '|a|\n|-|\n    code',
  '- | a |\n  |---|\n  | b |\n- c',
  '- | a |\n  |---|\n- c',
  '> | a |\n> |---|\n| b |',
  '- [ ] open\n- [x] done\n- [X] done\n  - [ ] inner\n- [y] none',
  '1. [ ] open\n2) [x] done',
  '* [ ]\n* [x]\tdone',
  '[^a]: Note *one*.\n\n    more\n\n[^b]: - list\n\nText[^a] and[^b] and[^a] and[^c].',
  '[^a]:\n    indented\n[^a]: again\n\n[^a][^a]',
  '[^outer]: with[^inner]\n[^inner]: in it\n\nx[^outer]',
  '[^n]: | a |\n    |---|\n\n[^n]',
  '> [^q]: quoted\n\n[^q]',
  '<DIV>\n*a*\n\n*b*\n</DIV>',
  '<pre>\n\n*a*\n</pre> *b*',
  '<style>\n\na\n</style>',
  '<textarea>\n\na\n</textarea>',
  '<!-- a\n\nb --> c',
  '<!doctype html>\na',
  '<!DOCTYPE html\n\n>',
  '<?php\n\n?> x',
  '<![CDATA[\n\n]]> x',
  '<a href="x">\n*b*',
  'a\n<b>\nc',
  '<script>x</script> *y*',
  '<title>x</title>\n<iframe src=x>',
  '</p >\n*x*',
  '<search>\nx',
  '[ref]: /url "title"\n===',
  '[ref]: /url\n---',
  '[ref]: /url\ntext\n===',
  '[Ref]:\n/url\n"title\nmore"\n[other]: <a b> (x)',
  '[a]: /x "y" z\n[b]: /x\n"y" z',
  '[ẞß]: /sharp\n[SS]',
  '-\n\n  foo',
  '-\n  \n  foo',
  '- a\n\n\n- b\n\n      code\n  \n      more',
  '-   a\n\n    b\n- c',
  '- a\n  - b\n\n    c\n- d',
  '1) a\n2) b\n3. c',
  '- a\n+ b\n* c',
  '123456789. a\n1234567890. b',
  'a\n2. b\n1. c\n- ',
  '- - - a\n1. - 2. b',
  '> a\nb\n> c\n    d',
  '> `a\n   b`\n>\n> - c\nd',
  '> a\\\n   b',
  '>\t\tcode\n>    text',
  '-\t\tcode\n\n \ttext',
  '``` info `x\n```',
  '~~~ info ~x &amp; \\*\ncode\n~~~~',
  '  ```ruby,x\n   code\n code\n  ```',
  '- ```nolexer\n  code\n```',
  '````\n```\n',
  '# a #\n## b ##x\n### c \\#\n#\n####### d\n#\te',
  '# *a* `b` <i>c</i>\n# 1 2 ä\n# \n# a\n# a',
  'a *b*\nc\n===\nd\n---',
  '***\n - - -\n__ _',
  '    code\n\n\n      more\n  \ntext',
  '\u00a0\u2003text',
];

export const SPANS: readonly string[] = [
  '*a**b*',
  '**a*b**c*',
  '***a** b*',
  '*a **b***',
  '_a_b_',
  '__a__b__c__',
  'a*b*c _d_ e__f__',
  '*(*a)*)',
  '“*a*”',
  'é*a*é',
  '*\u00a0a*',
  '€*a*',
  '**a ~~b~~ c**',
  '~a~ ~~b~~ ~~~c~~~',
  '~a~~ ~~b~',
  '~~a *b~~ c*',
  'a~b~c ~ d~',
  '*~~a*~~',
  '`a``b`',
  '``` a ` b ```',
  '`` ` ``',
  '` a `',
  '`\n`',
  '`a\\`',
  '&nbsp; &copy &#35; &#X22; &#0; &#99999999; &MadeUpEntity; &ngE;',
  '[a](/b "c\\"d")',
  "[a](</b c> 'd')",
  '[a]( /b\n"c" )',
  '[a](/b(c)d)',
  '[a](/b(c "d")',
  '[a](b"c)',
  '[a](/b\\)c)',
  '[a](/ä?b=ü&c=d%20e)',
  '[a](<b\\>c>)',
  '[a](javascript:b)',
  "[a](b 'c' 'd')",
  '[a](b (c (d)))',
  '[a](b (c\\)d))',
  '[a [b](c) d](e)',
  '[a [b](c) [d] e](f)',
  '![a [b](c) d](e)',
  '[![a](b)](c)',
  '![a *b* `c` <i>d</i>  \ne](f "g")',
  '[ref] [Ref][] [x][ref] [ref][x]',
  '[ref](not a link)',
  '![ref]',
  '[a]',
  '[^a]',
  '[^a b]',
  '![^a]',
  '[^a\nb]',
  '[^*a*]',
  '[^www.x]',
  '[x][^a]',
  '<http://a.b?c=d&e="f">',
  '<a@b.c>',
  '<made:up>',
  '<http://a b>',
  'http://a.b/c_d_e?f=(g)h)',
  'https://a.b.',
  'https://a.b;',
  'https://a.b&amp;',
  'https://a.b&x;y',
  'ftp://a.b/c~',
  'HTTP://A.b',
  'xhttp://a.b',
  'http://',
  'http://a_b.c',
  'http://a.b_c',
  'http://é.b/é',
  'www.a.b',
  'www.a_b.c_d',
  'www.',
  'xwww.a.b',
  '(www.a.b)',
  '*www.a.b*',
  'www.a.b/<c>',
  '[www.a.b',
  'a@b.c',
  'a.b+c-d_e@f.g',
  'a@b',
  'a@b.c1',
  'a@b.c.',
  'a@b@c.d',
  'mailto:a@b.c',
  'xmpp:a@b.c/d@e',
  'x.mailto:a@b.c',
  'ä@b.c',
  '<b c="d" e=\'f\' g=h i>',
  '<b/>',
  '</b >',
  '</b c>',
  '<b c="d"e>',
  '<b\nc>',
  '<33>',
  '<!-- a -- b -->',
  '<!---->',
  '<!-->a-->',
  '<!--->a-->',
  '<!--a--->',
  '<!A b>',
  '<!a b>',
  '<?a?>',
  '<?>',
  '<![CDATA[a]]>',
  '<![cdata[a]]>',
  '<script>a</script>',
  '<Title >',
  '<xmp/>',
  'a  \nb',
  'a \nb',
  'a\t\nb',
  'a\\\n  b',
  'a\\',
  '\\a \\* \\é',
  '"a" \'b\'',
  '"\'a\'"',
  "it's '90s",
  '"a',
  '(")',
  '[a]"b"',
  'a -- b --- c ---- d ----- e ------- f',
  'a... b.. c....',
];

/** A few constructs of CommonMark, some within others, some damaged; a document made for kramdown or by a stranger; or tokens and lines. */
export function randomCommonMark(random: Random): string {
  const kind = random.below(6);
  if (kind < 2) return pick(random, [soup, randomDocument, strangeDocument])(random);
  let text = '';
  for (let n = 1 + random.below(5); n > 0; n--) {
    let one = random.below(2) === 0 ? pick(random, BLOCKS) : words(random);
    if (random.below(4) === 0) one = pick(random, ['# ', '- ', '> ', '| ', '1. ', '    ', '[^a]: ', '  ']) + one;
    if (random.below(5) === 0) one = nest(random, one);
    text += one + pick(random, ['\n\n', '\n\n', '\n', '', '\n\n\n', '\r\n\r\n', '\n \n', '  \n']);
  }
  return random.below(3) === 0 ? damage(random, text) : text;
}

function words(random: Random): string {
  let text = '';
  for (let n = 1 + random.below(6); n > 0; n--) {
    text += pick(random, SPANS) + pick(random, [' ', ' ', '', '', '\n', '  \n', ', ', '\\\n', '*', '_', '[', ']', '|']);
  }
  return text;
}

function nest(random: Random, text: string): string {
  const first = pick(random, ['> ', '- ', '1. ', '  - ', '>', '10) ', '-\t']);
  const others = first.startsWith('>') ? first : first.replace(/[^\t]/g, ' ');
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? first : line === '' && random.below(2) === 0 ? '' : others) + line)
    .join('\n');
}

export interface CommonMarkCase {
  readonly text: string;
  readonly options: readonly string[];
  readonly extensions: readonly string[];
}

/** What GitHub Pages makes of `markdown: GFM`. */
export const PAGES: Omit<CommonMarkCase, 'text'> = {
  options: ['unsafe', 'footnotes'],
  extensions: ['table', 'strikethrough', 'autolink', 'tagfilter'],
};

const OPTIONS = [
  'smart',
  'unsafe',
  'unsafe',
  'footnotes',
  'hardbreaks',
  'nobreaks',
  'liberal_html_tag',
  'strikethrough_double_tilde',
  'github_pre_lang',
];
const EXTENSIONS = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'];

/** What Pages sets, or any options and extensions. */
export function randomSettings(random: Random): Omit<CommonMarkCase, 'text'> {
  if (random.below(2) === 0) return PAGES;
  return {
    options: OPTIONS.filter(() => random.below(3) === 0),
    extensions: EXTENSIONS.filter(() => random.below(3) > 0),
  };
}
