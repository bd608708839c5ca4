// Renders random documents with the real jekyll-commonmark-ghpages and with ours, and shows where they differ, shrunk.
//
//   REFERENCE=/path/to/jekyll npm run diff:commonmark -- [--count N] [--seed S] [--files] [--positions] [--quiet] [FOLDER...]
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`. Documents are put together
// from constructs of CommonMark and from the Markdown files of the folders, and mutated; with --files the folders' files
// are compared as they are, with --positions under SOURCEPOS as well. At the end the parts of the engine that no document reached are listed.

import { parseArgs } from 'node:util';
import { convert, type ExtensionName, type OptionName } from '../../src/commonmark/index.ts';
import { fakeCodeBlock } from '../../test/commonmark/fake-code-block.ts';
import { type CommonMarkCase, PAGES, randomCommonMark, randomSettings } from './commonmark-documents.ts';
import { compareAll, filesBelow, MARKDOWN_FILES, Reach, readText, referenceCommand } from './differential.ts';
import { mutate, pick, Random } from './kramdown-documents.ts';
import { disturb } from './kramdown-strange.ts';
import { type Answer, Reference } from './reference.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    files: { type: 'boolean', default: false },
    positions: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    most: { type: 'string', default: '10' },
  },
});

function ours({ text, options, extensions }: CommonMarkCase): Answer {
  try {
    return {
      html: convert(text, {
        options: new Set(options.map((name) => name.toUpperCase() as OptionName)),
        extensions: new Set(extensions as ExtensionName[]),
        codeBlock: fakeCodeBlock,
      }),
    };
  } catch (error) {
    return { error: `CRASH ${error instanceof Error ? error.stack : error}` };
  }
}

const settled = (one: CommonMarkCase): CommonMarkCase =>
  args.positions ? { ...one, options: [...one.options, 'sourcepos'] } : one;

function* cases(): Generator<{ name: string; one: CommonMarkCase }> {
  const paths = folders.flatMap((folder) => filesBelow(folder, MARKDOWN_FILES));
  const texts = paths.map(readText);
  if (args.files) {
    for (const [i, text] of texts.entries())
      if (text !== null) yield { name: paths[i]!, one: settled({ text, ...PAGES }) };
    return;
  }
  const random = new Random(Number(args.seed));
  const corpus = texts.filter((text) => text !== null);
  for (let i = 0; i < Number(args.count); i++) {
    const isMutated = corpus.length > 0 && random.below(2) === 0;
    const change = random.below(2) === 0 ? mutate : disturb;
    const text = isMutated ? change(random, pick(random, corpus), corpus) : randomCommonMark(random);
    yield { name: `document ${i}`, one: settled({ text, ...randomSettings(random) }) };
  }
}

const reach = new Reach();
await reach.start();
const gem = new Reference<CommonMarkCase>(referenceCommand(), 'github-pages', 'commonmark.rb');
const tally = await compareAll(
  cases(),
  {
    ours,
    gem: (one) => gem.ask(one),
    // The gem fails if Ruby runs out of stack, or cmark's output isn't UTF-8: then anything but a crash of ours is accepted.
    agree: (a, b) => a.error === undefined && (b.error !== undefined || a.html === b.html),
    simpler: (one) => [
      ...one.options.map((name) => ({ ...one, options: one.options.filter((other) => other !== name) })),
      ...one.extensions.map((name) => ({ ...one, extensions: one.extensions.filter((other) => other !== name) })),
    ],
    show: ({ text, ...settings }) => `${JSON.stringify(settings)} ${text.length} characters`,
  },
  Number(args.most),
);
gem.close();
const { done, different, refused, milliseconds } = tally;
console.log(
  `\n${done} documents (seed ${args.seed}), ${different} different, ${refused} that the reference refuses; ` +
    `ours took ${Math.round(milliseconds)} ms`,
);
await reach.report('commonmark', args.quiet);
process.exitCode = different > 0 ? 1 : 0;
