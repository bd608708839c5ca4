/**
 * Compares our Liquid with Ruby's, run as Jekyll runs it, on generated templates or on those of files.
 *
 *   REFERENCE="path/to/reference" tsx scripts/diff/liquid.ts [--compat github-pages|jekyll-4] [--count 2000] [--seed 1]
 *     [--mistakes 0.15] [--site DIR [--content]]… [--lines FILE] [--strict] [--show 5] [--words]
 *
 * REFERENCE is a command that runs `exec STACK ruby FILE`; one process serves the run. `--site` takes every template of
 * a site's _includes and _layouts instead of generated ones, with `--content` its pages and posts; `--lines` takes the
 * lines of a file. `--strict` sets strict_variables and strict_filters. `--words` also shows errors that only differ in
 * wording. Prints each difference, what the templates reached, and a count; the status is 1 if anything differs.
 */

import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/compile/template.ts';
import { UsAscii } from '../../src/ruby/us-ascii.ts';
import { ADDRESS, type RubyHash } from '../../src/ruby/values.ts';
import { collectingEnvironment, createHost, DATA, decode, type Encoded, FILES, NOW } from '../../test/liquid/site.ts';
import { BLOG } from './liquid-blog.ts';
import { Generator } from './liquid-generate.ts';
import { KEYS_PAGE, RenderedSite, writeSite } from './liquid-site.ts';

