// `npm run figures`: what the architecture promises, counted. Each figure has a file in figures/ that says what it counts.
//   npm run figures                   a table of all
//   npm run figures -- --list NAME    every place that a figure counts

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignments } from './figures/assignments.ts';
import { configuration } from './figures/configuration.ts';
import { cycles } from './figures/cycles.ts';
import { encoding } from './figures/encoding.ts';
import { functions } from './figures/functions.ts';
import { openProgram } from './figures/program.ts';
import { root } from './figures/root.ts';
import { versions } from './figures/versions.ts';
import { documents, words } from './figures/words.ts';

const FIGURES = [versions, encoding, cycles, assignments, configuration, functions, root, words, documents];

const listed = process.argv.indexOf('--list') < 0 ? null : process.argv[process.argv.indexOf('--list') + 1];
const chosen = listed === null ? FIGURES : FIGURES.filter(({ name }) => name === listed);
if (chosen.length === 0) {
  process.stderr.write(`Unknown figure '${listed}'. Known: ${FIGURES.map(({ name }) => name).join(', ')}\n`);
  process.exitCode = 1;
} else {
  const program = openProgram(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const { name, title, measure } of chosen) {
    const { value, places } = measure(program);
    process.stdout.write(`${name.padEnd(14)} ${title.padEnd(52)} ${value}\n`);
    if (listed === null) continue;
    for (const { path, line, what } of places) process.stdout.write(`${path}:${line} ${what}\n`);
  }
  program.close();
}
