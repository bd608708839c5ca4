// `npm run reliability`: runs every case of scripts/reliability/ for real and writes docs/reliability.md: what was tried,
// what happened, time, memory. `-- WORD...` runs only the cases whose name holds a word, and replaces their rows.
// The cases run dist/cli.js.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.ts';
import { type Case, Lab } from './reliability/lab.ts';
import { type Row, reliabilityPage } from './reliability/page.ts';
import { TOPICS } from './reliability/topics.ts';

const OUTPUT = join(fileURLToPath(import.meta.url), '../../docs/reliability.md');

const { positionals: words } = readArguments('Usage: npm run reliability [-- WORD...]', { allowPositionals: true });
const rows = new Map<string, Row>();
for (const one of TOPICS.flatMap(({ cases }) => cases)) {
  if (words.length > 0 && !words.some((word) => one.name.includes(word))) continue;
  rows.set(one.name, await runCase(one));
}
writeFileSync(OUTPUT, reliabilityPage(TOPICS, rows, existsSync(OUTPUT) ? readFileSync(OUTPUT, 'utf8') : ''));
const count = (test: (row: Row) => boolean): number => [...rows.values()].filter(test).length;
const failed = count(({ isHeld, isRun }) => isRun && !isHeld);
process.stdout.write(
  `\n${count(({ isHeld }) => isHeld)} held, ${failed} failed, ${count(({ isRun }) => !isRun)} not run here\n`,
);
process.exitCode = failed === 0 ? 0 : 1;

async function runCase({ name, needs, run }: Case): Promise<Row> {
  const missing = needs?.() ?? null;
  if (missing !== null) {
    process.stdout.write(`-   ${name}: ${missing}\n`);
    return { happened: missing, isHeld: false, isRun: false, seconds: 0, peak: 0 };
  }
  const lab = new Lab();
  const shown = (text: string): string =>
    text.replaceAll(`${lab.folder}/`, '').replaceAll(lab.folder, '.').replaceAll(dirname(lab.folder), '..');
  const row = (happened: string, isHeld: boolean): Row => {
    const { seconds, peak } = lab;
    return { happened: shown(happened), isHeld, isRun: true, seconds, peak };
  };
  try {
    const happened = await run(lab);
    process.stdout.write(`ok  ${name} (${lab.seconds.toFixed(1)} s, ${lab.peak} MiB)\n`);
    return row(happened, true);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    process.stdout.write(`NOT ${name}: ${message}\n`);
    return row(message.split('\n')[0]!, false);
  } finally {
    lab.remove();
  }
}
