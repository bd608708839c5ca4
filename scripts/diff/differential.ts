// What the comparisons of Markdown engines with their gems have in common: both render documents, differences are
// shrunk and shown, and the parts of our engine that no document reached are listed.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';

/** One request: a document, and what to render it with. */
export interface Case {
  readonly text: string;
}

export interface Comparison<One extends Case, Answer> {
  ours(one: One): Answer;
  gem(one: One): Promise<Answer>;
  agree(ours: Answer, gem: Answer, one: One): boolean;
  /** Smaller variants of a request, its text as it is, and of its text. */
  simpler?(one: One): One[];
  /** Whether a shrunk text can still be asked. */
  possible?(one: One): boolean;
  show(one: One): string;
}

export interface Tally {
  done: number;
  different: number;
  /** Refused by the gem. */
  refused: number;
  milliseconds: number;
}

/** Compares cases, sixteen at a time, until there are no more or `most` differences have been shown. */
export async function compareAll<One extends Case, Answer extends { error?: string }>(
  cases: Iterable<{ name: string; one: One }>,
  comparison: Comparison<One, Answer>,
  most: number,
): Promise<Tally> {
  const tally: Tally = { done: 0, different: 0, refused: 0, milliseconds: 0 };
  const shown = new Set<string>();
  const compare = async (one: One, name: string): Promise<void> => {
    const asked = comparison.gem(one);
    const start = performance.now();
    const mine = comparison.ours(one);
    tally.milliseconds += performance.now() - start;
    const theirs = await asked;
    tally.done++;
    if (theirs.error !== undefined) tally.refused++;
    if (comparison.agree(mine, theirs, one)) return;
    tally.different++;
    if (shown.size >= most) return;
    const small = await shrink(one, comparison);
    const title = comparison.show(small);
    if (shown.has(title)) return;
    shown.add(title);
    const gem = await comparison.gem(small);
    console.log(`\n# ${name} ${title}`);
    console.log(`text ${visible(small.text)}`);
    console.log(`ours ${visible(comparison.ours(small))}`);
    console.log(`gem  ${visible(gem)}`);
  };
  const running = new Set<Promise<void>>();
  for (const { name, one } of cases) {
    if (shown.size >= most) break;
    const task: Promise<void> = compare(one, name).finally(() => running.delete(task));
    running.add(task);
    if (running.size >= 16) await Promise.race(running);
  }
  await Promise.all(running);
  return tally;
}

/** JSON in ASCII, so that no character hides. */
const visible = (value: unknown): string =>
  JSON.stringify(value).replace(/[^ -~]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Shrinks a differing case, by lines and then by characters, as long as it differs. */
async function shrink<One extends Case, Answer>(start: One, comparison: Comparison<One, Answer>): Promise<One> {
  const differs = async (next: One) =>
    (comparison.possible?.(next) ?? true) && !comparison.agree(comparison.ours(next), await comparison.gem(next), next);
  let best = start;
  for (let tried = 0; ; ) {
    const next = comparison.simpler?.(best)[tried];
    if (next === undefined) break;
    if (await differs(next)) best = next;
    else tried++;
  }
  for (const separator of ['\n', '']) {
    const split = (text: string) => (separator === '' ? [...text] : text.split(separator));
    for (let size = Math.max(1, split(best.text).length >> 1); size >= 1; size >>= 1) {
      const parts = split(best.text);
      for (let at = 0; at < parts.length; ) {
        const text = [...parts.slice(0, at), ...parts.slice(at + size)].join(separator);
        const next = { ...best, text };
        if (text !== best.text && (await differs(next))) {
          parts.splice(at, size);
          best = next;
        } else at += size;
      }
    }
  }
  return best;
}

/** Watches which parts of the engine are reached. */
export class Reach {
  readonly #session = new Session();

  async start(): Promise<void> {
    this.#session.connect();
    await this.#session.post('Debugger.enable');
    await this.#session.post('Profiler.enable');
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** @param folder a folder of src/ @param quiet without the list of what was not reached */
  async report(folder: string, quiet: boolean): Promise<void> {
    const { result } = await this.#session.post('Profiler.takePreciseCoverage');
    const missed: string[] = [];
    let total = 0;
    for (const script of result) {
      const name = script.url.split(`/src/${folder}/`)[1];
      if (name === undefined) continue;
      const { scriptSource } = await this.#session.post('Debugger.getScriptSource', { scriptId: script.scriptId });
      for (const { functionName, ranges } of script.functions) {
        for (const { startOffset, endOffset, count } of ranges) {
          total++;
          if (count > 0) continue;
          const code = scriptSource.slice(startOffset, endOffset).replace(/\s+/g, ' ').slice(0, 90);
          missed.push(`  ${name} ${functionName}: ${code}`);
        }
      }
    }
    console.log(`Branches reached: ${total - missed.length} of ${total}`);
    if (!quiet) for (const line of missed) console.log(line);
  }
}

export const MARKDOWN_FILES = /\.(md|markdown|mkd|text)$/;
export const HTML_FILES = /\.html?$/;

/** The files below a folder whose names match. */
export function filesBelow(folder: string, names: RegExp): string[] {
  const found: string[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (name === '.git' || name === 'node_modules') continue;
    const path = join(folder, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) found.push(...filesBelow(path, names));
    else if (stat?.isFile() && names.test(name)) found.push(path);
  }
  return found;
}

/** A file's text after its front matter; null if it isn't UTF-8. */
export function readText(path: string): string | null {
  const text = readFileSync(path).toString('utf8');
  return text.includes('\ufffd') ? null : text.replace(/^---\s*\n.*?\n---\s*\n/s, '');
}

/** The command that runs the real gems. */
export function referenceCommand(): string {
  const command = process.env.REFERENCE;
  if (!command) throw new Error('Set REFERENCE to the command that runs the real Jekyll.');
  return command;
}
