// `npm run figures`: what the architecture promises, counted. Each figure has a file in figures/ that says what it counts.
//   npm run figures                   a table of all
//   npm run figures -- --list NAME    every place that a figure counts
//   npm run figures -- --sample comments|messages COUNT    as many of them, at even distances

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignments } from './figures/assignments.ts';
import { configuration } from './figures/configuration.ts';
import { cycles } from './figures/cycles.ts';
import { encoding } from './figures/encoding.ts';
import { functions } from './figures/functions.ts';
import { openProgram } from './figures/program.ts';
import { root } from './figures/root.ts';
import { KINDS, sample } from './figures/sample.ts';
import { versions } from './figures/versions.ts';
import { documents, words } from './figures/words.ts';

const FIGURES = [versions, encoding, cycles, assignments, configuration, functions, root, words, documents];

const [option, name, count] = process.argv.slice(2);
const program = openProgram(dirname(dirname(fileURLToPath(import.meta.url))));
if (option === '--sample' && KINDS[name ?? ''] !== undefined) {
  const all = KINDS[name!]!(program);
  for (const { path, line, what } of sample(all, Number(count ?? all.length))) {
    process.stdout.write(`${path}:${line}\n${what}\n\n`);
  }
} else {
  const chosen = option === '--list' ? FIGURES.filter((figure) => figure.name === name) : FIGURES;
  if ((option !== undefined && option !== '--list') || chosen.length === 0) {
    process.stderr.write(`Usage: --list NAME, of ${FIGURES.map((figure) => figure.name).join(', ')};\n`);
    process.stderr.write(`or --sample KIND COUNT, of ${Object.keys(KINDS).join(', ')}\n`);
    process.exitCode = 1;
  } else {
    for (const figure of chosen) {
      const { value, places } = figure.measure(program);
      process.stdout.write(`${figure.name.padEnd(14)} ${figure.title.padEnd(52)} ${value}\n`);
      if (option !== '--list') continue;
      for (const { path, line, what } of places) process.stdout.write(`${path}:${line} ${what}\n`);
    }
  }
}
program.close();
