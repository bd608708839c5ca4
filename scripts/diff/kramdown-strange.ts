// Documents as somebody who doesn't know this engine would try them: whole files with their lines and characters disturbed,
// constructs beside each other at any distance and depth, containers within containers with any marker and indentation, and
// what those write who have CommonMark or GitHub in mind. It shares nothing with kramdown-grammar.ts and soup.ts but chance.

import { BLOCKS, pick, type Random, SPANS } from './kramdown-documents.ts';

const SPECIAL: readonly string[] = [
  ...'\ufeff \u2028 \u2029 \0 \u00a0 \u200b \u200d \u0301 \u0300\u0323 \u202e \u200f \u0085 \u3000 \x1b \x7f \ue000'.split(
    ' ',
  ),
  ...'\r \r\n \t \v \f 😀 👨‍👩‍👧 🇫🇷 שלום مرحبا ﬁ ǅ İ ß ς Å ½ ² ٣ १ 𝟙 … ‘ ” – « ‹ 。 、 \u00ad'.split(' '),
];

/** What other dialects of Markdown have, and edges of rules that CommonMark spells out. */
export const SNIPPETS: readonly string[] = [
  // Tabs and widths.
  '\tcode\tby\ttabs',
  '  - item\n\n\ttext by a tab',
  '-\t\tcode?',
  '>\t\tcode?',
  '- a\n   - b\n     - c\n       - d',
  ' - a\n  - b\n   - c\n    - d\n     - e',
  '1.  a\n\n    2.  b\n\n        3.  c',
  '-   a\n\n    -   b\n\n\n    c',
  '10) ten\n11) eleven',
  '- a\n+ b\n* c',
  '1. one\n1. one\n1. one',
  '3. three\n\n4. four\n\n\n5. five',
  '- a\n -b\n - c\n-d',
  '-\n  a\n-\n\n  b\n-',
  '* \n* x\n*',
  '-one\n\n2.two',
  'The number is\n14. Not a list?',
  '- a\n- ```\n  b\n\n\n  ```\n- c',
  '- a\n  > b\n  ```\n  c\n  ```\n- d',
  '- [link]: /u\n- [link]',
  '- a\n\n<!-- -->\n\n- b',
  '> - a\n>   b\nc\n> - d',
  '> a\n\n> b\n>\n> c',
  '>a\n>\n>     code\n>- b',
  '> ```\n> a\n\nb\n> ```',
  '> # H\n>> deeper\n> back\n',
  '1.  A\n\n        code\n\n    > quote\n2.  B',
  // Headers.
  '#\theader\t#',
  '# a \\#\n## b #\\##\n### c \\### ###',
  '#\n##\n### ###',
  'Title\n=\n\nSub\n-',
  'two lines\nof title\n===',
  'a\n    ---',
  '`a\n---\n`',
  '<a title="x\n---\ny">',
  '- a\n---\n- b\n===',
  '> a\n---',
  '***\na\n---\n___',
  '+++\n--\n**\n__',
  ' - - -\n **  * ** * ** * **\n-     -      -      -',
  '# [a](b) `c` *d* <e> &amp; f {#g}',
  '# Same\n\n# Same\n\n# Same-1\n\n# same',
  '# 1. Numbered!\n\n# 2\n\n# ...\n\n# é\n\n# 漢字 x',
  // Code.
  '    a\n\n\n        b\n    \n    c',
  'a\n    b\nc',
  '```\n\n  \n```',
  '```\n> a\n```\n> b',
  '``` ```\naaa',
  '~~~ a ```\nb\n~~~',
  '```js {1,3} title="x"\na\n```',
  '```diff\n- a\n+ b\n```\n',
  '```mermaid\ngraph TD;\n  A-->B;\n```',
  '  ```\n    a\n  b\n c\n  ```',
  '    ```\n    a\n    ```',
  '`` a`b ``\n` a `\n`a\nb`\n``a`',
  '`a\\`b`\n`<b>`\n<a href="`">`\n`<http://x.y`>`',
  // HTML.
  '<pre language="x"><code>\n\na\n</code></pre>\nb',
  '<div id="foo"\n  class="bar">\n</div>',
  '<div><a href="x">*y*</a></div>',
  '<table><tr><td>\n<pre>\n**a**,\n\n_b_.\n</pre>\n</td></tr></table>',
  '<a href="x">\n*y*\n</a>',
  '<del>\n\n*a*\n\n</del>',
  '<style\n  type="text/css">\nh1 {color:red;}\n\np {color:blue;}\n</style>\nok',
  '<!-- a -->*b*\n*c*',
  '<?php\n\n  echo "a";\n\n?>\nb',
  '<i class="x">\n*y*\n</i>',
  '</ins>\n*x*',
  'a\n<div>\nb\n</div>\nc',
  '<p align="center">\n  <img src="a.png" width="100"/>\n</p>\n\n[![a](b)](c)\n[![d](e)](f)',
  '<details>\n<summary>a</summary>\n\n- b\n\n```c\nd\n```\n\n</details>',
  '<br/>\n<br>\n\n<hr>\na<br>b\n<kbd>C</kbd>+<kbd>D</kbd>',
  '<!-- TOC -->\n- [a](#a)\n  - [b](#b)\n<!-- /TOC -->',
  '<a name="x"></a>\n# X',
  '<iframe src="x" allowfullscreen></iframe>\n<video controls><source src="y"></video>',
  '<a><bab><c2c/><b2/ >\n<a h*#r="x"> <33> <__> <a/ b>',
  '<ul>\n<li>a\n<li>b\n</ul>\n*c*',
  '<DIV>\n*a*\n</div>\n<Foo>b</foo>',
  // Links.
  "[foo]: /url  \n           'the title'  \n\n[foo]",
  '[foo]: <my url>\n"t"\n\n[foo] [FOO] [Foo\n bar]',
  '[foo]: /a\n[foo]: /b\n[bar]\n[bar]: c "d\ne"\n\n[foo]',
  '[a]: b\n===\n[a]',
  '[a]: <> (c)\n[a] [//]: # "d"',
  '[a](<b)c> \'d\') [a](b "c"d") [a]( b ) [a] (b) [a](b\n"c")',
  '[a](b\\)c) [a](b(c)d(e)) [a](b%20c&auml;) [a]("b")',
  '[a [b](c) d](e) [*a](b*) *[a*](b) [a`](b)` [a <b c="](d)">',
  '[a][b][c]\n\n[b]: /b\n[c]: /c',
  '![a *b*](c "d") ![a ![b](c) d](e) ![][b] ![b]\n\n[b]: c',
  '[a]\n[b] [c]: d\n\n[a]: x "y" \n[b]: z',
  '<http://a.b/c?d=e&f> <MAILTO:A@B.C> <a+b+c:d> <http://a b> < http://a.b > <a\\@b.c>',
  'http://a.b/c_d_e www.a.b a@b.c https://x.y/z(w)',
  '#12 @user owner/repo#3 :smile: :+1: 0123abc',
  // Emphasis.
  '*a*b a*b* *a *b **c**d a**b**',
  '_a_b a_b_c _a__b_ __a_b__ _(a)_b "_a_"',
  '**a*b*c** *a**b**c* ***a** b* ***a* b** *a **b***',
  '*a [b*](c) *a `b*` *a <b c="*"> ****a**** **** __ __',
  '*\u00a0a* **(**a) *(*a*)* _пристаням_стремятся_',
  'a*"b"*c **a\nb** *\n* _\n_ ~~a~~ ~a~ ~~~a~~~ a~~b~~c',
  '==mark== ++ins++ H~2~O x^2^ ||spoiler||',
  '\\*a\\* \\# b \\[c] \\&amp; \\\n\\\td \\é \\<br>',
  '&nbsp; &amp;copy; &#35; &#1234; &#X22; &#xD06; &#87654321; &hi; &x &;',
  'a  \nb\\\nc   \n d\\  \n*e  \nf* `g  \nh`',
  'a \nb\t\nc  ',
  '"a" \'b\' "c\'d" "\'e\'" \'90s it\'s 5\'10" "*f*" ("g") -"h"- "i"."',
  'a--b a---b a -- b ----- a...b a....b <<a>> << a >> \\-- \\... -->',
  // Lists of tasks, tables, footnotes, definitions, mathematics, abbreviations.
  '- [ ] a\n- [x] b\n  - [ ] c\n    - [X] d\n- [y] e\n- [ ]f\n- [ ]\n1. [x] g',
  '* [ ] a\n\n  b\n\n* [x] c\n* [link](d)',
  '| a | b |\n| :-- | --: |\n| c \\| d | `e | f` |\n| **g | h** |',
  'a | b\n- | -\nc\nd | e | f\n\ng',
  '|a|b|\n|-|-|\n|1|2|\n> q',
  'text\n| a | b |\n|---|---|\n| c | d |\ntext',
  '| | |\n|-|-|\n| | x |\n||y|\n|z||',
  '- a\n\n  | b | c |\n  |---|---|\n  | d | e |\n- f | g',
  '> | a | b |\n> |---|---|\n> | c | d |\n| e | f |',
  '| a |\n|---|\n| <br> |\n| [b](c|d) |\n| $$x|y$$ |\n{:.t}',
  '+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+',
  'a[^1] b[^note] c[^1] d[^x y]\n\n[^1]: e\n[^note]:\n    f\n\n    - g\n\n    ```\n    h\n    ```\n[^un]: i',
  '- a[^l]\n\n  [^l]: b\n\n    c\n- d',
  '[^a]: b[^c]\n[^c]: d[^a]\n\ne[^a]',
  'a^[inline note] [^ b] [^]: c [^é]\n\n[^é]: d',
  'A\n: b\n\n  c\n: d\n\n    code\n\nE\nF\n\n: g\n: - h\n  - i',
  'A\n\n\n: b\n\nC\n:d\n : e\n   : f\n    : g',
  '- A\n  : b\n- C\n\n  : d',
  '$$a_b$$ $a_b$ \\(c\\) \\\\(d\\\\) $$\ne\n$$\nf',
  'a\n$$\nb\n$$\nc\n\n$$ d $$ e\n\n$$f$$\n{:.m}',
  '$$\n\\begin{align*}\n  a &= b \\\\\n  c &< d\n\\end{align*}\n$$',
  '- $$a$$\n- $$\n  b\n  $$\n\n> $$c|d$$',
  '*[A]: a b\n*[A B]: c\n*[B]:\n\nA B A-B AB xA A. (A) `A` [A](B) <b title="A">A</b> # A',
  '*[é]: x\n  *[C++]: y\n\né C++ C++x éé',
  // Attribute lists.
  '{:.a}\n\n{:.b}\nc\n{:.d}\n\n{:.e}',
  '- a\n  {:.b}\n{:.c}\n- d\n\n{:.e}\n- f',
  '> a\n{:.b}\n> c\n> {:.d}',
  '*a*{:.b} `c`{:.d}{:#e} [f](g){: target="_blank" rel="x"} ![h](i){: width="5" }.j',
  '# a {#b}\n{:.c #d}\n\ne\n===\n{:.f}',
  '{: .a #b c="d" e=\'f\' g=h i }\nj\n{:k}\n{:k: .l m="n"}',
  '|a|\n{:.b}\n|c|\n\n{:.d}\n|e|',
  '{::options parse_block_html="true" /}\n<div>\n*a*\n</div>\n{::comment}\n*b*\n{:/comment}\nc{::comment}d{:/}e',
  '{::nomarkdown}*a*{:/} {::nomarkdown type="html"}<b>{:/nomarkdown}',
  '1. toc\n{:toc}\n\n# a\n\n### b\n\n## c\n{:.no_toc}',
  '{{ x }} {% y "z" %} {%- if a | b -%}\n{{ "c" | d: \'e\' }}\n{% raw %}{{ f }}{% endraw %}',
  '---\na: b\n---\n\nc',
  '::: note\na\n:::\n\n!!! tip\n    b\n\n> [!NOTE]\n> c',
];

