// Random documents: constructs of kramdown in our own words, put together and mutated.

/** Markdown, and kramdown's options for it. */
export interface KramdownCase {
  readonly text: string;
  readonly options: Record<string, unknown>;
  readonly ascii?: boolean;
  readonly smartify?: boolean;
}

/** A repeatable source of chance (mulberry32). */
export class Random {
  #state: number;
  constructor(seed: number) {
    this.#state = seed >>> 0;
  }
  below(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)]!;
}

export const BLOCKS: readonly string[] = [
  'A plain line of words.',
  'Two lines\nof a paragraph',
  'A line that breaks  \nhere\\\nand there\\\\\nend',
  '# A header',
  '## Closed header ##',
  '### With id {#the-id}',
  '####Tight',
  '# ',
  '####### seven',
  'Under a line\n===',
  'Under a dash\n---',
  '---',
  '* * *',
  '_____',
  '> quoted words\n> more of them',
  '> > deep\nlazy',
  '>no space',
  '- one\n- two\n- three',
  '- one\n\n- two\n\n  more of two\n- three',
  '* a\n  * b\n    * c\n * d',
  '+ first\n\n      code in item\n+ second',
  '1. one\n2. two\n   - nested\n10. ten',
  '1. a\n\n   b\n\n       code\n2. c',
  '-\tafter a tab\n\tmore',
  '- {:.c} classed\n- {:#i} named\n{:.list}',
  '* {:.x}\n  text',
  '- [ ] to do\n- [x] done\n- other',
  '- [X]   spaced\n  and more',
  '* | odd\n* b',
  '- a\n^\n- b',
  '- a\nlazy line\n- b',
  '- # header\n  text',
  '- > quote\n- ```\n  x\n  ```',
  'term\n: meaning',
  'term\nother term\n: meaning one\n: meaning two\n\n: with paragraph\n\n  more',
  'term\n\n: apart',
  '{:.t} term\n: {:.d} meaning',
  '    code indented\n\n    more code\nlazy',
  '\tcode by a tab',
  '```\nfenced\n```',
  '```ruby\nputs 1 < 2\n```',
  '~~~ nolexer\na & b\n~~~~~',
  '````js?x=1\n```\n````',
  '```two words\nx\n```',
  '```\nunclosed',
  '   ~~~\n   indented\n   ~~~',
  '~~~\ncode\n~~~\n{:.language-ruby .extra #c}',
  '| a | b |\n|---|:-:|\n| 1 | 2 |',
  'a | b\n--|--\n1 | `x|y`\n2 | <code>c|d</code> | more',
  '|a|\n|-\n|b|\n|=\n|foot|',
  '| a \\| b | c |\n|---\n| d | e\n{:.tab}',
  '|---|\n| x |\n|---|---|\n| y | z |',
  '| just one row',
  '<div>raw *text*</div>',
  '<div markdown="1">\n*text* inside\n\n- a\n</div>',
  '<div markdown="span">*text*</div>',
  '<p markdown="1">*a* <b>c</b></p>',
  '<section markdown="block">\n## Inner\n</section>',
  '<table>\n<tr><td markdown="1">*cell*</td></tr>\n</table>',
  '<details><summary>Sum</summary>\n\ntext\n\n</details>',
  '<script>\nif (a < b && c > d) x();\n</script>',
  '<style>p > a { x: "y" }</style>',
  '<pre>\n  <code>a < b</code>\n</pre>',
  '<hr/>',
  '<br>',
  '<img src="a.png" alt=\'b "c"\' width=10>',
  '<svg viewBox="0 0 1 1"><path d="M0"/></svg>',
  '<!-- a comment\nof lines -->',
  '<!-- unclosed',
  '<?php echo 1 ?>',
  '<![CDATA[ a < b ]]>',
  '<DIV CLASS="A">x</DIV>',
  '<div>\n<div>nested</div>\ntext <b>bold</b>\n</div> after',
  '<unknown-tag attr>x</unknown-tag>',
  '</div>',
  '<p>unclosed',
  '<a href="x">link</a> begins',
  '<input type="checkbox" checked>',
  '$$\nx^2 < y\n$$',
  '$$ a + b $$',
  '$$ a $$ text',
  '\\$$ not math $$',
  '[ref]: http://example.com/a "Title"',
  "[Other Ref]: <http://example.com/b c>\n  'On the next line'",
  '[ref]: /again\n{:.ref-class}',
  '[a]: x "y" z',
  '[//]: # (hidden)',
  '[^1]: A footnote.',
  '[^long]: First\n\n    Second paragraph\n\n        code\nlazy',
  '[^n]:\n    On the next line',
  '[^f]: - list\n    - in it',
  '*[HTML]: Hyper Text',
  '*[a b]:  Two words',
  '*[C++]: lang',
  '*[HTML5]:',
  '{:.klass #ident key="val ue"}',
  '{: title=\'a "b" \\} c\'}',
  '{:ald: .from-ald #x data-a="1"}',
  '{:ald}',
  '{:toc}',
  '* toc here\n{:toc}',
  '1. toc\n{:toc .t #custom}',
  '* fn\n{:footnotes}',
  '# Not in toc\n{:.no_toc}',
  '{::comment}\nhidden\n{:/comment}',
  '{::comment}\nhidden\n{:/}',
  '{::nomarkdown}\n<b>raw</b>\n{:/nomarkdown}',
  '{::nomarkdown type="html"}\n*raw*\n{:/}',
  '{::nomarkdown type="latex"}\n*raw*\n{:/}',
  '{::options parse_block_html="true" /}',
  '{::options auto_ids="false" footnote_nr="5" /}',
  '{::options unknown="1" /}',
  '{::unknown}\nx\n{:/unknown}',
  '{:/}',
  '^',
  '   three spaces',
  ' \tspace and tab',
  '![alone](pic.png "T"){:standalone}',
  '![alone](pic.png){:standalone .c #d}\n{:.fig}',
  '{:.before}\n> quote',
  '\\# not a header',
  '1\\. not a list',
  'text\n# header right after\ntext',
  'text\n- list right after',
  'text\n> quote right after',
  'text\n```\nfence right after\n```',
  'text\n| a | b |',
  'text\n    indented',
  '1986. A year',
  '漢字\n漢字',
  'café « x » naïve\u00a0é',
  '{% include x.html a="b" %}',
  '{{ page.title | escape }}',
];

