// Documents to measure Markdown engines with: what pages contain, in varying proportions, random but repeatable.

import { pick, Random } from '../scripts/diff/kramdown-documents.ts';

// Short words come often, as in a language: the index is squared, see word().
const WORDS = (
  'the of and to a in is it that for on with as was at by an be this from or are not but had have you which one were ' +
  'all they when there their more will if out so up said what its about into than them can only other time new some ' +
  'could these two may first then do any like my now over such our man me even most made after also did many off must ' +
  'before back through years where much your way down should because long each just state those people too mr little ' +
  'good world make very year still see own work men day get here old life both between being under three never know ' +
  'last another while us great harbour lantern compiler garden winter library engine notebook mountain letter window ' +
  'river journey copper archive chapter village signal pattern morning evening station measure message surface ' +
  'language question history machine thread cabinet merchant orchard weather bridge kitchen railway theatre museum ' +
  'configuration repository deployment dependency documentation performance implementation permission environment ' +
  'naïve café façade résumé Zürich coöperate'
).split(' ');

const IDENTIFIERS = 'index count value result buffer config request handler node list user path token cache item'.split(
  ' ',
);

const REFERENCES = 20;

type Piece = (random: Random) => string;

function word(random: Random): string {
  const at = random.below(1000) / 1000;
  return WORDS[Math.floor(at * at * WORDS.length)]!;
}

function words(random: Random, least: number, more: number): string {
  const list: string[] = [];
  for (let n = least + random.below(more); n > 0; n--) list.push(word(random));
  return list.join(' ');
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const chance = (random: Random, oneIn: number) => random.below(oneIn) === 0;
const times = (n: number, make: (i: number) => string) => Array.from({ length: n }, (_, i) => make(i)).join('');
const address = (random: Random) => `/${word(random)}/${word(random)}-${random.below(900)}.html`;
const identifier = (random: Random) =>
  pick(random, IDENTIFIERS) + pick(random, ['', 's', '_id', 'At', '.length', '()']);

const SPANS: readonly Piece[] = [
  (random) => `*${words(random, 1, 3)}*`,
  (random) => `_${words(random, 1, 3)}_`,
  (random) => `**${words(random, 1, 3)}**`,
  (random) => `[${words(random, 1, 4)}](https://${word(random)}.example.org${address(random)})`,
  (random) => `[${words(random, 1, 4)}](${address(random)} "${capital(words(random, 2, 3))}")`,
  (random) => `[${words(random, 1, 2)}][ref${random.below(REFERENCES)}]`,
  (random) => `\`${identifier(random)}\``,
  (random) => `"${words(random, 2, 6)}"`,
  (random) => `-- ${words(random, 2, 4)} --`,
  (random) => `${word(random)}'s`,
  (random) => `${word(random)}...`,
  (random) => `${words(random, 1, 2)} &amp; ${word(random)}`,
];

function sentence(random: Random): string {
  let text = '';
  for (let n = 6 + random.below(18); n > 0; n--) {
    text += chance(random, 18) ? pick(random, SPANS)(random) : word(random);
    if (n > 1) text += chance(random, 12) ? ', ' : ' ';
  }
  return capital(text) + pick(random, ['.', '.', '.', '.', '?', '!', ':']);
}

/** Sentences, in lines of some 80 characters or in one. */
function paragraph(random: Random): string {
  let text = '';
  for (let n = 2 + random.below(5); n > 0; n--) text += `${sentence(random)} `;
  text = text.trimEnd();
  return chance(random, 2) ? `${text}\n\n` : `${text.replace(/(.{60,80}) /g, '$1\n')}\n\n`;
}

const header: Piece = (random) => `${'#'.repeat(2 + random.below(2))} ${capital(words(random, 2, 5))}\n\n`;
const bullets: Piece = (random) => `${times(3 + random.below(5), () => `* ${sentence(random)}\n`)}\n`;
const nested: Piece = (random) =>
  `${times(2 + random.below(3), (i) => `${i + 1}. ${sentence(random)}\n${chance(random, 2) ? `   - ${sentence(random)}\n   - ${words(random, 2, 6)}\n` : ''}`)}\n`;
const quote: Piece = (random) => `> ${sentence(random)}\n> ${sentence(random)}\n\n`;
const image: Piece = (random) => `![${words(random, 2, 4)}](/images/${word(random)}.jpg)\n{: .${word(random)} }\n\n`;
const definitions: Piece = (random) =>
  times(REFERENCES, (i) => `[ref${i}]: https://example.org${address(random)} "${capital(words(random, 2, 3))}"\n`);

const LINES: readonly Piece[] = [
  (random) => `const ${identifier(random)} = await ${identifier(random)}("${word(random)}", ${random.below(100)});`,
  (random) => `if (${identifier(random)} < ${random.below(100)} && !${identifier(random)}) {`,
  (random) => `  return ${identifier(random)}.map((x) => x * ${random.below(9)});`,
  () => '}',
  (random) => `# ${words(random, 3, 6)}`,
  (random) => `def ${pick(random, IDENTIFIERS)}(${pick(random, IDENTIFIERS)}, *args):`,
  (random) => `    print(f"${word(random)}: {${pick(random, IDENTIFIERS)}}")`,
  (random) => `$ npm install --save-dev ${word(random)}-${word(random)}`,
  (random) => `<${pick(random, IDENTIFIERS)} class="${word(random)}">${word(random)}</${pick(random, IDENTIFIERS)}>`,
  () => '',
];

const fence: Piece = (random) =>
  `\`\`\`${pick(random, ['js', 'python', 'sh', 'ruby', 'html', ''])}\n${times(4 + random.below(16), () => `${pick(random, LINES)(random)}\n`)}\`\`\`\n\n`;
const indented: Piece = (random) => `${times(3 + random.below(5), () => `    ${pick(random, LINES)(random)}\n`)}\n`;

const CELLS: readonly Piece[] = [
  (random) => `\`${identifier(random)}\``,
  (random) => words(random, 1, 6),
  (random) => String(random.below(100000)),
  (random) => `[${word(random)}](${address(random)})`,
  (random) => `**${word(random)}** or *${word(random)}*`,
  () => '',
];

function table(random: Random): string {
  const columns = 2 + random.below(4);
  const row = (cell: (i: number) => string) => `|${times(columns, (i) => ` ${cell(i)} |`)}\n`;
  const align = Array.from({ length: columns }, () => pick(random, ['---', ':---', '---:', ':---:']));
  const kinds = Array.from({ length: columns }, () => pick(random, CELLS));
  return `${row(() => capital(word(random)))}${row((i) => align[i]!)}${times(3 + random.below(12), () =>
    row((i) => (chance(random, 6) ? pick(random, CELLS) : kinds[i]!)(random)),
  )}\n`;
}

const parameters: Piece = (random) =>
  `${times(3 + random.below(5), () => `- \`${identifier(random)}\` (\`${pick(random, ['string', 'number', 'Array<T>'])}\`): ${sentence(random)}\n`)}\n`;

const card = (random: Random): string => `  <div class="col-md-${1 + random.below(6)} ${word(random)}">
    <a href="${address(random)}" title="${capital(words(random, 2, 2))}">
      <img src="/images/${word(random)}.png" alt="${words(random, 2, 3)}" width="${random.below(900)}" loading="lazy">
      <h3>${capital(words(random, 2, 4))}</h3>
    </a>
    <p class="text-muted">${capital(words(random, 8, 20))} &middot; <em>${words(random, 1, 3)}</em> &copy; ${random.below(2030)}</p>
  </div>