const GAPS = [
  '\n',
  '\n\n',
  '\n\n\n',
  '\n',
  '\n\n',
  '\n \n',
  '\n\t\n',
  '\n^\n',
  '\n{:.x}\n',
  '\n{:.x}\n\n',
  '\n\n{:.x}\n',
  '',
];

const leaf = (random: Random): string => {
  const kind = random.below(5);
  if (kind < 2) return pick(random, SNIPPETS);
  if (kind < 4) return pick(random, BLOCKS);
  return `${pick(random, SPANS)}${pick(random, [' ', '', '\n'])}${pick(random, SPANS)}`;
};

const shift = (text: string, first: string, others: string, isLazy = false): string =>
  text
    .split('\n')
    .map((line, i) => (i === 0 ? first + line : line === '' || isLazy ? line : others + line))
    .join('\n');

/** Two or three constructs, each indented by 0 to 5, with 0 to 2 blank lines between. */
function neighbours(random: Random): string {
  let text = '';
  for (let n = 2 + random.below(2); n > 0; n--) {
    const indent = ' '.repeat(random.below(2) * random.below(6));
    const others = random.below(4) === 0 ? ' '.repeat(random.below(6)) : indent;
    text += shift(leaf(random), indent, others) + (n > 1 ? pick(random, GAPS) : pick(random, ['', '\n', '\n\n']));
  }
  return text;
}

