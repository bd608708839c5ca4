// Asks the reference about every case in a folder of test/, and prints or (with --write) rewrites what has changed.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Case, parseCases, printCases } from '../test/cases.ts';

const test = fileURLToPath(new URL('../test/', import.meta.url));

/** @param renew returns a case with new answers; `file` is its file's name without the extension */
export async function renewCases(folder: string, renew: (one: Case, file: string) => Promise<Case>): Promise<void> {
  const isWriting = process.argv.includes('--write');
  let [count, changed] = [0, 0];
  for (const name of readdirSync(join(test, folder)).sort()) {
    const path = join(test, folder, name);
    const before = readFileSync(path, 'utf8');
    const { about, cases } = parseCases(before);
    const renewed: Case[] = [];
    for (const one of cases) renewed.push(await renew(one, name.replace(/\.txt$/, '')));
    const wrong = renewed.filter(
      (one, i) => printCases({ about: '', cases: [one] }) !== printCases({ about: '', cases: [cases[i]!] }),
    );
    for (const one of wrong) process.stdout.write(`  ${folder}/${name}: ${one.name}\n`);
    count += cases.length;
    changed += wrong.length;
    const after = printCases({ about, cases: renewed });
    if (isWriting && after !== before) writeFileSync(path, after);
  }
  process.stdout.write(
    `  ${count} cases, ${changed} ${isWriting ? 'rewritten' : 'are not what the reference answers'}\n`,
  );
  if (changed > 0 && !isWriting) process.exitCode = 1;
}
