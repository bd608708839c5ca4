// `npm run coverage`: all tests, and which functions of src/ none of them has called, counted by V8 (NODE_V8_COVERAGE) in
// every process that the tests start from sources. Ends with status 1 if a test fails, or if fewer functions than the
// floor are called. `npm run coverage -- --list` names the functions that are not. Words choose tests as in `npm test`; then
// only the sources with such a word in their path are counted, and there is no floor.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readArguments } from './arguments.ts';

/** The least share of functions that the tests must call, in per cent; a little below what V8 counts today. */
const FLOOR = 91;

interface Dump {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly { readonly startOffset: number; readonly count: number }[];
    }[];
  }[];
  readonly 'source-map-cache'?: Readonly<
    Record<string, { readonly lineLengths: number[]; readonly data: SourceMapPayload | null }>
  >;
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const sources = pathToFileURL(join(root, 'src')).href;
const { values, positionals: words } = readArguments('Usage: npm run coverage -- [--list] [WORD or path]...', {
  options: { list: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = mkdtempSync(join(tmpdir(), 'build-site-coverage-'));
/** By file, then by place (`line name`): whether it has been called. */
const functions = new Map<string, Map<string, boolean>>();

const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/test.ts', ...words], {
  cwd: root,
  env: { ...process.env, NODE_V8_COVERAGE: folder },
  stdio: 'inherit',
});
for (const name of readdirSync(folder)) take(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Dump);
rmSync(folder, { recursive: true, force: true });
process.exitCode = report() && status === 0 ? 0 : 1;

function take({ result, 'source-map-cache': maps = {} }: Dump): void {
  for (const { url, functions: found } of result) {
    if (!url.startsWith(sources)) continue;
    const file = url.slice(sources.length + 1).replace(/\?.*$/, '');
    const known = functions.get(file) ?? new Map<string, boolean>();
    functions.set(file, known);
    const lineOf = lines(maps[url]);
    for (const { functionName, ranges } of found) {
      if (functionName === '') continue; // the module itself, and callbacks without a name
      const { startOffset, count } = ranges[0]!;
      const place = `${lineOf(startOffset)} ${functionName}`;
      known.set(place, known.get(place) === true || count > 0);
    }
  }
}

/** Maps an offset in the code that ran to a line in the source. */
function lines(mapped: { readonly lineLengths: number[]; readonly data: SourceMapPayload | null } | undefined) {
  if (mapped?.data == null) return (offset: number) => offset;
  const map = new SourceMap(mapped.data);
  return (offset: number): number => {
    let [line, rest] = [0, offset];
    while (line < mapped.lineLengths.length && rest > mapped.lineLengths[line]!)
      rest -= mapped.lineLengths[line++]! + 1;
    const entry = map.findEntry(line, rest);
    return 'originalLine' in entry ? entry.originalLine + 1 : line + 1;
  };
}

/** @returns whether enough is called */
function report(): boolean {
  const rooms = new Map<string, { called: number; all: number }>();
  for (const [file, places] of [...functions].sort()) {
    if (words.length > 0 && !words.some((word) => `src/${file}`.includes(word))) continue;
    const room = file.includes('/') ? file.slice(0, file.indexOf('/')) : file;
    const sum = rooms.get(room) ?? { called: 0, all: 0 };
    rooms.set(room, sum);
    for (const [place, isCalled] of places) {
      sum.all++;
      if (isCalled) sum.called++;
      else if (values.list) process.stdout.write(`src/${file}:${place} is never called\n`);
    }
  }
  const total = { called: 0, all: 0 };
  for (const [room, { called, all }] of rooms) {
    total.called += called;
    total.all += all;
    process.stdout.write(`${room.padEnd(16)}${percent(called, all).toFixed(1).padStart(6)} % of ${all} functions\n`);
  }
  const reached = percent(total.called, total.all);
  const floor = reached >= FLOOR ? `, at least ${FLOOR} %` : `, LESS THAN ${FLOOR} %`;
  process.stdout.write(
    `${'all'.padEnd(16)}${reached.toFixed(1).padStart(6)} % of ${total.all} functions${words.length > 0 ? '' : floor}\n`,
  );
  return reached >= FLOOR || words.length > 0;
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : (100 * part) / whole;
}