/** Containers in containers; their content's indentation is right, or nearly so. */
function nested(random: Random, depth: number): string {
  if (depth === 0) return leaf(random);
  let text = '';
  for (let n = 1 + random.below(3); n > 0; n--) text += container(random, depth) + pick(random, GAPS);
  return text;
}

function container(random: Random, depth: number): string {
  const body = nested(random, depth - 1 - random.below(2) * random.below(depth)).replace(/\n+$/, '');
  const isLazy = random.below(8) === 0;
  const margin = ' '.repeat(random.below(2) * random.below(4));
  switch (random.below(8)) {
    case 0:
      return shift(body, `${margin}> `, pick(random, ['> ', '>', '> ', '']), isLazy);
    case 1: {
      const [tag, markdown] = [
        pick(random, ['div', 'section', 'li', 'td', 'p', 'details', 'span']),
        pick(random, ['1', '1', 'block', 'span', '0']),
      ];
      const gap = pick(random, ['\n', '\n', '\n\n', '']);
      return `${margin}<${tag} markdown="${markdown}">${gap}${body}${gap}${margin}</${tag}>`;
    }
    case 2:
      return shift(
        body,
        `${pick(random, ['Term\n', 'Term\n\n', ''])}${margin}: `,
        pick(random, ['  ', '    ', ' ', '\t']),
        isLazy,
      );
    case 3:
      return shift(body, `x[^${depth}]\n\n[^${depth}]: `, pick(random, ['    ', '\t', '  ']), isLazy);
  }
  let text = '';
  const marker = pick(random, ['-', '*', '+', '1.', '2.', '100.']);
  const gap = pick(random, [' ', ' ', '   ', '\t', '  ', '    ']);
  for (let n = 1 + random.below(3); n > 0; n--) {
    const first = margin + marker + gap;
    const width = first.replace('\t', ' '.repeat(4 - ((margin.length + marker.length) % 4))).length;
    const others = ' '.repeat(Math.max(0, width + (random.below(4) === 0 ? random.below(5) - 2 : 0)));
    const item = n === 1 ? body : leaf(random);
    text += shift(item, first, others, isLazy) + (n > 1 ? pick(random, ['\n', '\n', '\n\n', '\n\n\n']) : '');
  }
  return text;
}

