// Reads random YAML with the real SafeYAML and with ours, and shows where value, error or place differ, shrunk.
//
//   REFERENCE=/path/to/jekyll npm run diff:yaml -- [--count N] [--seed S] [--stack github-pages|jekyll-4] [--broken]
//     [FOLDER...]
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`. The files of the folders
// (data files, configurations, front matters) are mutated; others are generated. A tenth goes through files, some of
// which are UTF-16 or not valid; with --broken all of them, each with an invalid byte.

import { parseArgs } from 'node:util';
import { loadFrontMatter, splitFrontMatter } from '../../src/content/front-matter.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { loadYaml, loadYamlFile } from '../../src/yaml/load.ts';
import { compareAll, Reach, referenceCommand } from './differential.ts';
import { Random } from './random.ts';
import { Reference } from './reference.ts';
import { shape } from './yaml-shape.ts';
import { randomCase, type YamlCase, yamlTexts } from './yaml-texts.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    stack: { type: 'string', default: 'github-pages' },
    most: { type: 'string', default: '10' },
    reach: { type: 'boolean', default: false },
    broken: { type: 'boolean', default: false },
  },
});

interface Answer {
  shape?: string;
  error?: string;
  /** A syntax error: the message says where. */
  syntax?: boolean;
}

function bytesOf({ text, encoding }: YamlCase): Buffer {
  if (encoding === 'utf-16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
  const bytes = Buffer.from(encoding === 'bom' ? `\ufeff${text}` : text, 'utf8');
  if (encoding === 'broken' && bytes.length > 0) bytes[text.length % bytes.length] = 0x80 + ((text.length * 7) % 128);
  return bytes;
}

function read(one: YamlCase): Answer {
  const path = 'x.yml';
  const { mode, text } = one;
  if (mode === 'text') return { shape: `0 ${shape(loadYaml({ path, text }))}` };
  if (mode === 'file') return { shape: `0 ${shape(loadYamlFile(bytesOf(one), path))}` };
  const { yaml, contentStart } = splitFrontMatter(text);
  if (yaml === null) return { shape: 'no front matter' };
  const value = loadFrontMatter({ path, text }, yaml);
  return { shape: `${[...text.slice(contentStart)].length} ${shape(value)}` };
}

function ours(one: YamlCase): Answer {
  try {
    return read(one);
  } catch (error) {
    if (!(error instanceof BuildError)) return { error: `CRASH ${error instanceof Error ? error.stack : error}` };
    const { code, message } = error.diagnostic;
    return code === 'yaml-value' ? { error: message } : { error: message, syntax: true };
  }
}

function agree(a: Answer, b: Answer): boolean {
  // Both reject a file because of its bytes; psych's message depends on the byte, ours says what to do.
  if (a.error?.startsWith('The file is not valid UTF-8')) return /UTF-8|Unicode|ASCII incompatible/.test(b.error ?? '');
  return a.shape === b.shape && a.error === b.error && a.syntax === b.syntax;
}

interface Request {
  readonly mode: string;
  readonly text?: string;
  readonly bytes?: string;
}

const toRequest = (one: YamlCase): Request =>
  one.mode === 'file' ? { mode: 'file', bytes: bytesOf(one).toString('base64') } : { mode: one.mode, text: one.text };

// Jekyll 4 has no date of its own: where Bundler finds date 3.6, years before 1583 and offsets with hours from 24 or minutes
// from 60 are read differently than by Ruby 3.1's date 3.2, which ours follows.
const ODD_TIME =
  /(?<!\d)(?:0\d{3}|1[0-4]\d\d|15[0-7]\d|158[0-2])-\d|:\d\d(?:\.\d*)?\s*[-+](?:2[4-9]|[3-9]\d|\d\d?:?[6-9]\d)/;

function* cases(): Generator<{ name: string; one: YamlCase }> {
  const corpus = folders.flatMap(yamlTexts);
  const random = new Random(Number(args.seed));
  for (let i = 0; i < Number(args.count); i++) {
    const found = randomCase(random, corpus);
    const one: YamlCase = args.broken ? { ...found, mode: 'file', encoding: 'broken' } : found;
    if (args.stack === 'jekyll-4' && ODD_TIME.test(one.text)) continue;
    // JSON, and Ruby's strings, hold no lone surrogates.
    yield { name: `text ${i}`, one: { ...one, text: one.text.replaceAll(/\p{Surrogate}|\ufffd/gu, 'x') } };
  }
}

const BATCH = 400;
// Half of the documents are rejected, and nobody looks at a stack.
Error.stackTraceLimit = 0;

const reach = args.reach ? new Reach() : null;
await reach?.start();
const gem = new Reference<Request[], Answer[]>(referenceCommand(), args.stack, 'yaml.rb');
const comparison = {
  ours,
  gem: async (one: YamlCase) => (await gem.ask([toRequest(one)]))[0]!,
  agree,
  show: ({ mode, encoding, text }: YamlCase) =>
    `${mode} ${encoding ?? ''} ${text.length} characters: ${text.slice(0, 20)}`,
};
const tally = { done: 0, different: 0, refused: 0 };
const start = performance.now();
const all = cases();

/** The next documents, which Ruby reads while we read the ones before. */
function ask(): { batch: { name: string; one: YamlCase }[]; answers: Promise<Answer[]> } {
  const batch = Array.from({ length: BATCH }, () => all.next().value).filter((one) => one !== undefined);
  return { batch, answers: batch.length === 0 ? Promise.resolve([]) : gem.ask(batch.map(({ one }) => toRequest(one))) };
}

let next = ask();
while (next.batch.length > 0 && tally.different < Number(args.most)) {
  const { batch, answers } = next;
  next = ask();
  const mine = batch.map(({ one }) => ours(one));
  const theirs = await answers;
  const differing = batch.filter((_, i) => !agree(mine[i]!, theirs[i]!));
  tally.done += batch.length;
  tally.refused += theirs.filter(({ error }) => error !== undefined).length;
  tally.different += differing.length;
  await compareAll(differing, comparison, Number(args.most));
}
const seconds = (performance.now() - start) / 1000;
gem.close();
console.log(
  `\n${tally.done} texts (seed ${args.seed}, ${args.stack}), ${tally.different} different, ` +
    `${tally.refused} refused by SafeYAML; ${Math.round(tally.done / seconds)} texts a second`,
);
await reach?.report('yaml', false);
process.exitCode = tally.different > 0 ? 1 : 0;
