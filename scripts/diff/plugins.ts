// Builds random small sites with real Jekyll and with ours, plugins on and off, and shows where they differ, shrunk.
//
//   REFERENCE=/path/to/jekyll npm run diff:plugins -- [--count N] [--seed S] [--compat P] [--odd PERCENT] [--most M]
//     [--lenient]
//
// REFERENCE is a command that runs Ruby in a stack: `$REFERENCE exec STACK ruby script.rb`. Where the gems stop with an
// error, ours must too, in its own words; with --lenient it may build the site. --odd says how many values are of no type
// that an option is meant to have.

import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { filesBelow, MOMENT } from '../../test/golden-site.ts';
import { filesOf, type RandomSite, Raw, Sites, type Yaml } from './plugins-sites.ts';

const { values: args } = parseArgs({
  options: {
    count: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    compat: { type: 'string' },
    odd: { type: 'string', default: '10' },
    most: { type: 'string', default: '5' },
    lenient: { type: 'boolean', default: false },
  },
});
const command = process.env.REFERENCE;
if (!command) throw new Error('Set REFERENCE to the command that runs the real Jekyll.');

process.env.TZ = 'UTC';
/** When every source file was last changed. */
const CHANGED = new Date('2026-05-04T03:02:01Z');

interface Result {
  readonly error?: string;
  /** Contents by path. */
  readonly files: ReadonlyMap<string, string>;
}

class Reference {
  readonly #process: ChildProcessByStdio<Writable, Readable, null>;
  readonly #answers: AsyncIterator<string>;

  constructor(compat: Compat) {
    const script = fileURLToPath(new URL('plugins.rb', import.meta.url));
    this.#process = spawn(command!, ['exec', compat, 'ruby', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    this.#answers = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async build(site: RandomSite): Promise<Result> {
    const root = mkdtempSync(join(tmpdir(), 'plugins-'));
    const [source, destination] = [join(root, 'site'), join(root, 'out')];
    for (const [path, text] of Object.entries(filesOf(site))) {
      const file = join(source, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      utimesSync(file, CHANGED, CHANGED);
    }
    const overlay = join(root, 'overlay.yml');
    writeFileSync(overlay, overlayOf(site));
    const config = [join(source, '_config.yml'), overlay];
    const env = { JEKYLL_ENV: site.environment, PAGES_REPO_NWO: site.nwo };
    this.#process.stdin.write(`${JSON.stringify({ source, destination, config, env })}\n`);
    const { value, done } = await this.#answers.next();
    if (done) throw new Error('The reference ended');
    const answer = JSON.parse(value);
    const files = new Map(filesBelow(destination).map((name) => [name, readFileSync(join(destination, name), 'utf8')]));
    rmSync(root, { recursive: true });
    return answer === true ? { files } : { error: answer.error, files: new Map() };
  }

  end(): void {
    this.#process.stdin.end();
  }
}

/** What GitHub's API would answer to jekyll-github-metadata, which assumes http and no custom domain without a network. */
function overlayOf(site: RandomSite): string {
  if (site.compat === 'jekyll-4') return 'plugins_dir: /nowhere\n';
  const cname = site.files.find(({ path }) => path === 'CNAME');
  const domain =
    cname === undefined
      ? undefined
      : filesOf(site)
          .CNAME!.split(/\s+/)
          .filter((word) => word !== '')[0];
  const [owner, name] = site.nwo.split('/') as [string, string];
  const isHome = name === `${owner.toLowerCase()}.github.io`;
  const url = `https://${domain ?? `${owner.toLowerCase()}.github.io`}`;
  const baseurl = domain !== undefined || isHome ? '' : `/${name}`;
  const own: Record<string, unknown> = {};
  if ((site.config.url ?? null) === null) own.url = url;
  if ((site.config.baseurl ?? null) === null || site.config.baseurl === '/') own.baseurl = baseurl;
  const github = site.config.github ?? {};
  if (isMapping(github)) own.github = { url: url + baseurl, baseurl };
  return `${JSON.stringify(own)}\n`;
}

async function ours(site: RandomSite): Promise<Result> {
  const entries = Object.entries(filesOf(site)).map(([path, text]) => [`/site/${path}`, text] as const);
  const files = new MemoryFiles(Object.fromEntries(entries), CHANGED.getTime());
  try {
    await build({
      source: '/site',
      destination: '/out',
      files,
      compat: site.compat,
      environment: site.environment,
      now: MOMENT,
      nwo: site.nwo,
    });
  } catch (error) {
    const isOurs = error instanceof BuildError;
    return { error: isOurs ? error.message : `CRASH ${(error as Error).stack}`, files: new Map() };
  }
  const texts = new Map<string, string>();
  const collect = (folder: string, prefix: string): void => {
    for (const name of files.list(folder)) {
      const path = `${folder}/${name}`;
      if (files.stat(path)?.kind === 'directory') collect(path, `${prefix}${name}/`);
      else texts.set(prefix + name, new TextDecoder('utf-8', { ignoreBOM: true }).decode(files.read(path)));
    }
  };
  collect('/out', '');
  return { files: texts };
}

/** The first difference, in words, or null. */
function difference(theirs: Result, mine: Result): { kind: string; detail: string } | null {
  if (mine.error?.startsWith('CRASH')) return { kind: 'crash', detail: mine.error };
  if (theirs.error !== undefined || mine.error !== undefined) {
    if (theirs.error !== undefined && mine.error !== undefined) return null;
    if (theirs.error !== undefined) return args.lenient ? null : { kind: 'built', detail: `theirs: ${theirs.error}` };
    return { kind: 'refused', detail: `ours: ${mine.error}` };
  }
  for (const [path, text] of theirs.files) {
    const own = mine.files.get(path);
    if (own === undefined) return { kind: 'missing', detail: path };
    if (own === text) continue;
    let at = 0;
    while (text[at] === own[at]) at++;
    const from = Math.max(0, at - 60);
    const shown = (all: string): string => JSON.stringify(all.slice(from, at + 90));
    return { kind: `text ${path}`, detail: `${path} at ${at}\n  theirs ${shown(text)}\n  ours   ${shown(own)}` };
  }
  const extra = [...mine.files.keys()].find((path) => !theirs.files.has(path));
  return extra === undefined ? null : { kind: 'extra', detail: extra };
}

/** Where a piece of a site is: a file, a line of it, or a key of a mapping (with the mappings that it is in). */
type Piece = { file?: number; line?: number; keys?: readonly string[] };

function piecesOf(site: RandomSite): Piece[] {
  const files = site.files.flatMap((file, at): Piece[] => [
    { file: at },
    ...keysOf(file.matter ?? {}).map((keys) => ({ file: at, keys })),
    ...file.lines.map((_, line) => ({ file: at, line })),
  ]);
  const settings = keysOf(site.config).filter(([key]) => key !== 'theme');
  return [...files, ...settings.map((keys) => ({ keys }))];
}

const isMapping = (value: Yaml | undefined): value is Readonly<Record<string, Yaml>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Raw);

