// Random documents through our kramdown alone, in both versions and under changing options: no document may make it throw
// anything but a KramdownError, which stands for a failure of kramdown itself, and none may take long.
//
//   npm run fuzz:kramdown -- [--count N] [--seed S] [--input I] [FOLDER...]
//
// Documents are put together as in kramdown.ts, of its constructs and of the Markdown files of the folders; --input is the
// dialect, instead of any that the options say: GFM, kramdown, html, or CommonMark, which is our other engine.

import { parseArgs } from 'node:util';
import { convert as commonMark, type ExtensionName, type OptionName } from '../../src/commonmark/index.ts';
import { convert, KramdownError, readOptions, smartify } from '../../src/kramdown/index.ts';
import { fakeCodeBlock } from '../../test/commonmark/fake-code-block.ts';
import { fakeHighlighter } from '../../test/kramdown/fake-highlighter.ts';
import { randomCommonMark, randomSettings } from './commonmark-documents.ts';
import { filesBelow, MARKDOWN_FILES, readText } from './differential.ts';
import { htmlDocument } from './html-documents.ts';
import { type KramdownCase, mutate, pick, Random, randomDocument, randomOptions } from './kramdown-documents.ts';
import { Grammar } from './kramdown-grammar.ts';
import { disturb, strangeDocument } from './kramdown-strange.ts';
import { soup } from './soup.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    input: { type: 'string' },
  },
});
const MOST_MS = 1000;

function render({ text, options, ascii, smartify: smart }: KramdownCase, version: '2.4.0' | '2.5.2'): void {
  if (args.input === 'CommonMark') {
    const { options: names, extensions } = randomSettings(random);
    const settings = { options: new Set(names as OptionName[]), extensions: new Set(extensions as ExtensionName[]) };
    commonMark(text, { ...settings, codeBlock: fakeCodeBlock });
    return;
  }
  const all = {
    ...readOptions(options),
    version,
    encoding: ascii ? 'US-ASCII' : 'UTF-8',
    highlighter: fakeHighlighter,
  } as const;
  if (smart) smartify(text, all);
  else convert(text, all);
}

function anyDocument(random: Random): string {
  if (args.input === 'CommonMark' && random.below(3) === 0) return randomCommonMark(random);
  if (args.input === 'html' && random.below(3) > 0) return htmlDocument(random);
  const make = pick(random, [
    soup,
    randomDocument,
    strangeDocument,
    (chance: Random) => new Grammar(chance).document(),
  ]);
  return make(random);
}

const random = new Random(Number(args.seed));
const corpus = folders.flatMap((folder) => filesBelow(folder, MARKDOWN_FILES)).flatMap((path) => readText(path) ?? []);
let refused = 0;
let bad = 0;
let slowest = 0;
for (let i = 0; i < Number(args.count); i++) {
  const version = random.below(2) === 0 ? '2.4.0' : '2.5.2';
  const isMutated = corpus.length > 0 && random.below(2) === 0;
  const change = random.below(2) === 0 ? mutate : disturb;
  const text = isMutated ? change(random, pick(random, corpus), corpus) : anyDocument(random);
  const { options, ...others } = randomOptions(random, version);
  const settings = { ...others, options: { ...options, ...(args.input !== undefined && { input: args.input }) } };
  const one = { text: settings.ascii ? text.replace(/[^\0-\x7f]/g, 'x') : text, ...settings };
  const start = process.cpuUsage();
  let wrong = '';
  try {
    render(one, version);
  } catch (error) {
    if (error instanceof KramdownError) refused++;
    else wrong = error instanceof Error ? `${error.stack}` : String(error);
  }
  const ms = process.cpuUsage(start).user / 1000;
  slowest = Math.max(slowest, ms);
  if (ms > MOST_MS) wrong ||= `took ${Math.round(ms)} ms`;
  if (wrong === '') continue;
  bad++;
  if (bad <= 10) console.log(`\n# document ${i}, ${version}\n${JSON.stringify(one)}\n${wrong}`);
}
console.log(
  `${args.count} documents (seed ${args.seed}, ${corpus.length} files), ${bad} that throw or take too long, ` +
    `${refused} that kramdown refuses; the slowest took ${Math.round(slowest)} ms`,
);
process.exitCode = bad > 0 ? 1 : 0;
