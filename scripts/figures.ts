// `npm run figures`: what the architecture promises, counted. Each figure has a file in figures/ that says what it counts.
//   npm run figures                   a table of all
//   npm run figures -- --list NAME    every place that a figure counts
//   npm run figures -- --sample comments|messages COUNT    as many of them, at even distances

import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readArguments } from './arguments.ts';
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

const USAGE = `Usage: --list NAME, of ${FIGURES.map((figure) => figure.name).join(', ')};
or --sample KIND COUNT, of ${Object.keys(KINDS).join(', ')}`;
const { values, positionals } = readArguments(USAGE, {
  options: { list: { type: 'string' }, sample: { type: 'string' } },
  allowPositionals: true,
});
const [count] = positionals;
const program = openProgram(dirname(dirname(fileURLToPath(import.meta.url))));
const kind = KINDS[values.sample ?? ''];
const chosen = values.list === undefined ? FIGURES : FIGURES.filter(({ name }) => name === values.list);
if (chosen.length === 0 || (values.sample !== undefined && kind === undefined)) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 1;
} else if (kind !== undefined) {
  const all = kind(program);
  for (const { path, line, what } of sample(all, Number(count ?? all.length))) {
    process.stdout.write(`${path}:${line}\n${what}\n\n`);
  }
} else {
  for (const figure of chosen) {
    const { value, places } = figure.measure(program);
    process.stdout.write(`${figure.name.padEnd(14)} ${figure.title.padEnd(52)} ${value}\n`);
    if (values.list === undefined) continue;
    for (const { path, line, what } of places) process.stdout.write(`${path}:${line} ${what}\n`);
  }
}
program.close();
