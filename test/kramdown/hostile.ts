// Input on which a careless parser takes quadratic or exponential time, or exhausts its stack: about n characters each.

import type { GivenOptions } from '../../src/kramdown/index.ts';

export interface Hostile {
  readonly make: (n: number) => string;
  /** Beside Jekyll's. */
  readonly options?: GivenOptions;
}

const repeat = (piece: string, length: number) => piece.repeat(Math.max(1, Math.floor(length / piece.length)));
const pair = (open: string, close: string, n: number, inner = 'a') => {
  const times = Math.floor(n / (open.length + close.length));
  return open.repeat(times) + inner + close.repeat(times);
};
/** Numbered pieces, all of one kind and then all of the next. */
const numbered = (length: number, ...pieces: ((i: number) => string)[]) =>
  pieces
    .map((piece) => {
      let text = '';
      for (let i = 0; text.length < length / pieces.length; i++) text += piece(i);
      return text;
    })
    .join('\n');

const text = (make: (n: number) => string): Hostile => ({ make });
const withOptions = (options: GivenOptions, make: (n: number) => string): Hostile => ({ make, options });
const plain = { input: 'kramdown' } as const;
const html = { input: 'Html' } as const;
const native = { htmlToNative: true } as const;
const inBlocks = { parseBlockHtml: true } as const;
const newer = { version: '2.5.2' } as const;

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  // Blocks in blocks
  'nested quotes': text((n) => `${repeat('>', n)}a`),
  'nested quotes with spaces': text((n) => `${repeat('> ', n)}a`),
  'quotes of growing depth': text((n) => numbered(n, (i) => `${'>'.repeat(i % 100)} a\n`)),
  'lazy quotes': text((n) => repeat('> a\nb\n', n)),
  'nested lists on a line': text((n) => `${repeat('* ', n)}a`),
  'nested numbers on a line': text((n) => `${repeat('1. ', n)}a`),
  'lists of growing depth': text((n) => {
    let result = '';
    for (let i = 0; result.length < n; i++) result += `${'  '.repeat(i)}* a\n`;
    return result;
  }),
  'lists and quotes': text((n) => `${repeat('* > ', n)}a`),
  'nested definitions': text((n) => `a\n${repeat(': b\n', n)}`),
  'definitions in definitions': text((n) => `a\n${repeat(': ', n)}b`),
  'list items': text((n) => repeat('- a\n', n)),
  'loose list items': text((n) => repeat('- a\n\n', n)),
  'list item of many lines': text((n) => `- a\n${repeat('  b\n', n)}`),
  tasks: text((n) => repeat('- [ ] a\n', n)),
  'items broken by rules': text((n) => repeat('- a\n\n* * *\n', n)),
  'definitions and terms': text((n) => repeat('a\n: b\n\n', n)),
  'ends of blocks': text((n) => repeat('a\n^\n', n)),
  'blank lines': text((n) => repeat('\n', n)),
  'lines of spaces': text((n) => repeat('   \n', n)),
  spaces: text((n) => `a${repeat(' ', n)}b`),
  tabs: text((n) => `- a\n${repeat('\t', n)}b`),
  'indented code and blank lines': text((n) => repeat('    a\n\n', n)),
  'one paragraph': text((n) => repeat('word\n', n)),
  'lines that break': withOptions({ hardWrap: true }, (n) => repeat('a\n', n)),
  'trailing breaks': text((n) => repeat('a  \n', n)),
  // Headers
  'headers of one text': text((n) => repeat('# a\n', n)),
  'headers and a table of contents': text(
    (n) => `* toc\n{:toc}\n\n${numbered(n, (i) => `${'#'.repeat((i % 6) + 1)} a${i}\n\n`)}`,
  ),
  hashes: text((n) => `# a ${repeat('#', n)}b`),
  'spaced hashes': text((n) => `# a${repeat(' #', n)}`),
  'open header ids': text((n) => `# a${repeat(' {#a', n)}}`),
  underlines: text((n) => repeat('a\n===\n', n)),
  'long underline': text((n) => `a\n${repeat('=', n)}b`),
  'rule that is none': text((n) => `${repeat('* ', n)}\n${repeat('- ', n)}a`),
  // Code and formulas
  'open backticks': text((n) => numbered(n, (i) => `${'`'.repeat((i % 500) + 1)} a `)),
  'backticks of all lengths': text((n) => {
    let result = '';
    for (let i = 1; result.length < n; i++) result += `${'`'.repeat(i)}a`;
    return result;
  }),
  'run of backticks': text((n) => `a ${repeat('`', n)} b`),
  'open fences': text((n) => repeat('``` a\nb\n', n)),
  'fences of all lengths': text((n) => {
    let result = '';
    for (let i = 3; result.length < n; i++) result += `${'~'.repeat(i)}\na\n`;
    return result;
  }),
  'falling fences': text((n) => {
    let result = '';
    for (let i = 3; result.length < n; i++) result = `${'~'.repeat(i)}\na\n${result}`;
    return result;
  }),
  'long fence': text((n) => repeat('~', n)),
  'long mixed fence': text((n) => `${repeat('`~', n)}\n\`\`\`\n`),
  'words behind a fence': text((n) => repeat('``` a?b c\n', n)),
  'open formulas': text((n) => repeat('$$a $', n)),
  'formula that never ends': text((n) => `$$ ${repeat('a\n\n', n)}`),
  'formulas without boundary': text((n) => repeat('$$a$$ b\n', n)),
  // Spans
  'open brackets': text((n) => repeat('[', n)),
  'closing brackets': text((n) => repeat(']', n)),
  'nested brackets': text((n) => pair('[', ']', n)),
  'brackets side by side': text((n) => repeat('[a]', n)),
  'brackets and spaces': text((n) => repeat('[a] ', n)),
  'brackets far from names': text((n) => `${repeat('[a]', n / 2)}${repeat(' ', n / 2)}[b]`),
  'open images': text((n) => repeat('![', n)),
  'nested images': text((n) => pair('![', ']', n)),
  'nested images with targets': text((n) => pair('![', '](b)', n)),
  'nested links with targets': text((n) => pair('[', '](b)', n)),
  'open targets': text((n) => repeat('[a](', n)),
  'open angle targets': text((n) => repeat('[a](<b', n)),
  'open titles': text((n) => repeat('[a](b "', n)),
  'targets of parentheses': text((n) => `[a]${pair('(', ')', n)}`),
  'targets of open parentheses': text((n) => `${repeat('[a](b', n / 2)}${repeat('(', n / 2)}`),
  'targets of spaces': text((n) => repeat('[a](   ', n)),
  'escaped brackets': text((n) => repeat('[\\', n)),
  'emphasis around links': text((n) => repeat('*[a](b', n)),
  'open emphasis': text((n) => repeat('*a **b _c ', n)),
  'open stars': text((n) => repeat('*a ', n)),
  'open double stars': text((n) => repeat('**a ', n)),
  'stars and underscores': text((n) => repeat('*_', n)),
  'words and underscores': text((n) => repeat('_a', n)),
  'words and double underscores': text((n) => repeat('__a', n)),
  'runs of stars': text((n) => `${repeat('*', n)}a`),
  'runs of underscores': text((n) => `a${repeat('_', n)}a`),
  'runs of underscores (2.5)': withOptions(newer, (n) => repeat('a__ ', n)),
  'threes of stars': text((n) => repeat('***a ', n)),
  'closed emphasis': text((n) => repeat('*a* **b** ', n)),
  'emphasis of all widths': text((n) => pair('*a **b ', '** c* ', n)),
  strikethroughs: text((n) => repeat('~~a ', n)),
  tildes: text((n) => repeat('~', n)),
  'nested strikethroughs': text((n) => repeat('~~a ~b~~', n)),
  quotes: text((n) => repeat(`"'`, n)),
  dashes: text((n) => repeat('-', n)),
  dots: text((n) => `a ${repeat('.', n)}`),
  guillemets: text((n) => `a ${repeat('<', n)}`),
  'guillemets to the right': text((n) => `a ${repeat(' >>', n)}`),
  backslashes: text((n) => repeat('\\', n)),
  entities: text((n) => repeat('&amp;', n)),
  'entity that never ends': text((n) => repeat('&a', n)),
  'long entity': text((n) => `&#${repeat('1', n)};`),
  ampersands: text((n) => repeat('&', n)),
  'open autolinks': text((n) => repeat('<http://a', n)),
  'open mail addresses': text((n) => repeat('<a@b', n)),
  'long mail address': text((n) => `<${repeat('a', n)}`),
  'one long word': text((n) => repeat('a', n)),
  'one long line': text((n) => repeat('word "word" -- ', n)),
  'not ASCII': text((n) => repeat('é"漢"😀_', n)),
  // HTML
  'open block HTML': text((n) => repeat('<div>\n', n)),
  'open block HTML on a line': text((n) => repeat('<div>', n)),
  'nested block HTML': text((n) => pair('<div>\n', '</div>\n', n)),
  'closing tags': text((n) => repeat('</div>\n', n)),
  'closing tags in HTML': text((n) => `<div>\n${repeat('</p>', n)}`),
  'HTML as Markdown': withOptions(inBlocks, (n) => repeat('<div>\n', n)),
  'nested HTML as Markdown': withOptions(inBlocks, (n) => pair('<div>\n', '</div>\n', n)),
  'spans in HTML as Markdown': withOptions(inBlocks, (n) => repeat('<p>a\n', n)),
  'Markdown in HTML': text((n) => repeat('<div markdown="1">\n', n)),
  'nested Markdown in HTML': text((n) => pair('<div markdown="1">\n', '</div>\n', n)),
  'Markdown spans in HTML': text((n) => repeat('<p markdown="1">', n)),
  'open span HTML': text((n) => `a ${repeat('<b>', n)}`),
  'nested span HTML': text((n) => `a ${pair('<b>', '</b>', n)}`),
  'span HTML and emphasis': text((n) => `a ${repeat('*<b>', n)}`),
  'emphasis in closed HTML': text((n) => `a ${repeat('<b>*a</b>', n)}`),
  'links in HTML': text((n) => `a ${repeat('[<b>', n)}`),
  'raw span HTML': text((n) => `a ${repeat('<code>', n)}`),
  'closing tags in spans': text((n) => `a ${repeat('</b>', n)}`),
  'names that differ': text((n) => `a ${numbered(n, (i) => `<x${i}>`)}`),
  'blocks whose names differ': text((n) => numbered(n, (i) => `<x${i}>\n`)),
  scripts: text((n) => repeat('<script>\n', n)),
  'closed scripts': text((n) => repeat('<script>a</script>\n', n)),
  'open attributes': text((n) => repeat('<a b="', n)),
  'many attributes': text((n) => `<div ${numbered(n, (i) => ` a${i}="b"`)}>\n`),
  'attributes without end': text((n) => `a <b ${repeat('c ', n)}`),
  'attributes without end, many': text((n) => `a ${repeat('<b c ', n)}`),
  'spaces in tags': text((n) => `a ${repeat(`<b${' '.repeat(50)}`, n)}`),
  'open comments': text((n) => `a ${repeat('<!--', n)}`),
  'open comments in HTML': text((n) => `<div>\n${repeat('<!--', n)}`),
  'open instructions': text((n) => `<div>\n${repeat('<?a', n)}`),
  'open character data': withOptions(newer, (n) => `a ${repeat('<![CDATA[', n)}`),
  angles: text((n) => repeat('<', n)),
  'angles and spaces': text((n) => repeat('a < b ', n)),
  'angles in HTML': text((n) => `<div>\n${repeat('<', n)}`),
  'HTML made native': withOptions(native, (n) => repeat('<div><p>a</p></div>\n', n)),
  'entities made native': withOptions(native, (n) => `<p>${repeat('&amp;', n)}</p>`),
  'elements of span HTML made native': withOptions(native, (n) => `a ${repeat('<em><b>', n)}`),
  'open HTML made native': withOptions(native, (n) => repeat('<div>', n)),
  'tables made native': withOptions(native, (n) => repeat('<table><tr><td>', n)),
  'nested spans made native': withOptions(native, (n) => `a ${pair('<i>', '</i>', n)}`),
  'images of HTML in open images made native': withOptions(native, (n) => repeat('![<img src="a"> ', n)),
  'images of HTML in open links made native': withOptions(native, (n) => repeat('[<img src="a"> ', n)),
  'images of HTML in images and links made native': withOptions(native, (n) => repeat('![[<img src="a"><img> ', n)),
  // Definitions
  'link definitions': text((n) =>
    numbered(
      n,
      (i) => `[a${i}]: b\n`,
      (i) => `[a${i}] `,
    ),
  ),
  'one link defined often': text((n) => repeat('[a]: b\n', n)),
  'open link definitions': text((n) => repeat('[a\n', n)),
  'titles of a definition': text((n) => `[a]: b${repeat(' "c', n)}`),
  'angles of a definition': text((n) => `[a]: <b${repeat('> c', n)}`),
  'names of many spaces': text((n) => `[a]: b\n\n${repeat('[a        ', n)}`),
  footnotes: text((n) =>
    numbered(
      n,
      (i) => `[^a${i}]: b\n`,
      (i) => `[^a${i}] `,
    ),
  ),
  'marks of one footnote': text((n) => `[^a]: b\n\n${repeat('[^a] ', n)}`),
  'footnotes in footnotes': text((n) => `[^a0]\n\n${numbered(n, (i) => `[^a${i}]: b [^a${i + 1}]\n`)}`),
  'nested footnotes': text((n) => {
    let result = '';
    for (let i = 0; result.length < n; i++) result += `${'    '.repeat(i % 60)}[^a${i}]: b\n`;
    return result;
  }),
  'marks side by side': text((n) => `[^a]: b\n\n${repeat('[^a]', n)}`),
  'two footnotes in each other': text(
    (n) => `[^a][^b]\n\n[^a]: ${repeat('[^b] ', n / 2)}\n\n[^b]: ${repeat('[^a] ', n / 2)}`,
  ),
  'undefined footnotes': text((n) => repeat('[^a] ', n)),
  'footnote of many lines': text((n) => `[^a]: b\n${repeat('    c\n', n)}\n[^a]`),
  abbreviations: text((n) =>
    numbered(
      n,
      (i) => `*[A${i}]: b\n`,
      (i) => `A${i} `,
    ),
  ),
  'one abbreviation often': text((n) => `*[a]: b\n\n${repeat('a ', n)}`),
  'one long abbreviation of words': text((n) => `*[${repeat('a-', n / 3)}b]: c\n\n${repeat('a-', (n / 3) * 2)}`),
  'abbreviations that almost fit': text((n) => `*[${repeat('a', n / 2)}b]: c\n\n${repeat('a', n / 2)}`),
  'abbreviations of spaces': withOptions(newer, (n) => `*[a${repeat(' ', n / 2)}b]: c\n\na${repeat(' ', n / 2)}`),
  'one long abbreviation of spaced words': withOptions(
    newer,
    (n) => `*[${repeat('a b ', n / 3)}c]: d\n\n${repeat('a b ', (n / 3) * 2)}`,
  ),
  'abbreviations that begin alike': text(
    (n) => `${numbered(n / 2, (i) => `*[${'a '.repeat(i % 50)}b]: c\n`)}\n${repeat('a ', n / 2)}`,
  ),
  // Attribute lists and extensions
  'attribute lists': text((n) => repeat('{:a\n', n)),
  'attribute lists of spans': text((n) => repeat('*a*{:.b}', n)),
  'attribute lists of one span': text((n) => `*a*${repeat('{:.b}', n)}`),
  'attribute lists of one block': text((n) => `a\n${repeat('{:.b}\n', n)}`),
  'open attribute lists': text((n) => repeat('*a*{:', n)),
  'attribute lists of backslashes': text((n) => `a\n{:${repeat('\\}', n)}`),
  'open values of attributes': text((n) => `a\n{:${repeat(' a="', n)}}`),
  'references of one list': text((n) => `{:a: .b}\n\nc\n{:${repeat(' a', n)}}\n`),
  classes: text((n) => `a\n{:${repeat(' .a', n)}}`),
  'joined classes': text((n) => `a\n{:${repeat('.a', n)} b`),
  'definitions of attributes': text((n) => numbered(n, (i) => `{:a${i}: .b a${i + 1}}\n`)),
  'references of attributes': text((n) => `{:a: .b}\n\n${repeat('c\n{:a}\n\n', n)}`),
  'references to one long definition': text((n) => `{:a:${repeat(' .b', 100)}}\n\n${repeat('*c*{:a} ', n / 2)}`),
  'open comments of kramdown': text((n) => repeat('{::comment}\n', n)),
  'extensions of one name': text((n) => `a ${repeat('{::comment}', n)}`),
  'extensions of many names': text((n) => numbered(n, (i) => `{::a${i}}\n`)),
  options: text((n) => repeat('{::options auto_ids="false" /}\n', n)),
  'options between brackets': text((n) => repeat('[*a {::options footnote_nr="1" /}', n)),
  // Tables
  'table rows': text((n) => repeat('| a | `b` |\n', n)),
  'table cells': text((n) => `|${repeat(' a |', n)}`),
  'rows of growing width': text((n) => {
    let result = '';
    for (let i = 1; result.length < n; i++) result += `|${'a|'.repeat(Math.min(i, 100))}\n`;
    return result;
  }),
  'table that is none': text((n) => `${repeat('| a\n', n)}b`),
  'lines that may begin a table that is none': text((n) => `\n${repeat('| a\n{:b: title="|"}\n{: title="|"}\n', n)}c`),
  'tables that are none': text((n) => repeat('| a\nb\n\n', n)),
  'lines of one pipe': text((n) => repeat('a|', n)),
  'rules of a table': text((n) => `| a |\n${repeat('|---|\n', n)}`),
  'columns of a rule': text((n) => `| a |\n|${repeat('---|', n)}`),
  'open code in a table': text((n) => repeat('| `a | b\n', n)),
  'open code elements in a table': text((n) => `|${repeat(' <code>', n)}`),
  'open HTML in a table': text((n) => repeat('| <b> | c\n', n)),
  'trailing spaces in a table': text((n) => `| a${repeat(' ', n)}b |`),
  'escaped pipes': text((n) => repeat('\\|', n)),
  // Dialects
  'kramdown: headers': withOptions(plain, (n) => repeat('#a\n\n', n)),
  'kramdown: one paragraph': withOptions(plain, (n) => repeat('a\n# b\n* c\n', n)),
  'kramdown: stars': withOptions(plain, (n) => repeat('*a **b _c ', n)),
  'HTML: nested emphasis': withOptions(html, (n) => repeat('<em>a', n)),
  'HTML: nested tables': withOptions(html, (n) => repeat('<table><tr><td>', n)),
  'HTML: open tags': withOptions(html, (n) => repeat('<a b="', n)),
  'HTML: comments and instructions before all': withOptions(html, (n) => repeat('<!-- --> <?a?><!DOCTYPE>', n)),
  'HTML: items': withOptions(html, (n) => `<ul>${repeat('<li>a</li>\n', n)}`),
  'CJK lines': withOptions({ removeLineBreaksForCjk: true }, (n) => repeat('漢\n', n)),
};
