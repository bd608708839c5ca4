// Renders random documents with the real kramdown and with ours, and shows where they differ, shrunk: in their HTML, or
// in what they warn of.
//
//   REFERENCE=/path/to/jekyll npm run diff:kramdown -- [--count N] [--seed S] [--compat P] [--input I] [--files] [--quiet]
//     [FOLDER...]
//   REFERENCE=/path/to/jekyll npm run diff:kramdown -- --cases FOLDER [--input GFM] [--compat P]
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`. Documents are put together
// from the constructs of kramdown-documents.ts, by the grammar of kramdown-grammar.ts, of tokens and lines in any order, as a
// stranger would (kramdown-strange.ts), and from the Markdown files of the folders, mutated; with --files the folders' files
// are compared as they are. At the end the parts of the engine that no document reached are listed.
// --input is the dialect (GFM, kramdown, html), instead of any that the options say; html takes documents and files of HTML.
// With --cases, FOLDER holds kramdown's own cases (NAME.text, NAME.options), each of which is rendered under its options.

import { parseArgs } from 'node:util';
import { convert, KramdownError, readOptions, smartify } from '../../src/kramdown/index.ts';
import { fakeHighlighter } from '../../test/kramdown/fake-highlighter.ts';
import {
  compareAll,
  filesBelow,
  HTML_FILES,
  MARKDOWN_FILES,
  Reach,
  readText,
  referenceCommand,
} from './differential.ts';
import { htmlDocument } from './html-documents.ts';
import { type KramdownAnswer, withoutLine } from './kramdown-answer.ts';
import {
  JEKYLL,
  type KramdownCase,
  mutate,
  pick,
  Random,
  randomDocument,
  randomOptions,
} from './kramdown-documents.ts';
import { Grammar } from './kramdown-grammar.ts';
import { runCases } from './kramdown-own-cases.ts';
import { disturb, strangeDocument } from './kramdown-strange.ts';
import { Reference } from './reference.ts';
import { soup } from './soup.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    compat: { type: 'string', default: 'github-pages' },
    files: { type: 'boolean', default: false },
    cases: { type: 'string' },
    input: { type: 'string' },
    quiet: { type: 'boolean', default: false },
    most: { type: 'string', default: '10' },
  },
});

const version = args.compat === 'jekyll-4' ? '2.5.2' : '2.4.0';

function ours({ text, options, ascii, smartify: smart }: KramdownCase): KramdownAnswer {
  try {
    const all = {
      ...readOptions(options),
      version,
      encoding: ascii ? 'US-ASCII' : 'UTF-8',
      highlighter: fakeHighlighter,
    } as const;
    if (smart) return { html: smartify(text, all) };
    const { html, warnings } = convert(text, all);
    return { html, warnings: warnings.map(({ message }) => message) };
  } catch (error) {
    if (error instanceof KramdownError) return { error: error.message };
    return { error: `CRASH ${error instanceof Error ? error.stack : error}` };
  }
}

// kramdown 2.5 throws away all warnings that come before an unclosed emphasis (it means to throw away those within).
// Ours are kept.
function sameWarnings(a: readonly string[] = [], b: readonly string[] = []): boolean {
  const mine = new Set(a.map(withoutLine));
  const theirs = new Set(b.map(withoutLine));
  return [...theirs].every((message) => mine.has(message)) && (version !== '2.4.0' || mine.size === theirs.size);
}

// The reference fails if it hangs, runs out of stack, or makes broken strings: then anything but a crash of ours is accepted.
function agree(a: KramdownAnswer, b: KramdownAnswer): boolean {
  if (a.error?.startsWith('CRASH')) return false;
  if (b.error !== undefined) {
    return a.error !== undefined || /Timeout|Stack|invalid|incompatible|range|NoMethodError/.test(b.error);
  }
  // If `{:footnotes}` is in a footnote, kramdown leaves its marker, which is random.
  if (a.html !== b.html && a.html !== b.html?.replace(/[a-z0-9]{129}/, '')) return false;
  return sameWarnings(a.warnings, b.warnings);
}

const isHtml = args.input === 'html';

function anyDocument(random: Random): string {
  if (isHtml && random.below(8) > 0) return htmlDocument(random);
  const kind = random.below(7);
  if (kind === 0) return soup(random);
  if (kind > 4) return strangeDocument(random);
  return kind === 1 ? randomDocument(random) : new Grammar(random).document();
}

function* cases(): Generator<{ name: string; one: KramdownCase }> {
  const paths = folders.flatMap((folder) => filesBelow(folder, isHtml ? HTML_FILES : MARKDOWN_FILES));
  const texts = paths.map(readText);
  const input = args.input === undefined ? {} : { input: args.input };
  if (args.files) {
    for (const [i, text] of texts.entries()) {
      if (text !== null) yield { name: paths[i]!, one: { text, options: { ...JEKYLL, ...input } } };
    }
    return;
  }
  const random = new Random(Number(args.seed));
  const corpus = texts.filter((text) => text !== null);
  for (let i = 0; i < Number(args.count); i++) {
    const isMutated = corpus.length > 0 && random.below(2) === 0;
    const change = random.below(2) === 0 ? mutate : disturb;
    const text = isMutated ? change(random, pick(random, corpus), corpus) : anyDocument(random);
    const { options, ...others } = randomOptions(random, version);
    const settings = { ...others, options: { ...options, ...input } };
    yield {
      name: `document ${i}`,
      one: { text: settings.ascii ? text.replace(/[^\0-\x7f]/g, 'x') : text, ...settings },
    };
  }
}

const gem = new Reference<KramdownCase, KramdownAnswer>(referenceCommand(), args.compat, 'kramdown.rb');

async function main(): Promise<void> {
  const reach = new Reach();
  await reach.start();
  const tally = await compareAll(
    cases(),
    {
      ours,
      gem: (one) => gem.ask(one),
      agree,
      simpler: (one) =>
        Object.keys(one.options)
          .filter((name) => name !== 'input')
          .map((name) => ({
            ...one,
            options: Object.fromEntries(Object.entries(one.options).filter(([n]) => n !== name)),
          })),
      possible: ({ ascii, text }) => !ascii || [...text].every((c) => c < '\x80'),
      show: ({ options, ascii, smartify: smart }) =>
        `${JSON.stringify(options)}${ascii ? ' ascii' : ''}${smart ? ' smartify' : ''}`,
    },
    Number(args.most),
  );
  gem.close();
  console.log(
    `\n${tally.done} documents (seed ${args.seed}, ${args.compat}), ${tally.different} different, ` +
      `${tally.refused} that the reference refuses; ours took ${Math.round(tally.milliseconds)} ms`,
  );
  await reach.report('kramdown', args.quiet);
  process.exitCode = tally.different > 0 ? 1 : 0;
}

if (args.cases === undefined) await main();
else {
  const isSame = await runCases(args.cases, args.input, version, gem as Reference<unknown, unknown>);
  process.exitCode = isSame ? 0 : 1;
  gem.close();
}
