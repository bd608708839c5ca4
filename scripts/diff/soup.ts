// Random tokens, and random lines with random indentation. What parsers try where no
// author would write it, and what stands open at the end, comes up here more often than in documents that a grammar makes.

import { pick, type Random } from './kramdown-documents.ts';

const words = (text: string) => text.split(' ');

const TOKENS: readonly string[] = [
  ...words(
    '* _ ** __ *** ` `` ``` [ ] ( ) < > & | - -- --- = === # ## { } {: ^ $ $$ ~ ~~ ~~~ \' " \\ ! ![ : 1. a b word',
  ),
  ...words('| - + * 1. # > : [^a]: [a]: *[a]: [x]').map((token) => `${token} `),
  ...words('</div> <b> </b> <br/> <p> </p> <!-- --> <pre> </pre> <code> </code> <script> </script> <table> <td> <?a?>'),
  ...words('{:: /} {:/} {::comment} {:/comment} {::nomarkdown} {:.c} {:#i} {:a} {:toc} {:footnotes} [^ [^a] ]: ]( *['),
  ...words('http://x.y <http://x.y> <a@b.c> &amp; &#65; &copy; ... << >> |:-:| =|= \\| `|` $$x$$ <![CDATA[ ]]>'),
  ...words('é İ ſ ß 😀 \u00a0 \u2003 \u3000 \ufeff \0 \r \r\n \v \f \t'),
  '\n',
  '\n\n',
  ' ',
  '  ',
  '    ',
  '\\\n',
  '^\n',
  ' "t"',
  '<A B=c>',
  '<img src="a" />',
  '<div>',
  '<div markdown="1">',
  '<div markdown="span">',
  '<b markdown="0">',
  '{:a: .k}',
  '{::options auto_ids="false" /}',
  '[ ] ',
];

const LINES: readonly string[] = [
  '',
  '',
  ...words(
    'a === --- *** ``` ~~~ $$ $$q$$ ^ </div> <p>o </p> <div> {:.l} {:toc} {:/} {::comment} {::nomarkdown} | a|b',
  ),
  ...words(
    '**t t** `u u` [v v](w) "x x" <b>y y</b> \\ &copy; <br> <hr/> <details> <summary>o</summary> </details> <pre>',
  ),
  ...words('</pre> <script> </script> =|= *[b] #p |---|---| l\\ k\\\\ [i]: h} Term'),
  '* a',
  '1. b',
  '2) z',
  '- [ ] r',
  '> d',
  '# e',
  '###### q ######',
  'r {#s}',
  't\n---',
  'u\n===',
  '| f | g |',
  '`d | e` | f',
  '<td>|</td>',
  '~~~ ruby',
  '[^a]: h',
  '[^a] s',
  '[a]: i',
  '  "j"',
  '*[b]: j',
  ': k',
  '{:m: .n}',
  '{: .g',
  '{:/comment} x',
  '{:/nomarkdown}',
  '<div markdown="1">',
  '</div> x',
  '<!-- p -->',
  '<h1 id="m">n</h1>',
  'z  ',
  '+ +',
  '* * *',
];

const INDENTATIONS = [
  '',
  '',
  '',
  ' ',
  '  ',
  '   ',
  '    ',
  '      ',
  '\t',
  ' \t',
  '> ',
  '>',
  '> > ',
  '* ',
  '    1. ',
  ': ',
];

const some = (random: Random, from: readonly string[], least: number, most: number): string[] =>
  Array.from({ length: least + random.below(most - least) }, () => pick(random, from));

/** Tokens, or lines: of few kinds, so that they meet, or of all. */
export function soup(random: Random): string {
  const isTame = random.below(4) > 0;
  if (random.below(2) === 0) {
    const tokens = isTame ? [...some(random, TOKENS, 3, 12), '\n'] : TOKENS;
    const text = some(random, tokens, 4, 50).join('');
    return (random.below(12) === 0 ? '\ufeff' : '') + text + pick(random, ['', '\n']);
  }
  const lines = isTame ? [...some(random, LINES, 4, 14), '', 'a'] : LINES;
  const indentations = isTame ? [...some(random, INDENTATIONS, 1, 6), ''] : INDENTATIONS;
  const lineEnd = random.below(10) === 0 ? '\r\n' : '\n';
  return some(random, lines, 3, 19)
    .map((line) => pick(random, indentations) + line + (random.below(25) === 0 ? '  ' : '') + lineEnd)
    .join('');
}