export const SPANS: readonly string[] = [
  '*em*',
  '_em_',
  '**strong**',
  '__strong__',
  '***both***',
  '**a *b* c**',
  '*a **b** c*',
  'in_side_word',
  '_a_b _c_',
  '*a',
  '**a',
  'a*',
  'a **b*c** d',
  '* a *',
  '~~gone~~',
  '~~a ~b~~',
  '`code`',
  '``a ` b``',
  '` ',
  '`unclosed',
  '`<&>`{:.language-ruby}',
  '`x`{:.c #i}',
  '[text](http://example.com)',
  '[text](<a b> "title")',
  '[text](url \'a "b" c\')',
  '[text](a(b)c)',
  '[text](a(b "t")',
  '[ref]',
  '[text][ref]',
  '[other  ref][]',
  '[Other Ref]{:.k}',
  '[missing]',
  '[missing][gone]',
  '[a [b] c](d)',
  '[a ![b](c) d](e)',
  '![image](i.png)',
  '![alt *x* \\* y][ref]',
  '![',
  '[]()',
  '[x](',
  '[x]()',
  '](',
  '[^1]',
  '[^long]',
  '[^n]',
  '[^f]',
  '[^none]',
  '<http://auto.example/x?y=1&z>',
  '<me@mail.example>',
  '<mailto:me@mail.example>',
  '<b>bold *em*</b>',
  '<span markdown="0">*raw*</span>',
  '<code>*raw* | x</code>',
  '<a href="x" title=\'y\'>z</a>',
  '<br>',
  '<br/>',
  '<img src="x">',
  '<video src="x"></video>',
  '<b>unclosed',
  '</b>',
  '<div>block</div>',
  '<svg><path d="x"/></svg>',
  '<!-- c -->',
  '<a b=c/d>',
  '< a',
  'a < b > c',
  '&amp;',
  '&copy;',
  '&lt;b&gt;',
  '&unknown;',
  '&#169;',
  '&#x3c;',
  '&#147;',
  '&frac13;',
  '&',
  'a & b',
  '"quoted"',
  "'single'",
  "it's",
  "'80s",
  '"\'both\'"',
  '"*em*"',
  '("paren")',
  '6\'2"',
  '""',
  '"a"b"',
  '--',
  '---',
  '----',
  '...',
  '.....',
  '<< a >>',
  '\\<< x',
  '<<y>>',
  '$$x_1$$',
  '$$x|y$$',
  '$5 and $6',
  '\\*escaped\\*',
  '\\`',
  '\\\\',
  '\\q',
  '\\~',
  '*x*{:.c}',
  'text{:.c}',
  '*x*{: #i .d a="b"}{:.e}',
  '{::comment}c{:/comment}',
  '{::nomarkdown}<x>{:/}',
  '{::options parse_span_html="false" /}',
  '{:/}',
  '{:ald}',
  'HTML',
  'HTML5s',
  'a b',
  'C++',
  'word',
  'é',
  '漢',
  '😀"x"',
  '|',
  'x | y',
];