`;
const cards: Piece = (random) =>
  `<div class="row" id="${word(random)}-${random.below(999)}">\n${times(2 + random.below(4), () => card(random))}</div>\n\n`;

const htmlTable: Piece = (random) => {
  const row = () =>
    `    <tr>\n${times(3, () => `      <td>${pick(random, [word(random), `<code>${identifier(random)}</code>`, `<a href="${address(random)}">${words(random, 1, 3)}</a>`])}</td>\n`)}    </tr>\n`;
  return `<table class="table table-striped">\n  <thead>\n    <tr><th>${word(random)}</th><th>${word(random)}</th><th align=right>${word(random)}</th></tr>\n  </thead>\n  <tbody>\n${times(3 + random.below(6), row)}  </tbody>\n</table>\n\n`;
};

const figure: Piece = (random) =>
  `<figure class="${word(random)}">\n  <img src="/assets/${word(random)}.svg" alt="${words(random, 2, 4)}"/>\n  <figcaption>${capital(words(random, 4, 10))}.</figcaption>\n</figure>\n\n`;
const details: Piece = (random) =>
  `<details>\n<summary>${capital(words(random, 2, 5))}</summary>\n<ul>\n${times(2 + random.below(4), () => `<li>${capital(words(random, 4, 12))}</li>\n`)}</ul>\n</details>\n\n`;
const video: Piece = (random) =>
  `<iframe width="560" height="315" src="https://video.example.org/embed/${word(random)}?rel=0&amp;start=${random.below(99)}" frameborder="0" allowfullscreen></iframe>\n\n`;
const script: Piece = (random) =>
  `<script>\n  window.${pick(random, IDENTIFIERS)} = function (a) { return a < ${random.below(99)} && "${word(random)}"; };\n</script>\n\n`;
const comment: Piece = (random) => `<!-- ${words(random, 3, 12)} -->\n\n`;
const markdownInside: Piece = (random) =>
  `<div class="notice" markdown="1">\n${paragraph(random)}${bullets(random)}</div>\n\n`;
const inlineHtml: Piece = (random) =>
  `${sentence(random)} <span class="${word(random)}">${words(random, 1, 3)}</span> ${sentence(random)}<br>\n<kbd>${word(random)}</kbd> ${words(random, 3, 9)} <sup><a href="#${word(random)}">${random.below(9)}</a></sup> ${sentence(random)}\n\n`;

/** How often each piece occurs, by its index in a list. */
const KINDS: Readonly<Record<string, readonly Piece[]>> = {
  prose: [...Array<Piece>(10).fill(paragraph), header, header, bullets, nested, quote, image],
  'code and tables': [
    ...Array<Piece>(4).fill(paragraph),
    header,
    fence,
    fence,
    fence,
    indented,
    table,
    table,
    parameters,
    bullets,
  ],
  HTML: [
    paragraph,
    paragraph,
    header,
    inlineHtml,
    inlineHtml,
    cards,
    cards,
    htmlTable,
    figure,
    details,
    video,
    script,
    comment,
    markdownInside,
  ],
};

/** The documents by name, each a little longer than `length`. */
export function documents(length: number): ReadonlyMap<string, string> {
  const result = new Map<string, string>();
  for (const [name, pieces] of Object.entries(KINDS)) {
    const random = new Random(7);
    let text = '';
    while (text.length < length) text += pick(random, pieces)(random);
    result.set(name, text + definitions(random));
  }
  return result;
}
