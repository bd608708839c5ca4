/** Texts that show a corner of the reference, each for a reason of its own. */
export const KNOWN_TRAPS: readonly string[] = [
  // A longer fence that nothing closes is a shorter one with what is left over as its language.
  '````\ncode\n```\n',
  '~`~ x\ncode\n~`~\n',
  '```\nnever closed by this: ``` x\n',
  // A language of NULs alone is none; at its ends they belong to its class only.
  '```\0\na\n```\n\n```\0ruby\0\n1\n```\n\n```c\0?a=\0\nb\n```\n',
  // Definitions with an empty footnote, and one inside the other.
  '[^a]: [^b]: x\n\n[^a] [^b]\n',
  '[^a]:[^b]:\n\n[^a]\n',
  // An attribute list on a link lands on its definition, and so on later links.
  '[x][d]{:.one} [y][d]\n\n[d]: http://example.com\n{:.def}\n',
  '*[x][d]{:.one} [y][d]\n\n[d]: u\n',
  // Titles of definitions and of links.
  '[a]: u "t" "v"\n\n[a]\n',
  '[a]: <u> \'t\'\n[b]: <u>x "t"\n[c]: u\n   "next" \n\n[a] [b] [c]\n',
  '[a]: x"y "z"\n\n[a]\n',
  '[a](u "t"x) [b](<u>"t") [c](u(v "t") [d](u \'t"\' )\n',
  '[a](b "c" d) [a](( [b](c)\n',
  // Escaped braces, and lists that end on another line.
  '*a*{: x="}" \\} }\n\n*b*{:.c\n.d}\n\n{:.e\n#f}\nparagraph\n',
  '{::comment a="\\}"}\nx\n{:/}\n',
  '{::nomarkdown}\nunclosed\n',
  // Markers, tabs and what is behind them.
  '*\ta\n\n\tb\n\n* \t c\n',
  '* {:.a}\n  text\n* {:.b} text\n* {:.c} \n',
  '1. a\n\n2. b\n^\n\n1. c\n',
  '- a\n\n- b\n- c\n\ntext\n',
  '- a\n\n  ***\n- b\n\n***\n',
  '* a\n      * b\n   * c\n     d\n',
  'a\n: b\n\n\n: c\n\nd\n: e\n^\n: f\n',
  // Tables that are none, and pipes that are no borders.
  'a | b\nc\n',
  '| `a\n| b` |\n',
  '|a|b\n|===\n|c|d\n|---\n|e\n',
  '|---\n|---\n',
  'a \\| b\n',
  '{:.x}\n| a\nb\n',
  // HTML.
  '<div markdown="1">\n<div>\n*a*\n</div>\n<p>b\n</div>\n\nc\n',
  '<p>a<?b?><!-- c --></b><</p>d\n',
  '<a b="c\n\nd">*e*</a>\n',
  '<A HREF="x">y</a> <Foo Bar="z">w</Foo>\n',
  '<div>\n  <pre>a < b &amp; c & d</pre>\n</div>\n',
  '<time>t</time> and <![CDATA[<x>]]>\n',
  '<p><![CDATA[a < b]]></p>\n',
  '<script>x</script> y\n\n<style>z\n',
  // Emphasis.
  '**a *b** c*\n\n***a** b*\n\n***a* b**\n\n_a__b_ __c_d__ é_e_ -_f_ a-_g_\n\na___b_ c\n',
  '*a **b c* d** **e *f**\n\n**a\n\n*[a](b*c)*\n',
  '~~a *b~~ c* ~~ d~~ ~~e ~~f~~~\n',
  // Brackets.
  '[a [b](c) [d]\n\n![a ![b ![c](d) e] f](g)\n\n![![![\n\n[[[a]]](b)\n\n[a\\]b](c)\n',
  // Quotes.
  '"_a_" "*b" \'"c"\' "\'d\' e" \'90s \'20s\' f"s g"so "é" ("h") "..." "...i" "-" _"_ \\"j\\"\n',
  '😀"x" 😀\'s\n',
  // Entities, symbols and characters.
  '&#150; &#x1F600; &#55296; &sbquo &Amp; &a:b; &#9999999999;\n',
  '<<< >>> << >> <<a>> \\<<b\\>>\n',
  'a\\\nb\\\\\nc  \nd   \ne\n',
  '# ΑΣ “é” ß ½ 漢字_x &eacute; `c` $$m$$ -- (x)\n# ΑΣ “é” ß ½ 漢字_x &eacute; `c` $$m$$ -- (x)\n',
  // Abbreviations.
  '*[AB]: one\n*[ABC]: two\n*[A-B]: three\n*[é]: four\n\nAB ABC ABCD A-B A-Bc éAB AB.\nAB <b>AB</b> `AB` [AB](AB) é\n',
  `*[${'ab-'.repeat(40)}x]: one\n*[${'ab-'.repeat(40)}]: two\n*[${'z'.repeat(101)}]: three\n\n${'ab-'.repeat(90)}x ${'z'.repeat(102)} ${'z'.repeat(101)}.\n`,
  '*[a  b]: spaces\n*[c d]: one\n\nc\nd c\u00a0d a  b\n',
  '*[a  b]: 1\n*[a b]: 2\n\na   b a\u00a0b a\tb a\n  b a\ufeffb\n',
  '*[ab ]: 1\n*[a \u00a0c]: 2\n\nx ab  cd ab \u00a0 a \u00a0c a  \u00a0c ab\n',
  `*[${'ab cd '.repeat(30)}e]: long\n\n${'ab\u2003cd\t'.repeat(30)}e, ${'ab  cd '.repeat(30)}e ${'ab cd '.repeat(31)}e\n`,
  // A table is tried and given up before each of its lines that could begin one.
  'a\n\n| b\n{:c: title="|"}\n{: title="|"}\n| d\n{:c: title="|"}\n{: title="|"}\n| e\nf\n',
  '|<b>[[{:[}]\n',
  // Where \s, `.` and ^ of Ruby differ from JavaScript's.
  'a\u2028b | c\u00a0\n',
  '\u00a0# no header\n\n-\u00a0no list\n',
  'a\r\nb\rc\r\n',
  ' \tnot code\n',
  '#\nnext\n',
  '[a-b]: b\n\n[[^[a-b]',
  '*<a>*</a>{:*}',
  '# e\u2028 ]\n\n## f\u2029 ]',
  '    \u2028\tcode\n    \u2029    more',
  '"`\u00bd "\u00bd"',
  '\\\n{::options hard_wrap="t"/}',
  '{:/}\n\nx\n\n{:/}\ny',
  // What leaves nothing stands between the backslash and the end of its line.
  '\\\\{::options/}\na\n\nb\\\\{::comment/}\nc\n',
  // What is warned of: a name alone, not one behind a text.
  '[a] [b][] [c][d] [e](f [g \\] h] [i[j]]\n\n ![k *l* m]\n',
  ' \t{no construct takes this}\n',
  '{::options refs of="x" /}\n',
  // Ruby strips ASCII's white space alone.
  '`c`{:.\u00a0} *d*{:#\u00a0}\n\n`e`{: id="\u00a0"}\n\n~~~\nf\n~~~\n{:.\u00a0}\n',
];

