// How fast Markdown is: megabytes a second, cold and warm, on three documents beside other engines; and a table of hostile
// texts at n, 2n and 4n.
//
//   npx tsx bench/kramdown.ts [--hostile]
//
// With REFERENCE set the real kramdown is measured as well; markdown-it and marked are, where they are installed.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Random } from '../scripts/diff/kramdown-documents.ts';
import { convert } from '../src/kramdown/index.ts';

type Render = (text: string) => unknown;

const WORDS =
  'the sea rose and *fell* while old maps, "drawn" by hand -- it is said -- told of [isles](http://x.example/y) no one had **ever** seen'.split(
    ' ',
  );

function prose(random: Random): string {
  let text = '';
  for (let n = 40 + random.below(80); n > 0; n--)
    text += WORDS[random.below(WORDS.length)] + (n % 13 === 0 ? '\n' : ' ');
  return `${random.below(4) === 0 ? '## A header\n\n' : ''}${text}\n\n`;
}

function code(random: Random): string {
  const rows = `| name | value |\n|------|------:|\n${'| `a_b` | 1 < 2 |\n'.repeat(4 + random.below(6))}`;
  const block = `~~~ python\n${'for x in range(10): print(x & 1)\n'.repeat(5 + random.below(10))}~~~\n`;
  return `${random.below(2) === 0 ? rows : block}\nSee \`code\` and more of \`it\`.\n\n`;
}

function html(random: Random): string {
  const item = '<li class="item"><a href="/page" title="A page">A <b>page</b></a> &amp; more</li>\n';
  return `<div class="box">\n<ul>\n${item.repeat(3 + random.below(6))}</ul>\n</div>\n\nText with <span class="x">*some* HTML</span> in it.<br>\n\n`;
}

function document(piece: (random: Random) => string, length: number): string {
  const random = new Random(7);
  let text = '';
  while (text.length < length) text += piece(random);
  return text;
}

const ours: Render = (text) => convert(text, { input: 'GFM', hardWrap: false }).html;

/** A module that may not be installed. */
async function optional(name: string): Promise<Record<string, unknown> | null> {
  try {
    return (await import(name)) as Record<string, unknown>;
  } catch {
    return null;
  }
}

async function engines(): Promise<[string, Render][]> {
  const list: [string, Render][] = [['build-site', ours]];
  const markdownIt = await optional('markdown-it');
  if (markdownIt) {
    const create = markdownIt.default as (options: object) => { render: Render };
    const engine = create({ html: true, typographer: true });
    list.push(['markdown-it', (text) => engine.render(text)]);
  }
  const marked = await optional('marked');
  if (marked) list.push(['marked', marked.parse as Render]);
  return list;
}

const rate = (text: string, ms: number) => (text.length / 1000 / ms).toFixed(2).padStart(8);

function measure(render: Render, text: string): { cold: number; warm: number } {
  const once = () => {
    const start = performance.now();
    render(text);
    return performance.now() - start;
  };
  const cold = once();
  let warm = cold;
  for (let i = 0; i < 10; i++) warm = Math.min(warm, once());
  return { cold, warm };
}

const RUBY = `
require "kramdown"; require "kramdown-parser-gfm"
text = File.read(ARGV[0])
times = 3.times.map do
  start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
  Kramdown::Document.new(text, input: "GFM", hard_wrap: false, syntax_highlighter: nil).to_html
  Process.clock_gettime(Process::CLOCK_MONOTONIC) - start
end
puts times.first * 1000, times.min * 1000
`;

function measureRuby(command: string, text: string): { cold: number; warm: number } {
  const folder = mkdtempSync(join(tmpdir(), 'kramdown-bench-'));
  writeFileSync(join(folder, 'bench.rb'), RUBY);
  writeFileSync(join(folder, 'text.md'), text);
  const { stdout } = spawnSync(command, [
    'exec',
    'github-pages',
    'ruby',
    join(folder, 'bench.rb'),
    join(folder, 'text.md'),
  ]);
  rmSync(folder, { recursive: true });
  const [cold, warm] = stdout.toString().split('\n').map(Number);
  return { cold: cold!, warm: warm! };
}