/** A document of constructs. */
export function strangeDocument(random: Random): string {
  const text = random.below(2) === 0 ? neighbours(random) : nested(random, 1 + random.below(4));
  return wellFormed(random.below(3) === 0 ? sprinkle(random, text) : text);
}

const ANYWHERE: readonly string[] = [
  ...SPECIAL,
  ...'{:.a} {:#b c="d"} {:e} {:toc} {::comment} {:/} {:/comment} {::nomarkdown} ^ | $$ ``` ~~~ > - * # 1. : <div> </div> <b>'.split(
    ' ',
  ),
  ...'</b> <!-- --> [^1] [a] ]( [ ] ` `` ** __ *** " \' \\ & &amp; < </ -- ... *[A]: [a]: [^1]: === --- {: } \\\\ <pre> </pre>'.split(
    ' ',
  ),
  '\n',
  '\n\n',
  '  \n',
  '    ',
  '\n    ',
];

/** Special characters and beginnings of constructs at any place. */
function sprinkle(random: Random, text: string): string {
  let result = text;
  for (let n = 1 + random.below(6); n > 0; n--) {
    const at = random.below(result.length + 1);
    const cut = random.below(3) === 0 ? random.below(3) : 0;
    result = result.slice(0, at) + pick(random, ANYWHERE) + result.slice(at + cut);
  }
  return result;
}

type Disturbance = (random: Random, lines: string[], others: readonly string[]) => string[];

const some = (random: Random, lines: string[], change: (line: string) => string | string[]): string[] => {
  const oneIn = 1 + random.below(12);
  return lines.flatMap((line) => (random.below(oneIn) === 0 ? change(line) : line));
};

