// `npm run reliability`: runs every case of scripts/reliability/ for real and writes docs/reliability.md: what was tried,
// what happened, time, memory. `-- WORD...` runs only the cases whose name holds a word, and writes nothing.
// Compile first (`npm run compile`): the cases run dist/cli.js.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, Lab } from './reliability/lab.ts';
import { TOPICS } from './reliability/topics.ts';

const OUTPUT = join(fileURLToPath(import.meta.url), '../../docs/reliability.md');

interface Row {
  readonly tried: string;
  readonly happened: string;
  readonly seconds: string;
  readonly peak: string;
}

const words = process.argv.slice(2);
let [held, failed, skipped] = [0, 0, 0];
const sections: string[] = [];
for (const { title, cases } of TOPICS) {
  const chosen = cases.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  const rows: Row[] = [];
  for (const one of chosen) rows.push(await runCase(one));
  if (rows.length > 0) sections.push(section(title, rows));
}
if (words.length === 0) writeFileSync(OUTPUT, page(sections));
process.stdout.write(`\n${held} held, ${failed} failed, ${skipped} not run here\n`);
process.exitCode = failed === 0 ? 0 : 1;

async function runCase({ name, tried, needs, run }: Case): Promise<Row> {
  const missing = needs?.() ?? null;
  if (missing !== null) {
    skipped++;
    process.stdout.write(`-   ${name}: ${missing}\n`);
    return { tried, happened: `not run here: ${missing}`, seconds: '', peak: '' };
  }
  const lab = new Lab();
  try {
    const happened = (await run(lab)).replaceAll(`${lab.folder}/`, '').replaceAll(lab.folder, '.');
    held++;
    process.stdout.write(`ok  ${name} (${lab.seconds.toFixed(1)} s, ${lab.peak} MiB)\n`);
    return { tried, happened, seconds: lab.seconds.toFixed(1), peak: String(lab.peak) };
  } catch (error) {
    failed++;
    const message = error instanceof Error ? error.message : String(error);
    process.stdout.write(`NOT ${name}: ${message}\n`);
    return { tried, happened: `**does not hold**: ${message.split('\n')[0]}`, seconds: '', peak: '' };
  } finally {
    lab.remove();
  }
}

function section(title: string, rows: readonly Row[]): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const lines = rows.map(
    ({ tried, happened, seconds, peak }) => `| ${cell(tried)} | ${cell(happened)} | ${seconds} | ${peak} |`,
  );
  return `## ${title}\n\n| tried | what happened | seconds | MiB |\n|---|---|--:|--:|\n${lines.join('\n')}\n`;
}

function page(sections: readonly string[]): string {
  return `# Reliability

What was done to build-site, and what happened: every row is a case that \`npm run reliability\` runs for real (processes,
signals, file systems, servers on 127.0.0.1). This file is its output and is never edited by hand. Seconds are the wall
time of all commands of the case, MiB the largest peak of resident memory of one of them.

${held} held, ${failed} failed, ${skipped} not run on the machine that wrote this.

${sections.join('\n')}`;
}
