// Markdown of mixed sites: documents of the generators for kramdown, code in every language, and what plugins look for.

import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { caseCodes } from './highlight-samples.ts';
import { BLOCKS, Random as DocumentRandom, randomDocument } from './kramdown-documents.ts';
import { Grammar } from './kramdown-grammar.ts';
import { strangeDocument } from './kramdown-strange.ts';
import { LINES } from './plugins-sites.ts';
import type { Random } from './random.ts';

const CASES = fileURLToPath(new URL('../../test/highlight/cases', import.meta.url));
const LANGUAGES = readdirSync(CASES)
  .map((name) => name.replace('.txt', ''))
  .sort();
const LONGEST_CODE = 500;

const HEADINGS: readonly string[] = [
  ...[
    '# The `brew` command\n',
    '# Setext of `x`{:.language-ruby}\n',
    'The `a < b` case\n===\n',
    '# *Em* & "quotes" -- it\'s\n',
  ],
  ...[
    '# [Link](http://x.example) and ![img](i.png)\n',
    '# `puts 1`{:.language-ruby} {#own}\n',
    '# Note[^1]\n\n[^1]: Foot\n',
  ],
  ...[
    '# {{ page.url }}\n',
    '# $$x^2$$ is\n',
    '# <b>html</b> &amp; `<i>`\n',
    '# ünï 日本\n',
    '## Second first\n\n# First second\n',
  ],
  ...[
    '# `y`{:.language-nosuch}\n',
    '# :smile: @mona\n',
    'Text before\n\n# Then a title\n',
    '#Tight `z`\n',
    '# Closed `c` ##\n',
  ],
];

const PIECES: readonly string[] = [
  '* toc\n{:toc}\n\n## One\n\n### Two `code`\n\n## Three\n',
  '| a | b |\n|:--|--:|\n| `x|y` | *z* |\n{:.table #t}\n',
  'A note[^n] and again[^n], then[^m].\n\n[^n]: The *note*.\n[^m]:\n    With `code`\n\n        more\n',
  '*[HTML]: Hyper Text\n\nHTML is HTML.\n',
  '<div markdown="1">\n## In `html`\n\n- a\n</div>\n',
  '$$\n\\begin{align} a &< b \\\\ c \\end{align}\n$$\n\nand $$x$$ inline\n',
  'Term `t`\n: Meaning\n: Another\n',
  '![pic](pic.png){:width="10" .c} [to](/about/){:target="_blank"}\n',
  '> quoted `q`\n> - list\n',
  '1. one\n\n   ~~~ python\n   x = 1\n   ~~~\n2. two\n',
  '- [ ] to do\n- [x] done `d`\n',
  '{::comment}hidden{:/}\n{::options auto_ids="false" /}\n# Without an id\n',
  'Intro of the *post*.\n\n<!--more-->\n\nThe rest, with [ref].\n\n[ref]: http://r.example/ "R"\n',
  'First `inline`{:.language-js} line\nwith "quotes" and ... -- dashes\n',
  '<details><summary>S</summary>\n\n*not md*\n\n</details>\n',
  '    indented code\n    {: .x}\n\ntext\n{: .lead}\n',
];

/** Without Liquid, and without characters that Unicode doesn't have, at which kramdown stops. */
const quoted = (text: string): string =>
  text
    .replaceAll('{{', '{ {')
    .replaceAll('{%', '{ %')
    .replace(/&#(?:\d{7,}|x[\da-f]{6,});/gi, '&#8212;');

/** A few lines of a language's fixture. */
function codeOf(language: string, random: Random): string {
  const codes = caseCodes(language).filter((code) => code.length < LONGEST_CODE);
  return codes.length === 0 ? 'x = 1\n' : quoted(random.pick(codes).replace(/\r\n?/g, '\n').replace(/\n*$/, '\n'));
}

function code(random: Random): string {
  const language = random.pick(LANGUAGES);
  const text = codeOf(language, random);
  const fence = random.pick(['~~~~~~~~', '````````']);
  const indented = text.replace(/^(?=.)/gm, '    ');
  return random.pick([
    () => `${fence} ${language}\n${text}${fence}\n`,
    () => `${fence}${language}\n${text}${fence}\n{:.own #code}\n`,
    () => `${fence}\n${text}${fence}\n{:.language-${language}}\n`,
    () => `${fence}\n${text}${fence}\n`,
    () => `{% highlight ${language}${random.pick(['', ' linenos', ' linenos=table'])} %}\n${text}{% endhighlight %}\n`,
    () => `a\n\n${indented}\n{:.language-${language}}\n`,
    () => `Inline \`${text.split('\n')[0]!.replaceAll('`', "'")}\`{:.language-${language}} code\n`,
    () => `{% capture shown %}\n${fence}${language}\n${text}${fence}\n{% endcapture %}{{ shown | markdownify }}\n`,
  ])();
}

/** A stretch of Markdown. */
export function markdown(random: Random): string {
  const own = new DocumentRandom(random.below(2 ** 31));
  const text = random.pick([
    () => random.pick(HEADINGS),
    () => random.pick(HEADINGS),
    () => random.pick(PIECES),
    () => random.pick(PIECES),
    () => `${quoted(random.pick(BLOCKS))}\n`,
    () => `${Array.from({ length: 1 + random.below(4) }, () => random.pick(LINES)).join('\n')}\n`,
    () => code(random),
    () => code(random),
    () => quoted(randomDocument(own)),
    () => quoted(new Grammar(own).document()),
    () => quoted(strangeDocument(own)),
  ])();
  return `${text}\n`;
}
