/**
 * Builds small sites by chance with real Jekyll and with ours, and compares every file that they write.
 *
 *   REFERENCE="path/to/reference" npm run diff:sites -- [--profile github-pages|jekyll-4] [--count 500] [--seed 1] [--show 5]
 *     [--at N] [--keep FOLDER] [--site FOLDER]… [--types | --each [--from N]]
 *
 * REFERENCE is a command that runs `exec PROFILE ruby FILE`; one process serves the run. A site that differs is made as small
 * as still differs, then shown. `--at` builds the Nth site of the seed alone; `--keep` writes what is shown to a
 * folder; `--site` takes a site that is there; `--types` puts values of every type under the keys of a site that is otherwise
 * plain, some at a time, `--each` one at a time, all there are from `--from` on.
 * The status is 1 where anything differs.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from '../../src/build.ts';
import type { Profile } from '../../src/config/profiles.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { type Files, type GeneratedSite, SiteGenerator } from './sites-generate.ts';
import { siteOfOneType, siteOfTypes } from './sites-types.ts';

/** What a build wrote, or why it didn't. */
interface Built {
  readonly files?: Readonly<Record<string, Buffer>>;
  readonly error?: string;
  readonly class?: string;
  /** Where in Ruby it was raised. */
  readonly at?: string;
  readonly source: string;
}

/** When every source file was last changed, and the reference's clock. */
const CHANGED = 1_777_863_721;
const MOMENT = 1_795_435_200;

class SiteReference {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(profile: Profile) {
    const reference = process.env.REFERENCE;
    if (!reference) throw new Error('set REFERENCE to the command that runs the reference');
    const script = fileURLToPath(new URL('./sites.rb', import.meta.url));
    this.#process = spawn(reference, ['exec', profile, 'ruby', script]);
    this.#process.stderr.on('data', (text) => {
      if (!/faraday-retry/.test(String(text))) process.stderr.write(text);
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async build({ files, flags }: GeneratedSite): Promise<Built> {
    const encoded = Object.entries(files).map(([path, text]) => [path, Buffer.from(text as string).toString('base64')]);
    this.#process.stdin.write(`${JSON.stringify({ files: Object.fromEntries(encoded), flags })}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference ended');
    const answer = JSON.parse(value);
    if (answer.files === undefined) return answer;
    const built = Object.entries(answer.files).map(([path, text]) => [path, Buffer.from(text as string, 'base64')]);
    return { source: answer.source, files: Object.fromEntries(built) };
  }