const TOKENS = [
  ...'*_`~[](){}<>!#|\\"\'&:;.,-=+^$/?@% \t\n'.split(''),
  '  \n',
  '\n\n',
  '    ',
  '   ',
  '**',
  '__',
  '```',
  '~~~',
  '$$',
  '{:',
  '{::',
  '](',
  '[^',
  '![',
  ']: ',
  '<div',
  '</div>',
  '<b>',
  '-->',
  '<!--',
  '&#',
  'markdown="1"',
  'a',
  'b1',
  '1.',
  'x',
  'é',
  '\u00a0',
  '\f',
  '\r\n',
];

function words(random: Random): string {
  let text = '';
  for (let n = 1 + random.below(6); n > 0; n--) {
    text += pick(random, SPANS) + pick(random, [' ', ' ', ' ', '', '\n', '  \n', ', ', '. ']);
  }
  return text;
}

function soup(random: Random): string {
  let text = '';
  for (let n = 1 + random.below(25); n > 0; n--) text += pick(random, TOKENS);
  return text;
}

function block(random: Random): string {
  switch (random.below(8)) {
    case 0:
      return soup(random);
    case 1:
    case 2:
      return words(random);
    case 3:
      return `${pick(random, ['- ', '> ', '# ', '| ', '1. ', ': ', '    ', '<p>', '* '])}${words(random)}`;
  }
  return pick(random, BLOCKS);
}

const PREFIXES = ['> ', '  ', '    ', '\t', '- ', '   ', '1. ', ' ', '* ', ': '];

function indent(random: Random, text: string): string {
  const first = pick(random, PREFIXES);
  const others = random.below(2) === 0 ? first.replace(/[^\t>]/g, ' ') : pick(random, ['', '  ', '    ', '   ']);
  return text
    .split('\n')
    .map((line, i) => (i === 0 ? first : line === '' ? '' : others) + line)
    .join('\n');
}

/** A few constructs, some inside others, some broken. */
export function randomDocument(random: Random): string {
  let text = '';
  for (let n = 1 + random.below(5); n > 0; n--) {
    let one = block(random);
    for (let depth = random.below(4) === 0 ? 1 + random.below(3) : 0; depth > 0; depth--) one = indent(random, one);
    text += one + pick(random, ['\n\n', '\n\n', '\n\n', '\n', '\n', '', '\n\n\n', '\n^\n', '  \n']);
  }
  return random.below(3) === 0 ? damage(random, text) : text;
}