/** Changes to a whole file, or to a few places in it. */
const DISTURBANCES: readonly Disturbance[] = [
  (random, lines) => some(random, lines, () => []),
  (random, lines) => some(random, lines, (line) => [line, line]),
  (random, lines) => some(random, lines, (line) => ['', line]),
  (random, lines) => some(random, lines, (line) => ' '.repeat(1 + random.below(5)) + line),
  (random, lines) => some(random, lines, (line) => line.replace(/^[ \t]{1,4}/, '')),
  (random, lines) => some(random, lines, (line) => `${line}${pick(random, ['  ', '\\', ' ', '\t', '\\\\', ' {:.x}'])}`),
  (random, lines) =>
    some(random, lines, (line) => [line, pick(random, ['{:.x}', '{: #y z="1"}', '^', '{:/}', '{:toc}', ' '])]),
  (random, lines) => some(random, lines, (line) => sprinkle(random, line)),
  (random, lines) => some(random, lines, (line) => line.split(' ').reverse().join(' ')),
  (random, lines) => some(random, lines, (line) => [line.slice(0, line.length >> 1), line.slice(line.length >> 1)]),
  (random, lines) => some(random, lines, (line) => line.replace(/[`*_[\](){}<>|"']/, '')),
  (random, lines) =>
    some(random, lines, (line) => pick(random, ['> ', '- ', '1. ', '| ', ': ', '# ', '    ', '\t']) + line),
  (_, lines) => lines.filter((line) => line.trim() !== ''),
  (_, lines) => lines.flatMap((line) => [line, '']),
  (_, lines) => lines.map((line) => line.replace(/ {4}/g, '\t')),
  (_, lines) => lines.map((line) => line.replace(/^(?: {2})+/, '$&$&')),
  (_, lines) => lines.map((line) => line.replace(/^( +)/, (run) => ' '.repeat(Math.ceil(run.length * 0.75)))),
  (_, lines) =>
    lines
      .join('\n')
      .replace(/(\S)\n(?=\w)/g, '$1 ')
      .split('\n'),
  (random, lines) => lines.map((line) => line.replace(/(.{20,60}?) /g, `$1\n${' '.repeat(random.below(3))}`)),
  (random, lines) => lines.map((line) => line.replaceAll(' ', random.below(20) === 0 ? '\u00a0' : ' ')),
  (random, lines) => {
    const at = random.below(lines.length + 1);
    return [...lines.slice(at), ...lines.slice(0, at)];
  },
  (random, lines, others) => {
    const other = pick(random, others).split('\n').slice(0, lines.length);
    return lines.flatMap((line, i) => (i % 3 === 0 ? [line, other[i] ?? ''] : line));
  },
  (random, lines, others) => {
    const other = pick(random, others);
    const from = random.below(other.length + 1);
    const text = lines.join('\n');
    return (text.slice(0, random.below(text.length + 1)) + other.slice(from, from + 1500)).split('\n');
  },
  (random, lines) => {
    const from = random.below(lines.length);
    const to = from + 1 + random.below(12);
    const inside = lines.slice(from, to).join('\n');
    const [first, others] = pick(random, [
      ['> ', '> '],
      ['- ', '  '],
      ['1. ', '   '],
      ['x\n: ', '    '],
      ['[^1]: ', '    '],
    ] as const);
    const wrapped = random.below(4) === 0 ? `<div markdown="1">\n${inside}\n</div>` : shift(inside, first, others);
    return [...lines.slice(0, from), ...wrapped.split('\n'), ...lines.slice(to)];
  },
];

/** A file, or a long stretch of one, disturbed in a few ways. */
export function disturb(random: Random, text: string, others: readonly string[]): string {
  let lines = text.split('\n');
  const from = random.below(2) * random.below(lines.length);
  lines = lines.slice(from, from + 10 + random.below(80));
  for (let n = 1 + random.below(3); n > 0 && lines.length > 0; n--) {
    lines = pick(random, DISTURBANCES)(random, lines, others).join('\n').split('\n');
  }
  let result = lines.join('\n');
  if (random.below(12) === 0) result = result.replaceAll('\n', pick(random, ['\r\n', '\r', '\n\r']));
  if (random.below(20) === 0) result = `\ufeff${result}`;
  return wellFormed(result);
}

// Half of a surrogate pair isn't valid text.
const wellFormed = (text: string): string =>
  text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
