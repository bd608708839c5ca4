// How fast templates render, ours beside liquidjs (renderSync) and, with REFERENCE set, Ruby's Liquid with Jekyll's tags in
// one warm process: milliseconds of the processor a rendering, everything parsed before, the best of many batches in interleaved rounds. All have to print
// the same.
//
// npm bundles it first, as what is published is: a run of the sources carries the runner's own work.
//
//   npm run bench:liquid [-- --rounds N] [--compat github-pages|jekyll-4] [--linear]
//
// --linear: a listing of 1,000 to 40,000 posts: microseconds a post, with REFERENCE set Ruby's beside. The data are bigger than
// the processor's caches at the end, for both.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Liquid } from 'liquidjs';
import { type Compat, STACKS } from '../src/config/stacks.ts';
import { parseTemplate, renderTemplate } from '../src/liquid/compile/template.ts';
import { createEnvironment } from '../src/liquid/engine.ts';
import type { RubyHash, Value } from '../src/ruby/values.ts';
import { createHost } from '../test/liquid/site.ts';
import { CASES, type Case, listing } from './liquid-cases.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    compat: { type: 'string', default: 'jekyll-4' },
    linear: { type: 'boolean', default: false },
  },
});
const compat = values.compat as Compat;
const stack = STACKS[compat];
if (stack === undefined) throw new Error(`there is no compat '${values.compat}'`);

/** Renders the whole case once. */
type Render = () => string;

function toValue(json: unknown): Value {
  if (Array.isArray(json)) return json.map(toValue);
  if (typeof json === 'object' && json !== null) {
    return new Map(Object.entries(json).map(([key, item]) => [key, toValue(item)] as const));
  }
  return json as Value;
}

function ours({ chain, includes, data }: Case): Render {
  const files = Object.fromEntries(Object.entries(includes).map(([name, text]) => [`_includes/${name}`, text]));
  const host = createHost(compat, files);
  const env = createEnvironment({ stack, report: () => {} });
  const templates = chain.map((text, i) =>
    parseTemplate(text, env, { source: { path: `${i}.html`, text }, offset: 0 }),
  );
  const shared = toValue(data) as RubyHash;
  return () => {
    const payload = new Map(shared);
    const registers = { host, page: payload.get('page') ?? null };
    let text = '';
    for (const template of templates) {
      payload.set('content', text);
      text = String(renderTemplate(template, { payload, registers }));
    }
    return text;
  };
}

function liquidjs({ chain, includes, data }: Case): Render {
  const engine = new Liquid({ jekyllInclude: true, dynamicPartials: false, templates: includes, cache: true });
  const templates = chain.map((text) => engine.parse(text));
  return () => {
    const scope: Record<string, unknown> = { ...data };
    for (const template of templates) scope.content = engine.renderSync(template, scope);
    return scope.content as string;
  };
}

/** liquidjs prints blank blocks, and escapes a quote in its own way. */
const squeezed = (text: string) => text.replaceAll('&#34;', '&quot;').replace(/\s+/g, '');

/** A Ruby process: takes a case, answers with the milliseconds per rendering. */
class Ruby {
  readonly #process;
  readonly #lines;
  readonly #folder = mkdtempSync(join(tmpdir(), 'liquid-bench-'));

  constructor(command: string) {
    this.#process = spawn(command, ['exec', compat, 'ruby', 'bench/liquid.rb']);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async #ask<T>(request: object): Promise<T> {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference has ended');
    return JSON.parse(value) as T;
  }

  async prepare({ name, chain, includes, data }: Case): Promise<string> {
    const source = join(this.#folder, name.replace(/\W+/g, '-'));
    mkdirSync(join(source, '_includes'), { recursive: true });
    for (const [file, text] of Object.entries(includes)) writeFileSync(join(source, '_includes', file), text);
    return (await this.#ask<{ text: string }>({ source, name, chain, data })).text;
  }

  async time(times: number): Promise<number> {
    return (await this.#ask<{ ms: number }>({ times, batches: BATCHES, most: MOST / 1000 })).ms;
  }

  end(): void {
    this.#process.stdin.end();
    rmSync(this.#folder, { recursive: true });
  }
}

/** The CPU time of this process in milliseconds: other processes don't count. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const BATCH = 20;
const BATCHES = 10;
/** Milliseconds after which no other batch starts. */
const MOST = 1000;

/** The best of some batches. */
function time(render: Render): number {
  const from = spent();
  let times = 0;
  do {
    render();
    times++;
  } while (spent() - from < BATCH);
  let best = Infinity;
  for (let batch = 0; batch < BATCHES && (batch < 2 || spent() - from < MOST); batch++) {
    const start = spent();
    for (let i = 0; i < times; i++) render();
    best = Math.min(best, (spent() - start) / times);
  }
  return best;
}

const column = (ms: number) => ms.toFixed(3).padStart(10);
const ratio = (theirs: number, mine: number) => `${(theirs / mine).toFixed(1)}x`.padStart(8);

async function compare(): Promise<void> {
  const ruby = process.env.REFERENCE ? new Ruby(process.env.REFERENCE) : null;
  console.log(
    'ms a rendering'.padEnd(34),
    ...['ours', 'liquidjs', '', 'Ruby', ''].map((name, i) => name.padStart([10, 10, 8, 10, 8][i]!)),
  );
  for (const one of CASES) {
    const [mine, theirs] = [ours(one), liquidjs(one)];
    const text = mine();
    if (squeezed(theirs()) !== squeezed(text)) throw new Error(`liquidjs prints otherwise: ${one.name}`);
    if (ruby !== null && (await ruby.prepare(one)) !== text) throw new Error(`Ruby prints otherwise: ${one.name}`);
    const best = [Infinity, Infinity, Infinity];
    for (let round = 0; round < Number(values.rounds); round++) {
      best[0] = Math.min(best[0]!, time(mine));
      best[1] = Math.min(best[1]!, time(theirs));
      if (ruby !== null) best[2] = Math.min(best[2]!, await ruby.time(Math.max(1, Math.round(BATCH / best[1]!))));
    }
    const [a, b, c] = best as [number, number, number];
    console.log(
      one.name.padEnd(34),
      column(a),
      column(b),
      ratio(b, a),
      ...(ruby === null ? [] : [column(c), ratio(c, a)]),
    );
  }
  ruby?.end();
}

async function linear(): Promise<void> {
  const ruby = process.env.REFERENCE ? new Ruby(process.env.REFERENCE) : null;
  for (const posts of [1000, 2000, 4000, 10_000, 20_000, 40_000]) {
    const one = listing(posts);
    const render = ours(one);
    render();
    if (ruby !== null) await ruby.prepare(one);
    let [mine, theirs] = [Infinity, Infinity];
    for (let round = 0; round < Number(values.rounds); round++) {
      mine = Math.min(mine, time(render));
      if (ruby !== null) theirs = Math.min(theirs, await ruby.time(1));
    }
    const each = (ms: number) => `${((ms * 1000) / posts).toFixed(3).padStart(8)} µs a post`;
    console.log(
      `${String(posts).padStart(6)} posts ${column(mine)} ms ${each(mine)}${ruby === null ? '' : `, Ruby ${each(theirs)}`}`,
    );
  }
  ruby?.end();
}

console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, ${compat}`);
if (values.linear) await linear();
else await compare();