export function damage(random: Random, text: string): string {
  let result = text;
  for (let n = 1 + random.below(4); n > 0; n--) {
    const at = random.below(result.length + 1);
    const length = random.below(4);
    switch (random.below(4)) {
      case 0:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 1:
        result = result.slice(0, at) + pick(random, TOKENS) + result.slice(at);
        break;
      case 2:
        result = result.slice(0, at) + pick(random, SPANS) + result.slice(at + length);
        break;
      default: {
        const from = random.below(result.length + 1);
        result = result.slice(0, at) + result.slice(from, from + 1 + random.below(12)) + result.slice(at);
      }
    }
  }
  // Half of a surrogate pair isn't valid text.
  return result.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');
}

/** Lines as a hurried author leaves them: swapped, duplicated, dropped, joined, indented differently. */
function rearrange(random: Random, lines: string[]): void {
  for (let n = 1 + random.below(5); n > 0 && lines.length > 0; n--) {
    const at = random.below(lines.length);
    const other = random.below(lines.length);
    const line = lines[at]!;
    switch (random.below(7)) {
      case 0:
        lines[at] = lines[other]!;
        lines[other] = line;
        break;
      case 1:
        lines.splice(other, 0, line);
        break;
      case 2:
        lines.splice(at, 1);
        break;
      case 3:
        lines.splice(at, 2, line + (lines[at + 1] ?? ''));
        break;
      case 4:
        lines[at] = pick(random, PREFIXES) + line;
        break;
      case 5:
        lines[at] = line.replace(/^[ \t]+|^[>*+-] ?|^\d+\. /, '');
        break;
      default:
        lines.splice(at, 0, '');
    }
  }
}

/** A stretch of a document, mixed with constructs and with stretches of others, and damaged. */
export function mutate(random: Random, text: string, others: readonly string[]): string {
  const lines = text.split('\n');
  const from = random.below(lines.length);
  const some = lines.slice(from, from + 1 + random.below(30));
  if (random.below(2) === 0) rearrange(random, some);
  let result = some.join('\n');
  if (random.below(3) === 0) {
    const more = pick(random, others).split('\n');
    const at = random.below(more.length);
    result += `\n${more.slice(at, at + 1 + random.below(10)).join('\n')}`;
  }
  if (random.below(3) === 0) result += `\n${randomDocument(random)}`;
  return random.below(4) > 0 ? damage(random, result) : result;
}

/** The options of Jekyll's configuration. */
export const JEKYLL = {
  auto_ids: true,
  toc_levels: '1..6',
  entity_output: 'as_char',
  smart_quotes: 'lsquo,rsquo,ldquo,rdquo',
  input: 'GFM',
  hard_wrap: false,
  footnote_nr: 1,
  syntax_highlighter: 'rouge',
  syntax_highlighter_opts: { default_lang: 'plaintext', guess_lang: true },
};

const BOOLEANS: readonly unknown[] = [true, false, 'true', 'false', ' FALSE ', '', null, 0, 'no', []];
const INTEGERS: readonly unknown[] = [1, 0, -1, '2', '0x10', ' 3 ', '1_0', '010', 'x', 1.5, null, '', true, [1], 100];
const TEXTS: readonly unknown[] = ['', 'x-', 'a b', '<&">', 'é', 5, null, true, ['a'], '%s'];