export const KNOWN_TRAPS_WITH_OPTIONS: readonly (readonly [
  text: string,
  options: Readonly<Record<string, unknown>>,
])[] = [
  ['[![<img a="">]()[', { html_to_native: true }],
  ['[<img a="">]![b] [<img a="">]![(c)', { html_to_native: true }],
  ['[<img a="">]![][d]\n\n[d]: e\n', { html_to_native: true }],
  ['![<img a=""> ![<img a=""> ![<img a=""> ', { html_to_native: true }],
  ['![<img><img>![(b) ![<img> [ ](c)', { html_to_native: true }],
  ['[ [ [ [<img><img><img> ![ [ ] ] ](d)', { html_to_native: true }],
  ['[ ![e [ ] ] [<img><img><img> ![e [ ] ] ](f)', { html_to_native: true }],
  ['a', { latex_headers: 'a,b' }],
  ['a', { line_width: null }],
  ['a', { list_indent: [1] }],
  ['# a', { header_offset: 1.5 }],
  ['# a', { header_offset: [1] }],
  ['<dd>', { parse_block_html: [] }],
  ['a', { input: '' }],
  ['a', { input: 'gfm' }],
  ['    a\nb\n\n* {:.c}\n* \nd\n{:.e}\n: f\n', { input: 'Markdown' }],
  ['# a\n\n[b]', { toc_levels: [7] }],
  ['"a"', { smart_quotes: 'nope,rsquo,ldquo,rdquo' }],
  ['{::options syntax_highlighter_opts="{d{\\}"/}\n    n\n', {}],
  ['{::options syntax_highlighter_opts="{span: {default_lang: x\\}, a: [b, {c: d\\}]\\}"/}\n    n\n', {}],
  ['{::options template="x"/}', { forbidden_inline_options: [] }],
  ['{::options template=""/}', { forbidden_inline_options: [] }],
  // Numbers, texts with YAML, and hashes where a text belongs.
  ['"a" \'b\'', { smart_quotes: [39.5, '8217', '0x22', 'quot'] }],
  ['[a] [b c]', { link_defs: '"b c": ["u", \'it\'\'s\']' }],
  ['a[^1]\n\n[^1]: b\n', { footnote_backlink: { back: ['up', null] } }],
  // LaTeX is the other highlighter that kramdown has.
  ['`a` `b`{:.language-c}\n\n~~~ c\nd < e\n~~~\n', { syntax_highlighter: 'minted' }],
  [
    '`a`\n\n    b\n',
    { syntax_highlighter: 'minted', syntax_highlighter_opts: { default_lang: 'c', wrap: true, frame: 'lines' } },
  ],
  ['漢\n字\nあ\nア\na\n字\n*漢*\n字 \n漢&amp;\n々\nー\n한\n漢\n𠀀\n漢\n', { remove_line_breaks_for_cjk: true }],
  ['a[^1]\n\n[^1]: b\n', { footnote_link_text: '%s and %s' }],
  ['a[^1]\n\n[^1]: b\n', { footnote_link_text: '%%s %03d %%' }],
  ['a[^1]\n\n[^1]: b\n', { footnote_link_text: '%s 5%' }],
];