const keysOf = (values: Readonly<Record<string, Yaml>>): string[][] =>
  Object.entries(values).flatMap(([key, value]) => [
    [key],
    ...(isMapping(value) ? keysOf(value).map((keys) => [key, ...keys]) : []),
  ]);

function without(values: Readonly<Record<string, Yaml>>, gone: readonly (readonly string[])[]): Record<string, Yaml> {
  const entries = Object.entries(values).filter(([key]) => !gone.some((keys) => keys.length === 1 && keys[0] === key));
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const inside = gone.filter((keys) => keys[0] === key).map((keys) => keys.slice(1));
      return [key, isMapping(value) && inside.length > 0 ? without(value, inside) : value];
    }),
  );
}

function siteWithout(site: RandomSite, gone: readonly Piece[]): RandomSite {
  const of = (at: number | undefined): (readonly string[])[] =>
    gone.flatMap(({ file, keys }) => (file === at && keys !== undefined ? [keys] : []));
  const files = site.files.flatMap((file, at) => {
    if (gone.some((piece) => piece.file === at && piece.line === undefined && piece.keys === undefined)) return [];
    const lines = file.lines.filter((_, line) => !gone.some((piece) => piece.file === at && piece.line === line));
    return [{ ...file, lines, matter: file.matter === null ? null : without(file.matter, of(at)) }];
  });
  return { ...site, files, config: without(site.config, of(undefined)) };
}

/** Leaves out what isn't needed for the difference: many pieces at a time first, then fewer. */
async function shrunk(reference: Reference, start: RandomSite, kind: string): Promise<RandomSite> {
  const pieces = piecesOf(start);
  let gone: Piece[] = [];
  for (let size = pieces.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < pieces.length; at += size) {
      const more = pieces.slice(at, at + size).filter((piece) => !gone.includes(piece));
      if (more.length === 0) continue;
      const next = siteWithout(start, [...gone, ...more]);
      if (difference(await reference.build(next), await ours(next))?.kind === kind) gone = [...gone, ...more];
    }
  }
  return siteWithout(start, gone);
}

const stacks: readonly Compat[] = args.compat === undefined ? ['github-pages', 'jekyll-4'] : [args.compat as Compat];
let shown = Number(args.most);
for (const compat of stacks) {
  const reference = new Reference(compat);
  const sites = new Sites(Number(args.seed), Number(args.odd));
  const counts = { same: 0, refused: 0, files: 0 };
  for (let n = 0; n < Number(args.count); n++) {
    const site = sites.next(compat);
    const [theirs, mine] = [await reference.build(site), await ours(site)];
    const found = difference(theirs, mine);
    if (found === null) {
      counts.same++;
      if (theirs.error !== undefined) counts.refused++;
      counts.files += theirs.files.size;
      continue;
    }
    process.exitCode = 1;
    if (shown-- <= 0) continue;
    const small = await shrunk(reference, site, found.kind);
    const last = difference(await reference.build(small), await ours(small)) ?? found;
    process.stdout.write(
      `--- site ${n} as ${compat}, ${small.environment} ${small.nwo}: ${last.kind}\n${last.detail}\n`,
    );
    for (const [path, text] of Object.entries(filesOf(small))) process.stdout.write(`>> ${path}\n${text}`);
  }
  reference.end();
  process.stdout.write(
    `${compat}: ${counts.same} of ${args.count} sites the same (${counts.files} files; ${counts.refused} are refused by both)\n`,
  );
}
