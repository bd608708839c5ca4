// Renders random documents with the real kramdown and with ours, and shows where they differ, shrunk.
//
//   REFERENCE=/path/to/jekyll npm run diff:kramdown -- [--count N] [--seed S] [--profile P] [--files] [--quiet] [FOLDER...]
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec PROFILE ruby script.rb`. Documents are put together
// from the constructs below, from our fixtures and from the Markdown files of the folders, and mutated; with --files the
// folders' files are compared as they are. At the end the parts of the engine that no document reached are listed.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { convert, KramdownError, readOptions, smartify } from '../../src/kramdown/index.ts';
import { fakeHighlighter } from '../../test/kramdown/fake-highlighter.ts';
import { JEKYLL, mutate, pick, Random, randomDocument, randomOptions } from './kramdown-documents.ts';
import type { Answer, Case } from './kramdown-reference.ts';
import { Reference } from './kramdown-reference.ts';

const { values: args, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    profile: { type: 'string', default: 'github-pages' },
    files: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    most: { type: 'string', default: '10' },
  },
});

const reference = process.env.REFERENCE;
if (!reference) throw new Error('Set REFERENCE to the command that runs the real Jekyll.');
const version = args.profile === 'jekyll-4' ? '2.5.2' : '2.4.0';

function ours({ text, options, ascii, smartify: smart }: Case): Answer {
  try {
    const all = { ...readOptions(options), version, usAscii: ascii ?? false, highlighter: fakeHighlighter } as const;
    return { html: smart ? smartify(text, all) : convert(text, all).html };
  } catch (error) {
    if (error instanceof KramdownError) return { error: error.message };
    return { error: `CRASH ${error instanceof Error ? error.stack : error}` };
  }
}

// The reference fails where it hangs, runs out of stack, or makes broken strings: then anything but a crash of ours will do.
function agree(a: Answer, b: Answer): boolean {
  if (a.error?.startsWith('CRASH')) return false;
  return b.error !== undefined
    ? a.error !== undefined || /Timeout|Stack|invalid|incompatible|range/.test(b.error)
    : a.html === b.html;
}

function markdownFiles(folder: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === '.git' || name === 'node_modules') continue;
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) found.push(...markdownFiles(path));
    else if (stat?.isFile() && /\.(md|markdown|mkd|text)$/.test(name)) found.push(path);
  }
  return found;
}

function readText(path: string): string | null {
  const bytes = readFileSync(path);
  const text = bytes.toString('utf8');
  if (text.includes('\ufffd')) return null;
  return text.replace(/^---\s*\n.*?\n---\s*\n/s, '');
}

/** Makes a differing case smaller, by lines and then by characters, for as long as it differs. */
async function shrink(gem: Reference, start: Case): Promise<Case> {
  const isAscii = (text: string) => [...text].every((c) => c < '\x80');
  const differs = async (next: Case) => {
    if (next.ascii && !isAscii(next.text)) return false;
    return !agree(ours(next), await gem.ask(next));
  };
  let best = start;
  for (const name of Object.keys(start.options)) {
    const { [name]: _, ...options } = best.options;
    if (name !== 'input' && (await differs({ ...best, options }))) best = { ...best, options };
  }
  for (const separator of ['\n', '']) {
    for (let size = Math.max(1, best.text.split(separator).length >> 1); size >= 1; size >>= 1) {
      const parts = best.text.split(separator);
      for (let at = 0; at < parts.length; ) {
        const fewer = [...parts.slice(0, at), ...parts.slice(at + size)];
        const next = { ...best, text: fewer.join(separator) };
        if (next.text !== best.text && (await differs(next))) {
          parts.splice(at, size);
          best = next;
        } else at += size;
      }
    }
  }
  return best;
}

async function reportReach(session: Session): Promise<void> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const missed: string[] = [];
  let total = 0;
  for (const script of result) {
    if (!script.url.includes('/src/kramdown/')) continue;
    const { scriptSource } = await session.post('Debugger.getScriptSource', { scriptId: script.scriptId });
    for (const { functionName, ranges } of script.functions) {
      for (const { startOffset, endOffset, count } of ranges) {
        total++;
        if (count > 0) continue;
        const code = scriptSource.slice(startOffset, endOffset).replace(/\s+/g, ' ').slice(0, 90);
        missed.push(`  ${script.url.replace(/^.*\/src\/kramdown\//, '')} ${functionName}: ${code}`);
      }
    }
  }
  console.log(`Branches reached: ${total - missed.length} of ${total}`);
  if (!args.quiet) for (const line of missed) console.log(line);
}

async function main(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('Debugger.enable');
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

  const gem = new Reference(reference!, args.profile);
  const random = new Random(Number(args.seed));
  const paths = folders.flatMap(markdownFiles);
  const texts = paths.map(readText);
  const corpus = texts.filter((text) => text !== null);
  const count = args.files ? texts.length : Number(args.count);
  let done = 0;
  let failed = 0;
  let different = 0;
  const shown = new Set<string>();
  let ourTime = 0;

  const compare = async (one: Case, name: string) => {
    const answer = gem.ask(one);
    const start = performance.now();
    const mine = ours(one);
    ourTime += performance.now() - start;
    const theirs = await answer;
    done++;
    if (theirs.error !== undefined) failed++;
    if (agree(mine, theirs)) return;
    different++;
    if (shown.size >= Number(args.most)) return;
    const small = await shrink(gem, one);
    const key = JSON.stringify([small.text, small.options]);
    if (shown.has(key)) return;
    shown.add(key);
    const options = Object.entries(small.options).filter(([, value]) => value !== undefined);
    console.log(
      `\n# ${name} ${JSON.stringify(Object.fromEntries(options))}${small.ascii ? ' ascii' : ''}${small.smartify ? ' smartify' : ''}`,
    );
    console.log(`text ${JSON.stringify(small.text)}`);
    console.log(`ours ${JSON.stringify(ours(small))}`);
    console.log(`gem  ${JSON.stringify(await gem.ask(small))}`);
  };

  const running = new Set<Promise<void>>();
  for (let i = 0; i < count && shown.size < Number(args.most); i++) {
    let one: Case;
    let name = `document ${i}`;
    if (args.files) {
      const text = texts[i];
      if (text === null || text === undefined) continue;
      name = paths[i]!;
      one = { text, options: JEKYLL };
    } else {
      const text =
        corpus.length > 0 && random.below(2) === 0
          ? mutate(random, pick(random, corpus), corpus)
          : randomDocument(random);
      one = { text, ...randomOptions(random, version) };
      if (one.ascii) one.text = one.text.replace(/[^\0-\x7f]/g, 'x');
    }
    const task: Promise<void> = compare(one, name).finally(() => running.delete(task));
    running.add(task);
    if (running.size >= 16) await Promise.race(running);
  }
  await Promise.all(running);
  gem.close();
  console.log(
    `\n${done} documents (seed ${args.seed}, ${args.profile}), ${different} different, ${failed} that the reference refuses; ours took ${Math.round(ourTime)} ms`,
  );
  await reportReach(session);
  process.exitCode = different > 0 ? 1 : 0;
}

await main();
