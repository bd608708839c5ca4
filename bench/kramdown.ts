// How fast Markdown is: megabytes a second, cold and warm, on three documents, beside other engines.
//
//   npm run bench:kramdown [-- --rounds N]
//
// With REFERENCE set (a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`) real kramdown is
// measured as well. All read GFM with tables and HTML, and write typographic quotes; highlighting is off; ids of headers,
// footnotes and attribute lists only kramdown and we have. Ours is dist/kramdown.js, compiled.
//
// Warm: engines take turns in one process (Ruby in one of its own), the best of all rounds counts. Cold: a new process for
// each engine and document; what it takes to load the engine, and the first rendering. Node's and Ruby's own start isn't in
// it. Times are the processor's, so that a busy machine matters little.

import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { documents } from './kramdown-documents.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const rounds = Number(values.rounds);
const reference = process.env.REFERENCE;

/** Loads an engine: the module, and code that turns it into a function that renders. Also run as a program. */
const ENGINES: Readonly<Record<string, string>> = {
  'build-site': `import('build-site/kramdown').then(({ convert }) => {
    const options = { input: 'GFM', hardWrap: false, syntaxHighlighter: null };
    return (text) => convert(text, options).html;
  })`,
  'markdown-it': `import('markdown-it').then(({ default: create }) => {
    const engine = create({ html: true, typographer: true });
    return (text) => engine.render(text);
  })`,
  marked: `import('marked').then(({ marked }) => (text) => marked.parse(text))`,
};

const RUBY = `
$stdout.sync = true
now = -> { Process.clock_gettime(Process::CLOCK_PROCESS_CPUTIME_ID) * 1000 }
start = now.()
require "kramdown"
require "kramdown-parser-gfm"
puts now.() - start
while (path = $stdin.gets)
  text = File.read(path.chomp, encoding: "UTF-8")
  start = now.()
  Kramdown::Document.new(text, input: "GFM", hard_wrap: false, syntax_highlighter: nil).to_html
  puts now.() - start
end
`;

const NODE = `
import { readFileSync } from 'node:fs';
const [path] = process.argv.slice(1);
const text = readFileSync(path, 'utf8');
const now = () => process.cpuUsage().user / 1000 + process.cpuUsage().system / 1000;
const start = now();
const render = await ENGINE;
const loaded = now();
render(text);
console.log(JSON.stringify([loaded - start, now() - loaded]));
`;

type Render = (text: string) => unknown;
interface Cold {
  readonly load: number;
  readonly first: number;
}

/** Ruby, kept open: answers the path of a file with milliseconds; the first answer is the time to load kramdown. */
class Ruby {
  readonly loaded: Promise<number>;
  readonly #process;
  readonly #waiting: ((ms: number) => void)[] = [];
  constructor(command: string, script: string) {
    this.#process = spawn(command, ['exec', 'github-pages', 'ruby', script], { stdio: ['pipe', 'pipe', 'inherit'] });
    createInterface({ input: this.#process.stdout }).on('line', (line) => this.#waiting.shift()?.(Number(line)));
    this.loaded = this.#answer();
  }
  render(path: string): Promise<number> {
    this.#process.stdin.write(`${path}\n`);
    return this.#answer();
  }
  close(): void {
    this.#process.stdin.end();
  }
  #answer(): Promise<number> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}

/** The best of three new processes. */
function coldNode(engine: string, path: string): Cold {
  const program = NODE.replace('ENGINE', () => ENGINES[engine]!);
  const runs = [1, 2, 3].map(() => {
    const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], { encoding: 'utf8' });
    const [load, first] = JSON.parse(stdout) as [number, number];
    return { load, first };
  });
  return best(runs);
}

async function coldRuby(command: string, script: string, path: string): Promise<Cold> {
  const runs: Cold[] = [];
  for (let run = 0; run < 3; run++) {
    const ruby = new Ruby(command, script);
    runs.push({ load: await ruby.loaded, first: await ruby.render(path) });
    ruby.close();
  }
  return best(runs);
}

const best = (runs: readonly Cold[]): Cold => ({
  load: Math.min(...runs.map(({ load }) => load)),
  first: Math.min(...runs.map(({ first }) => first)),
});

async function main(folder: string): Promise<void> {
  const script = join(folder, 'kramdown.rb');
  writeFileSync(script, RUBY);
  const renders = new Map<string, Render>();
  for (const [name, load] of Object.entries(ENGINES))
    renders.set(name, await (new Function(`return ${load}`)() as Promise<Render>));
  const ruby = reference ? new Ruby(reference, script) : null;
  await ruby?.loaded;

  console.log(`${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`);
  for (const [document, text] of documents(200_000)) {
    const path = join(folder, `${document}.md`);
    writeFileSync(path, text);
    const cold = new Map<string, Cold>();
    for (const name of renders.keys()) cold.set(name, coldNode(name, path));
    if (reference) cold.set('kramdown', await coldRuby(reference, script, path));
    const warm = await warmTimes(renders, ruby, text, path);

    const bytes = Buffer.byteLength(text);
    const rate = (ms: number) => (bytes / 1000 / ms).toFixed(2).padStart(10);
    console.log(`\n${document} (${bytes} bytes)     load ms  cold MB/s  warm MB/s   ours is`);
    for (const [name, time] of warm) {
      const { load, first } = cold.get(name)!;
      const ratio = `${(time / warm.get('build-site')!).toFixed(2)} x`;
      console.log(
        `  ${name.padEnd(20)}${load.toFixed(0).padStart(10)}${rate(first)}${rate(time)}${ratio.padStart(11)}`,
      );
    }
  }
  ruby?.close();
}

/** The best time of each engine, in turns. Ruby, which doesn't warm up, has fewer turns. */
async function warmTimes(
  renders: ReadonlyMap<string, Render>,
  ruby: Ruby | null,
  text: string,
  path: string,
): Promise<Map<string, number>> {
  const times = new Map<string, number>();
  const note = (name: string, ms: number) => times.set(name, Math.min(ms, times.get(name) ?? Number.POSITIVE_INFINITY));
  for (let round = 0; round < rounds; round++) {
    for (const [name, render] of renders) {
      const start = process.cpuUsage();
      render(text);
      const { user, system } = process.cpuUsage(start);
      note(name, (user + system) / 1000);
    }
    if (ruby && round % 5 === 0) note('kramdown', await ruby.render(path));
  }
  return times;
}

const folder = mkdtempSync(join(tmpdir(), 'kramdown-bench-'));
try {
  await main(folder);
} finally {
  rmSync(folder, { recursive: true });
}
