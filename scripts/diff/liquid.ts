/**
 * Compares our Liquid with Ruby's, run as Jekyll runs it, on generated templates or on those of files.
 *
 *   REFERENCE="path/to/reference" tsx scripts/diff/liquid.ts [--profile github-pages|jekyll-4] [--count 2000] [--seed 1]
 *     [--mistakes 0.15] [--site DIR [--content]]… [--lines FILE] [--show 5] [--words]
 *
 * REFERENCE is a command that runs `exec PROFILE ruby FILE`; one process serves the run. `--site` takes every template of
 * a site's _includes and _layouts instead of generated ones, with `--content` its pages and posts; `--lines` the lines of a file. `--words` shows errors that are told in other words too. Prints each difference, what the
 * templates reached, and a count; the status is 1 where anything differs.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Profile } from '../../src/config/profiles.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { parseTemplate, renderTemplate } from '../../src/liquid/template.ts';
import type { RubyHash } from '../../src/ruby/values.ts';
import { collectingEnvironment, createHost, DATA, decode, type Encoded, FILES } from '../../test/liquid/site.ts';
import { BLOG } from './liquid-blog.ts';
import { Generator } from './liquid-generate.ts';

export interface Answer {
  readonly text?: string;
  readonly ascii?: boolean;
  readonly warnings?: readonly string[];
  readonly error?: string;
  readonly class?: string;
}

export class LiquidReference {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  readonly folder: string;

  constructor(profile: Profile) {
    const reference = process.env.REFERENCE;
    if (!reference) throw new Error('set REFERENCE to the command that runs the reference');
    this.folder = mkdtempSync(join(tmpdir(), 'liquid-'));
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      writeFileSync(join(this.folder, path), text);
    }
    const script = fileURLToPath(new URL('./liquid.rb', import.meta.url));
    this.#process = spawn(reference, ['exec', profile, 'ruby', script]);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async ask(template: string, source = this.folder, data: Encoded = DATA): Promise<Answer> {
    this.#process.stdin.write(`${JSON.stringify({ template, data, source })}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the reference ended at ${JSON.stringify(template)}`);
    // Ruby shows these objects with their address.
    return JSON.parse(value.replace(/(Liquid::Expression::MethodLiteral):0x.*?(?=&gt;|>)/g, '$1'));
  }

  end(): void {
    this.#process.stdin.end();
    rmSync(this.folder, { recursive: true });
  }
}

/** What ours makes of a template. */
export function ours(profile: Profile, template: string, root: string, files = FILES, data: Encoded = DATA): Answer {
  const { env, warnings } = collectingEnvironment(profile);
  try {
    const parsed = parseTemplate(template, env, { source: { path: 'template.html', text: template }, offset: 0 });
    const shown = warnings.map(({ message }) => message.replace(/^Liquid syntax error: /, ''));
    const payload = decode(data) as RubyHash;
    const host = createHost(profile, files, root);
    const { text, usAscii } = renderTemplate(parsed, {
      payload,
      registers: { host, page: payload.get('page') ?? null },
    });
    return { text, ascii: usAscii, warnings: shown };
  } catch (error) {
    if (!(error instanceof BuildError)) return { error: String((error as Error).stack), class: 'CRASH' };
    const { message, span, path } = error.diagnostic;
    return { error: message, class: span === undefined && path === undefined ? 'NO PLACE' : error.diagnostic.code };
  }
}

/** Null where both say the same; errors may differ in their words, which `sameWords` tells. */
export function difference(theirs: Answer, mine: Answer): 'text' | 'error' | 'flag' | 'warnings' | null {
  if (mine.class === 'CRASH' || mine.class === 'NO PLACE') return 'error';
  if ((theirs.error === undefined) !== (mine.error === undefined)) return 'error';
  if (theirs.error !== undefined) return null;
  if (theirs.text !== mine.text) return 'text';
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
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (statSync(join(root, name)).isFile()) files[`_includes/${name}`] = readFileSync(join(root, name), 'utf8');
  }
  return files;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      profile: { type: 'string', default: 'github-pages' },
      count: { type: 'string', default: '2000' },
      seed: { type: 'string', default: '1' },
      mistakes: { type: 'string', default: '0.1' },
      site: { type: 'string', multiple: true },
      content: { type: 'boolean', default: false },
      lines: { type: 'string' },
      show: { type: 'string', default: '5' },
      words: { type: 'boolean', default: false },
    },
  });
  const profile = values.profile as Profile;
  const reference = new LiquidReference(profile);
  const counts = { same: 0, text: 0, error: 0, flag: 0, warnings: 0, words: 0, errors: 0, lax: 0 };
  let shown = Number(values.show);
  const generator = new Generator(Number(values.seed), Number(values.mistakes));
  const compare = async (template: string, source = reference.folder, files = FILES, data = DATA): Promise<void> => {
    const theirs = await reference.ask(template, source, data);
    const mine = ours(profile, template, source, files, data);
    const kind = difference(theirs, mine);
    if (theirs.error !== undefined) counts.errors++;
    if ((theirs.warnings?.length ?? 0) > 0) counts.lax++;
    const words = kind === null && theirs.error !== undefined && !sameWords(theirs, mine);
    if (kind === null) counts.same++;
    else counts[kind]++;
    if (words) counts.words++;
    if ((kind !== null || (words && values.words)) && shown-- > 0) {
      process.stdout.write(`--- ${kind ?? 'words'}\n${template.slice(0, 600)}\n`);
      const [from, to] = differingPart(JSON.stringify(theirs), JSON.stringify(mine));
      process.stdout.write(`ruby: ${from}\nours: ${to}\n`);
    }
  };
  if (values.site) {
    for (const site of values.site) {
      let files: Record<string, string>;
      try {
        files = filesOf(site);
      } catch {
        files = {};
      }
      const templates = values.content ? contentOf(site) : templatesOf(site);
      for (const template of templates) for (const data of [DATA, BLOG]) await compare(template, site, files, data);
    }
  } else if (values.lines) {
    for (const line of readFileSync(values.lines, 'utf8').split('\n'))
      if (line !== '') await compare(line.replaceAll('⏎', '\n'));
  } else {
    for (let i = 0; i < Number(values.count); i++) {
      const template = generator.template();
      // Years beyond all calendars: a time holds its seconds as a plain number.
      if (/\b(?:big|12345678901234567890)\b/.test(template) && /\| *date/.test(template)) continue;
      await compare(template);
    }
    const reached = [...generator.reached].sort().map(([what, count]) => `${what} ${count}`);
    process.stdout.write(`reached: ${reached.join(', ')}\n`);
  }
  reference.end();
  process.stdout.write(`${profile} ${JSON.stringify(counts)}\n`);
  process.exitCode = counts.text + counts.error + counts.flag + counts.warnings > 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