/** Where an object is in Ruby, as `#<Class:0x…` shows it. */
const PLACE = /(?<=#(?:<|&lt;)[\w:]+:)0x0000[0-9a-f]{12}/gi;

export interface Answer {
  readonly text?: string;
  readonly ascii?: boolean;
  readonly warnings?: readonly string[];
  readonly error?: string;
  readonly class?: string;
}

const REPOSITORY = { ...process.env, PAGES_REPO_NWO: 'owner/name' };

/** Writes the site and has it built, for the order of its drops' keys. */
function orderOfKeys(reference: string, compat: Compat, folder: string): string {
  writeSite(folder);
  const out = join(folder, '_site');
  execFileSync(reference, ['build', compat, folder, out, '--quiet'], { env: REPOSITORY, stdio: 'ignore' });
  return readFileSync(join(out, KEYS_PAGE), 'utf8');
}

/** A file of the gems: how many lines and branches it has, which lines nothing reached, how many branches were taken. */
export interface Covered {
  readonly file: string;
  readonly lines: number;
  readonly missed: readonly string[];
  readonly branches: number;
  readonly taken: number;
}

export class LiquidReference {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly folder: string;

  /** @param inSite for templates in a real site: see liquid-site.ts */
  constructor(compat: Compat, inSite = false) {
    const reference = process.env.REFERENCE;
    if (!reference) throw new Error('set REFERENCE to the command that runs the reference');
    this.folder = mkdtempSync(join(tmpdir(), 'liquid-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    const site = inSite ? [this.folder, orderOfKeys(reference, compat, this.folder)] : [];
    const script = fileURLToPath(new URL(inSite ? './liquid-site.rb' : './liquid.rb', import.meta.url));
    this.#process = spawn(reference, ['exec', compat, 'ruby', script, ...site], { env: REPOSITORY });
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async ask(template: string, source = this.folder, data: Encoded = DATA): Promise<Answer> {
    this.send({ template, data, source });
    return this.receive(template);
  }

  /** Asks without waiting: the answers come in the same order. */
  send(request: Readonly<Record<string, unknown>>): void {
    this.#process.stdin.write(`${JSON.stringify(request)}\n`);
  }

  async receive(template: string): Promise<Answer> {
    return JSON.parse((await this.#line(template)).replace(PLACE, ADDRESS));
  }

  /** What of the gems all templates so far have reached. */
  async coverage(): Promise<readonly Covered[]> {
    this.send({ coverage: true });
    return JSON.parse(await this.#line('(coverage)'));
  }

  async #line(template: string): Promise<string> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the reference ended at ${JSON.stringify(template)}`);
    return value;
  }

  end(): void {
    this.#process.stdin.end();
    rmSync(this.folder, { recursive: true });
  }
}

/** What ours makes of a template. */
export function ours(
  compat: Compat,
  template: string,
  root: string,
  files = FILES,
  data: Encoded = DATA,
  strict = false,
): Answer {
  const { env, warnings } = collectingEnvironment(compat, { strictVariables: strict, strictFilters: strict });
  try {
    const parsed = parseTemplate(template, env, { source: { path: 'template.html', text: template }, offset: 0 });
    const shown = warnings.map(({ message }) => message.replace(/^Liquid syntax error: /, ''));
    const payload = decode(data) as RubyHash;
    const host = createHost(compat, files, root);
    const text = renderTemplate(parsed, {
      payload,
      registers: { host, page: payload.get('page') ?? null },
    });
    return { text: String(text), ascii: text instanceof UsAscii, warnings: shown };
  } catch (error) {
    if (!(error instanceof BuildError)) return { error: String((error as Error).stack), class: 'CRASH' };
    const { message, span, path } = error.diagnostic;
    return { error: message, class: span === undefined && path === undefined ? 'NO PLACE' : error.diagnostic.code };
  }
}

/** Null where both say the same; errors may differ in wording, which `sameWords` says. */
export function difference(theirs: Answer, mine: Answer): 'text' | 'error' | 'flag' | 'warnings' | null {
  if (mine.class === 'CRASH' || mine.class === 'NO PLACE') return 'error';
  if ((theirs.error === undefined) !== (mine.error === undefined)) return 'error';
  if (theirs.error !== undefined) return null;
  // A page may speak of addresses itself.
  if (theirs.text !== mine.text?.replace(PLACE, ADDRESS)) return 'text';
  if (theirs.ascii !== mine.ascii) return 'flag';
  return JSON.stringify(theirs.warnings) === JSON.stringify(mine.warnings) ? null : 'warnings';
}

const squeeze = (text = ''): string =>
  text
    .replace(/ included $/, '')
    .replace(/0x[0-9a-f]+/g, '0x')
    .replace(/\s+/g, ' ')
    .trim();

export const sameWords = (theirs: Answer, mine: Answer): boolean => squeeze(theirs.error) === squeeze(mine.error);

/** What is around the first character that differs. */
function differingPart(theirs: string, mine: string): [string, string] {
  let at = 0;
  while (at < theirs.length && theirs[at] === mine[at]) at++;
  const from = Math.max(0, at - 100);
  return [theirs.slice(from, at + 200), mine.slice(from, at + 200)];
}

function templatesOf(site: string): string[] {
  const found: string[] = [];
  for (const folder of ['_includes', '_layouts']) {
    let names: string[] = [];
    try {
      names = readdirSync(join(site, folder), { recursive: true, encoding: 'utf8' });
    } catch {
      continue;
    }
    for (const name of names) {
      const path = join(site, folder, name);
      if (!statSync(path).isFile() || !/\.(html|md|xml|txt|json|liquid)$|^[^.]*$/.test(name)) continue;
      found.push(readFileSync(path, 'utf8').replace(/^---\s*\n[\s\S]*?^---\s*\n/m, ''));
    }
  }
  return found;
}

/** The pages and posts of a site that have Liquid in them. */
function contentOf(site: string): string[] {
  const found: string[] = [];
  for (const name of readdirSync(site, { recursive: true, encoding: 'utf8' })) {
    if (
      !/\.(?:md|markdown|html|xml|txt|json)$/.test(name) ||
      /(?:^|\/)(?:node_modules|_site|\.git|_includes|_layouts)\//.test(name)
    )
      continue;
    const path = join(site, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isFile() || stat.size > 200_000) continue;
    const text = readFileSync(path, 'utf8');
    const matter = /^---[ \t]*\r?\n[\s\S]*?^---[ \t]*\r?\n/m.exec(text);
    if (matter?.index === 0 && /\{[{%]/.test(text)) found.push(text.slice(matter[0].length));
  }
  return found;
}

function filesOf(site: string): Record<string, string> {
  const files: Record<string, string> = {};
  const root = join(site, '_includes');
  if (statSync(root, { throwIfNoEntry: false }) === undefined) return files;
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(root, name)).isFile()) files[`_includes/${name}`] = readFileSync(join(root, name), 'utf8');
  }
  return files;
}

/** A template with where and with what it is rendered. */
interface Job {
  readonly template: string;
  readonly source: string;
  readonly files: Readonly<Record<string, string>>;
  readonly data: Encoded;
  /** The number of the site's document or page that it is rendered for. */
  readonly item?: number;
}

/** As many templates as the reference is sent ahead. */
const AHEAD = 40;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      compat: { type: 'string', default: 'github-pages' },
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      mistakes: { type: 'string', default: '0.1' },
      site: { type: 'string', multiple: true },
      content: { type: 'boolean', default: false },
      lines: { type: 'string' },
      show: { type: 'string', default: '5' },
      words: { type: 'boolean', default: false },
      missed: { type: 'boolean', default: false },
      drops: { type: 'boolean', default: false },
      strict: { type: 'boolean', default: false },
    },
  });
  const compat = values.compat as Compat;
  const reference = new LiquidReference(compat, values.drops);
  const tally = new Tally(Number(values.show), values.words);
  const pending: Job[] = [];
  let site: RenderedSite | undefined;
  if (values.drops) {
    site = await RenderedSite.build(reference.folder, compat, NOW.seconds);
  }
  const settle = async (): Promise<void> => {
    const job = pending.shift()!;
    const theirs = await reference.receive(job.template);
    const mine =
      job.item === undefined
        ? ours(compat, job.template, job.source, job.files, job.data, values.strict)
        : site!.render(job.template, job.item);
    tally.add(job, theirs, mine);
  };
  const compareInSite = async (template: string, item: number): Promise<void> => {
    reference.send({ template, source: reference.folder, item });
    pending.push({ template, source: reference.folder, files: {}, data: DATA, item });
    if (pending.length > AHEAD) await settle();
  };
  const compare = async (template: string, source = reference.folder, files = FILES, data = DATA): Promise<void> => {
    const strict = values.strict ? { strict_variables: true, strict_filters: true } : {};
    reference.send({ template, data, source, ...strict });
    pending.push({ template, source, files, data });
    if (pending.length > AHEAD) await settle();
  };
  let unreached: readonly string[] = [];
  if (values.site) {
    for (const site of values.site) {
      const files = filesOf(site);
      const templates = values.content ? contentOf(site) : templatesOf(site);
      for (const template of templates) for (const data of [DATA, BLOG]) await compare(template, site, files, data);
    }
  } else if (values.lines) {
    for (const line of readFileSync(values.lines, 'utf8').split('\n'))
      if (line !== '') {
        const template = line.replaceAll('⏎', '\n');
        if (!values.drops) await compare(template);
        else for (const item of [0, 3, 6, 11, 14, 15]) await compareInSite(template, item);
      }
  } else if (values.drops) {
    const generator = new Generator(Number(values.seed), Number(values.mistakes), true);
    for (let i = 0; i < Number(values.count); i++)
      await compareInSite(generator.template(), generator.random.below(100));
    tally.reached = generator.reached;
    unreached = generator.unreached();
  } else {
    const generator = new Generator(Number(values.seed), Number(values.mistakes));
    for (let i = 0; i < Number(values.count); i++) {
      const data = generator.data();
      await compare(generator.template(), reference.folder, FILES, data);
    }
    tally.reached = generator.reached;
    unreached = generator.unreached();
  }
  while (pending.length > 0) await settle();
  tally.print();
  printCoverage(await reference.coverage(), values.missed);
  if (!values.site && !values.lines) {
    process.stdout.write(
      `never made, of filters, their kinds of input, and tags: ${unreached.length} (${unreached.slice(0, 20).join(', ')})\n`,
    );
  }
  reference.end();
  process.stdout.write(`${compat} ${JSON.stringify(tally.counts)}\n`);
  process.exitCode = tally.isClean ? 0 : 1;
}

/** What a run has seen. */
class Tally {
  readonly counts = { same: 0, text: 0, error: 0, flag: 0, warnings: 0, words: 0, errors: 0, lax: 0 };
  readonly #messages = new Map<string, number>();
  reached: ReadonlyMap<string, number> = new Map();
  #show: number;
  readonly #words: boolean;

  constructor(show: number, words: boolean) {
    this.#show = show;
    this.#words = words;
  }

  get isClean(): boolean {
    const { text, error, flag, warnings } = this.counts;
    return text + error + flag + warnings === 0;
  }

  add(job: Job, theirs: Answer, mine: Answer): void {
    const { counts } = this;
    const kind = difference(theirs, mine);
    if (theirs.error !== undefined) {
      counts.errors++;
      this.#note(`${theirs.class}: ${theirs.error}`);
    }
    if ((theirs.warnings?.length ?? 0) > 0) counts.lax++;
    for (const warning of theirs.warnings ?? []) this.#note(`warning: ${warning}`);
    const words = kind === null && theirs.error !== undefined && !sameWords(theirs, mine);
    counts[kind ?? 'same']++;
    if (words) counts.words++;
    if ((kind === null && !(words && this.#words)) || this.#show-- <= 0) return;
    process.stdout.write(`--- ${kind ?? 'words'}\n${job.template.slice(0, 600)}\n`);
    for (const name of new Set(job.template.match(/\bv[0-3]\b/g) ?? [])) {
      const own = (job.data as { $hash: [string, Encoded][] }).$hash.find(([key]) => key === name);
      if (own !== undefined) process.stdout.write(`${name}: ${JSON.stringify(own[1]).slice(0, 400)}\n`);
    }
    const [from, to] = differingPart(JSON.stringify(theirs), JSON.stringify(mine));
    process.stdout.write(`ruby: ${from}\nours: ${to}\n`);
  }

  // A message without what is the template's own.
  #note(message: string): void {
    const shape = message
      .replace(/"(?:\{\{|\{%)[\s\S]*$/, '"…')
      .replace(/'[^']*'|"[^"]*"/g, '…')
      .replace(/\bfor (?:#<|\[|\{|…|-?\d)[\s\S]*$/, 'for …')
      .replace(/-?\d+/g, 'N')
      .slice(0, 110);
    this.#messages.set(shape, (this.#messages.get(shape) ?? 0) + 1);
  }

  print(): void {
    const cells = new Map<string, string[]>();
    for (const [what, count] of [...this.reached].sort()) {
      const [group = '', name = '', ...rest] = what.split(' ');
      // Of filters by their inputs and arguments only how many kinds each has seen.
      const line = group === 'input' || group === 'argument' ? `${group}s by filter` : group;
      const list = cells.get(line) ?? [];
      if (line === group) list.push(`${[name, ...rest].join(' ')} ${count}`);
      else list.push(name);
      cells.set(line, list);
    }
    for (const [group, list] of cells) {
      if (!group.endsWith('by filter')) process.stdout.write(`reached ${group}: ${list.join(', ')}\n`);
      else {
        const kinds = new Map<string, number>();
        for (const name of list) kinds.set(name, (kinds.get(name) ?? 0) + 1);
        process.stdout.write(`reached ${group}, kinds: ${[...kinds].map(([name, n]) => `${name} ${n}`).join(', ')}\n`);
      }
    }
    const messages = [...this.#messages].sort((a, b) => b[1] - a[1]);
    process.stdout.write(`messages of the reference (${messages.length} shapes):\n`);
    for (const [message, count] of messages.slice(0, 60))
      process.stdout.write(`  ${count} ${JSON.stringify(message)}\n`);
  }
}

/** How much of the gems' Liquid the templates have run through; with `missed`, the lines that none reached. */
function printCoverage(files: readonly Covered[], missed: boolean): void {
  const [lines, reached, branches, taken] = [
    (f: Covered) => f.lines,
    (f: Covered) => f.lines - f.missed.length,
    (f: Covered) => f.branches,
    (f: Covered) => f.taken,
  ].map((of) => files.reduce((n, file) => n + of(file), 0));
  process.stdout.write(`lines of the gems: ${reached} of ${lines}, branches: ${taken} of ${branches}\n`);
  for (const file of files) {
    process.stdout.write(
      `  ${file.file} ${file.lines - file.missed.length}/${file.lines}, ${file.taken}/${file.branches}\n`,
    );
    if (missed) for (const line of file.missed) process.stdout.write(`    ${line}\n`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