/** Values for every option, those that kramdown refuses among them. */
const VALUES: Readonly<Record<string, readonly unknown[]>> = {
  input: ['GFM', 'kramdown', 'markdown', 'Kramdown', 'Markdown', 'nope', '', 'gFM'],
  hard_wrap: BOOLEANS,
  gfm_quirks: [
    'paragraph_end',
    [],
    ['no_auto_typographic'],
    'paragraph_end,no_auto_typographic',
    '',
    [null],
    5,
    ':paragraph_end',
  ],
  auto_ids: BOOLEANS,
  auto_id_prefix: TEXTS,
  auto_id_stripping: BOOLEANS,
  parse_block_html: BOOLEANS,
  parse_span_html: BOOLEANS,
  html_to_native: [...BOOLEANS, false, false, false],
  entity_output: ['as_char', 'as_input', 'numeric', 'symbolic', ':numeric', 'nil', '', 'nope', null, 3],
  toc_levels: ['1..6', '2,3', [1, 2], '3..2', '1..9', '', 'x', [], [7], ['2', 3], null, 3, '1', '2,2'],
  smart_quotes: [
    'lsquo,rsquo,ldquo,rdquo',
    ['apos', 'apos', 'quot', 'quot'],
    '39,39,34,34',
    'a,b',
    '',
    'nope,rsquo,ldquo,rdquo',
    5,
    '0x27,39,34,34',
    ['lsquo', 39, null, 'rdquo'],
  ],
  typographic_symbols: [
    {},
    { hellip: '...', mdash: '<>' },
    { ':ndash': 5, laquo_space: null },
    'hellip: x',
    '',
    'x',
    [],
    { raquo: '', raquo_space: '&' },
  ],
  header_offset: INTEGERS,
  syntax_highlighter: ['rouge', null, '', 'nil', ':rouge', 'coderay', 'nope', false, 'minted'],
  syntax_highlighter_opts: [
    {},
    { default_lang: 'plaintext' },
    { default_lang: 'nolang' },
    'default_lang: ruby',
    '',
    'x',
    [],
    null,
    { ':default_lang': 'ruby' },
    { span: { disable: true } },
  ],
  math_engine: ['mathjax', null, 'nil', '', ':mathjax', 'katex', 'nope'],
  math_engine_opts: [
    {},
    { preview: true },
    { preview: 'a & b' },
    { preview: true, preview_as_code: true },
    'preview: x',
    'x',
    [],
  ],
  footnote_backlink: ['&#8617;', '', 'back & up', '<b>', null, 5, '&nope;'],
  footnote_backlink_inline: BOOLEANS,
  footnote_prefix: TEXTS,
  footnote_nr: INTEGERS,
  remove_line_breaks_for_cjk: BOOLEANS,
  link_defs: [
    {},
    { 'a b': ['http://def.example', 'T'], x: ['y'] },
    { ref: ['/from-options'] },
    { A: [null, 'T'] },
    { a: 'b' },
    { a: [] },
    '',
    'a: [b, c]',
    'x',
    [],
    null,
  ],
  forbidden_inline_options: [[], ['template'], ['auto_ids', ':footnote_nr'], 'auto_ids', null, [5]],
  line_width: INTEGERS,
  list_indent: INTEGERS,
  remove_block_html_tags: BOOLEANS,
  remove_span_html_tags: BOOLEANS,
  latex_headers: ['a,b,c,d,e,f', 'a,b', [1, 2, 3, 4, 5, 6], 5],
  gfm_emojis: BOOLEANS,
  show_warnings: BOOLEANS,
  enable_coderay: BOOLEANS,
  coderay_wrap: TEXTS,
  unknown: [1, null, {}],
};
/** Options that came with 2.5. */
const LATER_VALUES: Readonly<Record<string, readonly unknown[]>> = {
  header_links: BOOLEANS,
  footnote_link_text: ['%s', '[note %s]', 'none', '%s and %s', '%d', '%%%s', '', null],
};

/** Jekyll's options, or some others as well. */
export function randomOptions(random: Random, version: '2.4.0' | '2.5.2'): Omit<KramdownCase, 'text'> {
  if (random.below(2) > 0) return { options: JEKYLL, ...(random.below(15) === 0 && { ascii: true }) };
  if (random.below(15) === 0) return { options: JEKYLL, smartify: true };
  const values = version === '2.4.0' ? VALUES : { ...VALUES, ...LATER_VALUES };
  const extra: Record<string, unknown> = {};
  const oneIn = pick(random, [4, 10, 20]);
  // Mostly the first values, which kramdown accepts; one in three cases has any of them.
  const isTame = random.below(3) > 0;
  for (const [name, all] of Object.entries(values)) {
    if (random.below(oneIn) === 0) extra[name] = pick(random, isTame ? all.slice(0, 3) : all);
  }
  return { options: { ...JEKYLL, ...extra }, ...(random.below(15) === 0 && { ascii: true }) };
}
