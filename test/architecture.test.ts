// The order of rooms in ARCHITECTURE.md: imports go one way, without a cycle, and node: stays at the edges.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** From the top down; a room imports from itself and from lower rows only, so not from its neighbours in a row. */
const ROWS = [
  ['index'],
  ['cli'],
  ['server'],
  ['build'],
  ['engine'],
  ['threads', 'themes'],
  ['plugins'],
  ['contract'],
  ['site'],
  ['liquid', 'converters'],
  ['content'],
  ['config'],
  ['kramdown', 'commonmark', 'html4', 'highlight', 'ruby-sass', 'yaml', 'rubygems', 'git', 'archives', 'publish'],
  ['ruby', 'regex'],
  ['files', 'text'],
  ['diagnostics'],
];

/** The only ones that may import node: modules. */
const AT_THE_EDGE = /^src\/(?:cli\/|server\/|files\/disk\.ts$|build\/|threads\/)/;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly line: number;
  /** Gone once compiled (`import type`). */
  readonly typeOnly: boolean;
}

const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'))
  .sort();
const imports = files.flatMap(importsOf);

/** `import … from 'x'`, `export … from 'x'`, `import 'x'`, `import('x')`. */
function importsOf(from: string): Import[] {
  const text = withoutComments(readFileSync(join(root, from), 'utf8'));
  const found: Import[] = [];
  const pattern =
    /^(?:import|export)\s+(?:(type)\s)?(?:[^'";()]*?\sfrom\s*)?(['"])([^'"]+)\2|\bimport\(\s*(['"])([^'"]+)\4\s*\)/gm;
  for (const match of text.matchAll(pattern)) {
    const written = (match[3] ?? match[5])!;
    const to = written.startsWith('.') ? posix.join(posix.dirname(from), written) : written;
    const line = text.slice(0, match.index).split('\n').length;
    found.push({ from, to, line, typeOnly: match[1] === 'type' });
  }
  return found;
}

/** Comments blanked, so that lines still count. */
function withoutComments(text: string): string {
  return text.replace(/^\s*\/\/.*$|^\s*\/\*[\s\S]*?\*\//gm, (comment) => comment.replace(/[^\n]/g, ' '));
}

const roomOf = (path: string): string => path.split('/')[1]!.replace(/\.ts$/, '');
const rowOf = (path: string): number => ROWS.findIndex((row) => row.includes(roomOf(path)));
const tell = ({ from, line, to }: Import): string => `${from}:${line} imports ${to}`;

test('every file is in a room of the list', () => {
  assert.equal(
    files.filter((path) => rowOf(path) < 0),
    [],
  );
});

test('every room has tests in a folder of its name', () => {
  const rooms = new Set(files.map((path) => path.split('/')[1]!).filter((name) => !name.endsWith('.ts')));
  for (const room of rooms) {
    const tests = readdirSync(join(root, 'test', room)).filter((name) => name.endsWith('.test.ts'));
    assert.ok(tests.length > 0, `test/${room}`);
  }
});

test('imports lead to existing files, by their full name', () => {
  const known = new Set([...files, 'package.json']);
  const astray = imports.filter(({ to }) => (to.startsWith('src/') || to.startsWith('../')) && !known.has(to));
  assert.equal(astray.map(tell), []);
});

test('imports go one way', () => {
  const upward = imports
    .filter(({ to }) => to.startsWith('src/'))
    .filter(({ from, to }) => roomOf(from) !== roomOf(to) && rowOf(to) <= rowOf(from));
  assert.equal(upward.map(tell), []);
});

test("liquid's folders are the phases of a template: each imports earlier ones only, types included", () => {
  const phases = ['errors.ts', 'syntax', 'runtime', 'compile', 'filters', 'tags'];
  const phaseOf = (path: string): number => {
    const phase = phases.indexOf(path.split('/')[2]!);
    return phase < 0 ? phases.length : phase;
  };
  const within = imports.filter(({ from, to }) => roomOf(from) === 'liquid' && to.startsWith('src/liquid/'));
  assert.ok(within.length > 100);
  assert.equal(within.filter(({ from, to }) => phaseOf(to) > phaseOf(from)).map(tell), []);
});

test('there are no import cycles, types included', () => {
  const next = new Map<string, Import[]>(files.map((path) => [path, []]));
  for (const one of imports) next.get(one.from)?.push(one);
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, way: string[]): void => {
    if (way.includes(path)) cycles.push([...way.slice(way.indexOf(path)), path].join(' -> '));
    else if (!done.has(path)) {
      for (const { to } of next.get(path) ?? []) visit(to, [...way, path]);
      done.add(path);
    }
  };
  for (const path of files) visit(path, []);
  assert.equal(cycles, []);
});

test('only the edges import node: modules', () => {
  const inner = imports.filter(({ from, to }) => to.startsWith('node:') && !AT_THE_EDGE.test(from));
  assert.equal(inner.map(tell), []);
});

test('the scan sees every way to import', () => {
  // The other tests would also pass if nothing was found.
  assert.ok(imports.some(({ from, to }) => from === 'src/files/disk.ts' && to === 'node:fs'));
  assert.ok(imports.some(({ from, to }) => from === 'src/cli/program.ts' && to === 'src/cli/build.ts'));
  assert.ok(imports.some(({ typeOnly }) => typeOnly));
});

test.run();
