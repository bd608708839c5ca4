// What hostile Markdown costs: milliseconds for n, 2n and 4n characters and for a million, and how they grow.
//
//   npm run bench:hostile [-- --only WORDS]
//
// Fails where 4 times the text takes more than 7 times as long (n log n takes less than 5 times, n squared 16), where a
// million characters take longer than 15 seconds, or where something is thrown.

import { parseArgs } from 'node:util';
import { convert } from '../src/kramdown/index.ts';
import type { Hostile } from '../test/kramdown/hostile.ts';
import { HOSTILE } from '../test/kramdown/hostile.ts';

const N = 32_000;
const MOST_GROWTH = 7;
const MOST_MS = 15_000;
// What is faster than this says nothing about growth.
const LEAST_MS = 12;

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });

/** The processor's time for a text, the best of some runs. */
function measure({ make, options }: Hostile, n: number, runs: number): number {
  const text = `${make(n)}\n`;
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const start = process.cpuUsage();
    convert(text, { input: 'GFM', hardWrap: false, syntaxHighlighter: null, ...options });
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1000);
    if (least > 1000) break;
  }
  return least;
}

function growth(hostile: Hostile): { times: number[]; factor: number } {
  let best = { times: [] as number[], factor: Number.POSITIVE_INFINITY };
  for (let attempt = 0; attempt < 3; attempt++) {
    const times = [N, 2 * N, 4 * N].map((n) => measure(hostile, n, 3));
    const factor = times[2]! < LEAST_MS ? 0 : times[2]! / Math.max(times[0]!, LEAST_MS / 4);
    if (factor < best.factor) best = { times, factor };
    if (best.factor <= MOST_GROWTH) break;
  }
  return best;
}

const ms = (time: number) => time.toFixed(0).padStart(9);
console.log(`${'milliseconds for characters'.padEnd(40)}${ms(N)}${ms(2 * N)}${ms(4 * N)}${ms(1e6)}   x 4`);
let bad = 0;
let count = 0;
for (const [name, hostile] of Object.entries(HOSTILE)) {
  if (!name.includes(values.only)) continue;
  count++;
  let line: string;
  let wrong = '';
  try {
    const { times, factor } = growth(hostile);
    const last = factor > 3 * MOST_GROWTH ? Number.NaN : measure(hostile, 1e6, 1);
    line = `${times.map(ms).join('')}${ms(last)}${factor === 0 ? '     -' : factor.toFixed(1).padStart(6)}`;
    if (factor > MOST_GROWTH) wrong += '  grows too fast';
    if (last > MOST_MS) wrong += '  takes too long';
  } catch (error) {
    line = '';
    wrong = `  throws ${error}`;
  }
  if (wrong !== '') bad++;
  console.log(`${name.padEnd(40)}${line}${wrong}`);
}
console.log(`${count} texts, ${bad} beyond the bounds`);
process.exitCode = bad > 0 ? 1 : 0;
