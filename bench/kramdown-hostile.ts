// The cost of hostile Markdown: milliseconds for n, 2n and 4n characters and for a million, and how they grow.
//
//   npm run bench:hostile [-- --only WORDS] [--from NUMBER] [--native]
//
// Fails if 4 times the text takes more than 7 times as long (n log n takes less than 5 times, n squared 16), where a
// million characters take longer than 15 seconds, or where something is thrown. Where 4 times the text is more than 4 times
// the HTML (what is in a list is indented on each level), the time is that for a character read or written, and the line
// says so. That HTML gets too long is an answer: a link that is repeated, with one class more each time.
// The process has young generations of 256 MB and collects before each text: what lives on costs a collector more from the
// size at which the data no longer fits into one generation, a step that has nothing to do with how the time grows.
// With --native everything is parsed under html_to_native.

import { parseArgs } from 'node:util';
import { convert, KramdownError } from '../src/kramdown/index.ts';
import type { Hostile } from '../test/kramdown/hostile.ts';
import { HOSTILE } from '../test/kramdown/hostile.ts';

const N = 32_000;
const MOST_GROWTH = 7;
const MOST_MS = 15_000;
// What is faster than this says nothing about growth.
const LEAST_MS = 12;

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    from: { type: 'string', default: '0' },
    native: { type: 'boolean', default: false },
  },
});

/** The CPU time for a document, the best of some runs, and the lengths of the document and its HTML. */
function measure({ make, options }: Hostile, n: number, runs: number): { ms: number; size: number } {
  const text = `${make(n)}\n`;
  let least = Number.POSITIVE_INFINITY;
  let size = 0;
  for (let run = 0; run < runs; run++) {
    globalThis.gc?.();
    const start = process.cpuUsage();
    const { html } = convert(text, {
      input: 'GFM',
      hardWrap: false,
      syntaxHighlighter: null,
      htmlToNative: values.native,
      ...options,
    });
    size = text.length + html.length;
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (least > 1000) break;
  }
  return { ms: least, size };
}

interface Growth {
  readonly times: readonly number[];
  /** 0: too fast to say. */
  readonly factor: number;
  /** The growth of text and HTML together for 4 times the text, if that is more than 4 times. */
  readonly more: number;
}

function growth(hostile: Hostile): Growth {
  let best: Growth = { times: [], factor: Number.POSITIVE_INFINITY, more: 4 };
  for (let attempt = 0; attempt < 3; attempt++) {
    const runs = [N, 2 * N, 4 * N].map((n) => measure(hostile, n, 3));
    const times = runs.map(({ ms }) => ms);
    const more = Math.max(4, runs[2]!.size / runs[0]!.size);
    const factor = times[2]! < LEAST_MS ? 0 : (times[2]! / Math.max(times[0]!, LEAST_MS / 4) / more) * 4;
    if (factor < best.factor) best = { times, factor, more };
    if (best.factor <= MOST_GROWTH) break;
  }
  return best;
}

/** Milliseconds for a million characters; null if the HTML gets too long. */
function million(hostile: Hostile): number | null {
  try {
    return measure(hostile, 1e6, 1).ms;
  } catch (error) {
    if (error instanceof KramdownError && error.message === 'The HTML gets too long') return null;
    throw error;
  }
}

const ms = (time: number) => time.toFixed(0).padStart(9);
console.log(`${'milliseconds for characters'.padEnd(40)}${ms(N)}${ms(2 * N)}${ms(4 * N)}${ms(1e6)}   x 4`);
let bad = 0;
let count = 0;
for (const [name, hostile] of Object.entries(HOSTILE).slice(Number(values.from))) {
  if (!name.includes(values.only)) continue;
  count++;
  let line: string;
  let wrong = '';
  try {
    const { times, factor, more } = growth(hostile);
    const last = factor > 3 * MOST_GROWTH ? Number.NaN : million(hostile);
    const factors = factor === 0 ? '     -' : factor.toFixed(1).padStart(6);
    line = `${times.map(ms).join('')}${last === null ? ' too long' : ms(last)}${factors}`;
    if (more > 4.4) line += `  (the HTML grows ${more.toFixed(1)} times)`;
    if (factor > MOST_GROWTH) wrong += '  grows too fast';
    if (last !== null && last > MOST_MS) wrong += '  takes too long';
  } catch (error) {
    line = '';
    wrong = `  throws ${error}`;
  }
  if (wrong !== '') bad++;
  console.log(`${name.padEnd(40)}${line}${wrong}`);
}
console.log(`${count} texts, ${bad} beyond the bounds`);
process.exitCode = bad > 0 ? 1 : 0;