async function speed(): Promise<void> {
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}; MB/s cold, warm`);
  for (const [name, piece] of [
    ['prose', prose],
    ['code and tables', code],
    ['HTML', html],
  ] as const) {
    const text = document(piece, 200_000);
    console.log(`\n${name} (${text.length} characters)`);
    for (const [engine, render] of await engines()) {
      const { cold, warm } = measure(render, text);
      console.log(`  ${engine.padEnd(12)}${rate(text, cold)}${rate(text, warm)}`);
    }
    if (!process.env.REFERENCE) continue;
    const { cold, warm } = measureRuby(process.env.REFERENCE, text);
    console.log(`  ${'kramdown'.padEnd(12)}${rate(text, cold)}${rate(text, warm)}`);
  }
}

const repeat = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length));
const numbered = (length: number, ...lines: ((i: number) => string)[]) =>
  lines
    .map((line) => {
      let text = '';
      for (let i = 0; text.length < length / lines.length; i++) text += line(i);
      return text;
    })
    .join('\n');

const HOSTILE: Readonly<Record<string, (n: number) => string>> = {
  'nested quotes': (n) => `${repeat('>', n)}a`,
  'nested lists': (n) => `${repeat('* ', n)}a`,
  'open brackets': (n) => repeat('[', n),
  'nested brackets': (n) => `${repeat('[', n / 2)}a${repeat(']', n / 2)}`,
  'open images': (n) => repeat('![', n),
  'nested images': (n) => `${repeat('![', n / 1.5)}a${repeat(']', n / 3)}`,
  'open targets': (n) => repeat('[a](', n),
  'open titles': (n) => repeat('[a](b "', n),
  'open emphasis': (n) => repeat('*a **b _c ', n),
  'runs of stars': (n) => `${repeat('*', n)}a`,
  'open backticks': (n) => numbered(n, (i) => `${'`'.repeat((i % 500) + 1)} a `),
  'open fences': (n) => repeat('``` a\nb\n', n),
  'open block HTML': (n) => repeat('<div>\n', n),
  'open span HTML': (n) => `a ${repeat('<b>', n)}`,
  'open attributes': (n) => repeat('<a b="', n),
  'open comments': (n) => `a ${repeat('<!--', n)}`,
  'link definitions': (n) =>
    numbered(
      n,
      (i) => `[a${i}]: b\n`,
      (i) => `[a${i}] `,
    ),
  footnotes: (n) =>
    numbered(
      n,
      (i) => `[^a${i}]: b\n`,
      (i) => `[^a${i}] `,
    ),
  abbreviations: (n) =>
    numbered(
      n,
      (i) => `*[A${i}]: b\n`,
      (i) => `A${i} `,
    ),
  'one long line': (n) => repeat('word "word" -- ', n),
  'open formulas': (n) => repeat('$$a $', n),
  'attribute lists': (n) => repeat('{:a\n', n),
  'titles of a definition': (n) => `[a]: b${repeat(' "c', n)}`,
  'table rows': (n) => repeat('| a | `b` |\n', n),
};

function hostile(): void {
  console.log('milliseconds for n, 2n and 4n characters, n = 64,000; the last text of 1,000,000');
  for (const [name, make] of Object.entries(HOSTILE)) {
    const times = [64_000, 128_000, 256_000, 1_000_000].map((n) => {
      const text = `${make(n)}\n`;
      const start = performance.now();
      ours(text);
      return (performance.now() - start).toFixed(0).padStart(8);
    });
    console.log(`${name.padEnd(24)}${times.join('')}`);
  }
}

if (process.argv.includes('--hostile')) hostile();
else await speed();