  end(): void {
    this.#process.stdin.end();
  }
}

async function ours(profile: Profile, { files, flags }: GeneratedSite, source: string): Promise<Built> {
  const placed = Object.entries(files).map(([path, text]) => [`${source}/${path}`, text]);
  const memory = new MemoryFiles(Object.fromEntries(placed), CHANGED * 1000);
  const destination = `${dirname(source)}/out`;
  try {
    await build({
      source,
      destination,
      profile,
      environment: 'production',
      now: MOMENT,
      nwo: 'owner/name',
      files: memory,
      drafts: flags.show_drafts,
      future: flags.future,
      unpublished: flags.unpublished,
      limitPosts: flags.limit_posts,
    });
  } catch (error) {
    if (error instanceof BuildError) return { source, error: error.diagnostic.message, class: error.diagnostic.code };
    return { source, error: String((error as Error).stack), class: 'CRASH' };
  }
  const built: Record<string, Buffer> = {};
  const walk = (folder: string): void => {
    for (const name of memory.list(folder)) {
      const path = `${folder}/${name}`;
      if (memory.stat(path)?.kind === 'directory') walk(path);
      else built[path.slice(destination.length + 1)] = Buffer.from(memory.read(path));
    }
  };
  walk(destination);
  return { source, files: built };
}

/** What differs, e.g. 'missing a.html'; null where nothing does. The first word is its kind. */
function difference(theirs: Built, mine: Built): string | null {
  if (mine.class === 'CRASH') return `crash ${mine.error}`;
  if (theirs.files === undefined || mine.files === undefined) {
    if (theirs.files === undefined && mine.files === undefined) return null;
    return `error\n  ruby: ${theirs.class} ${theirs.error}\n  ours: ${mine.class} ${mine.error}`;
  }
  for (const [name, text] of Object.entries(theirs.files)) {
    const own = mine.files[name];
    if (own === undefined)
      return `missing ${name} (ours has ${Object.keys(mine.files)
        .filter((other) => !(other in theirs.files!))
        .join(' ')})`;
    if (!own.equals(text)) return `different ${name}${firstDifference(text.toString(), own.toString())}`;
  }
  const extra = Object.keys(mine.files).find((name) => !(name in theirs.files!));
  return extra === undefined ? null : `extra ${extra}`;
}

function firstDifference(theirs: string, mine: string): string {
  let at = 0;
  while (at < theirs.length && theirs[at] === mine[at]) at++;
  const from = Math.max(0, at - 80);
  return `\n  ruby: ${JSON.stringify(theirs.slice(from, at + 160))}\n  ours: ${JSON.stringify(mine.slice(from, at + 160))}`;
}

const kind = (found: string): string => found.split(/[\s]/, 1)[0]!;

/** The smallest site found that differs in the same way: without files, then without lines. */
async function shrink(
  site: GeneratedSite,
  found: string,
  differs: (site: GeneratedSite) => Promise<string | null>,
): Promise<GeneratedSite> {
  let current = site;
  let budget = MOST_TRIES;
  const still = async (files: Files, flags = current.flags): Promise<boolean> => {
    if (budget-- <= 0) return false;
    const now = await differs({ files, flags });
    if (now === null || kind(now) !== kind(found)) return false;
    current = { files, flags };
    return true;
  };
  await still(current.files, {});
  await fewer(Object.keys(current.files), (names) =>
    still(
      Object.fromEntries(Object.entries(current.files).filter(([name]) => names.includes(name) || name === CONFIG)),
    ),
  );
  for (const [path, text] of Object.entries(current.files)) {
    if (typeof text !== 'string') continue;
    const kept = (line: string): boolean => path === CONFIG && /^(?:url|baseurl|theme|title):/.test(line);
    const all = text.split('\n');
    const numbers = all.map((_, i) => i);
    await fewer(numbers, (some) =>
      still({ ...current.files, [path]: all.filter((line, i) => some.includes(i) || kept(line)).join('\n') }),
    );
  }
  return current;
}

const CONFIG = '_config.yml';
const MOST_TRIES = 250;

/** Leaves out parts of a list, first large ones, as long as the rest is still good. */
async function fewer<T>(list: readonly T[], good: (rest: readonly T[]) => Promise<boolean>): Promise<void> {
  let items = list;
  for (let size = Math.max(1, list.length >> 1); size >= 1; size >>= 1) {
    for (let at = 0; at < items.length; ) {
      const rest = [...items.slice(0, at), ...items.slice(at + size)];
      if (await good(rest)) items = rest;
      else at += size;
    }
  }
}

function show({ files, flags }: GeneratedSite): string {
  const texts = Object.entries(files).map(
    ([path, text]) =>
      `--- ${path}\n${typeof text === 'string' ? (/[\r\ufeff]/.test(text) ? JSON.stringify(text) : text) : JSON.stringify(Buffer.from(text).toString('latin1'))}`,
  );
  return `${texts.join('\n')}\n${Object.keys(flags).length > 0 ? `flags ${JSON.stringify(flags)}\n` : ''}`;
}

function filesOf(folder: string): Files {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(folder, name)).isFile(),
  );
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))]));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      profile: { type: 'string', default: 'github-pages' },
      count: { type: 'string', default: '500' },
      seed: { type: 'string', default: '1' },
      show: { type: 'string', default: '5' },
      at: { type: 'string' },
      from: { type: 'string', default: '0' },
      keep: { type: 'string' },
      site: { type: 'string', multiple: true },
      types: { type: 'boolean', default: false },
      each: { type: 'boolean', default: false },
    },
  });
  process.env.TZ = 'UTC';
  const profile = values.profile as Profile;
  const reference = new SiteReference(profile);
  const differs = async (site: GeneratedSite): Promise<string | null> => {
    const theirs = await reference.build(site);
    last = theirs;
    return difference(theirs, await ours(profile, site, theirs.source));
  };
  let last: Built | undefined;
  const counts = { sites: 0, files: 0, refused: 0, same: 0, missing: 0, extra: 0, different: 0, error: 0, crash: 0 };
  if (values.site !== undefined) {
    for (const folder of values.site) {
      const found = await differs({ files: filesOf(folder), flags: {} });
      process.stdout.write(
        `${folder}: ${found ?? 'the same'}${last?.error === undefined ? '' : `\n  ruby: ${last.class} ${last.error} ${last.at}`}\n`,
      );
    }
    reference.end();
    return;
  }
  const refusals = new Map<string, number>();
  let left = Number(values.show);
  const from = Number(values.at ?? values.from);
  const to = values.at === undefined ? from + Number(values.count) : from + 1;
  for (let n = from; n < to; n++) {
    const seed = Number(values.seed) * 1_000_003 + n;
    const four = profile === 'jekyll-4';
    const site = values.each
      ? siteOfOneType(n, four)
      : values.types
        ? siteOfTypes(seed, four)
        : new SiteGenerator(seed, four).site();
    if (site === null) break;
    const found = await differs(site);
    counts.sites++;
    counts.files += Object.keys(last?.files ?? {}).length;
    if (last?.files === undefined) {
      counts.refused++;
      const why = `${`${last?.class} ${last?.error}`.replace(/\s+/g, ' ').slice(0, 70)} ${last?.at?.replace(/^.*\/gems\//, '')}`;
      refusals.set(why, (refusals.get(why) ?? 0) + 1);
    }
    if (found === null) {
      counts.same++;
      continue;
    }
    counts[kind(found) as 'missing']++;
    if (left-- <= 0) continue;
    if ('about' in site) {
      process.stdout.write(`===== site ${n}, ${site.about}: ${found}\n`);
      continue;
    }
    const small = await shrink(site, found, differs);
    process.stdout.write(`===== site ${n}: ${await differs(small)}\n${show(small)}`);
    if (values.keep === undefined) continue;
    for (const [path, text] of Object.entries(small.files)) {
      const target = join(values.keep, String(n), path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
    }
  }
  reference.end();
  for (const [why, times] of [...refusals].sort(([, a], [, b]) => b - a))
    process.stdout.write(`refused ${times}: ${why}\n`);
  process.stdout.write(`${profile} ${JSON.stringify(counts)}\n`);
  process.exitCode = counts.same === counts.sites ? 0 : 1;
}

await main();
