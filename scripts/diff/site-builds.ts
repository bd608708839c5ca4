// One site, built by real Jekyll and by ours.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from '../../src/build.ts';
import type { Profile } from '../../src/config/profiles.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { disk } from '../../src/files/disk.ts';
import type { Stat } from '../../src/files/file-system.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { expandPath } from '../../src/files/paths.ts';
import { referenceCommand } from './differential.ts';
import type { GeneratedSite } from './sites-generate.ts';

/** What a build wrote, or why it wrote nothing. */
export interface Built {
  readonly files?: Readonly<Record<string, Buffer>>;
  readonly error?: string;
  readonly class?: string;
  /** Where in Ruby it was raised. */
  readonly at?: string;
}

/** A line of sites.rb, and the folder that the site was built in. */
interface Answer extends Omit<Built, 'files'> {
  /** In base64. */
  readonly files?: Readonly<Record<string, string>>;
  readonly source: string;
  readonly gems?: string;
}

/** When every source file was last changed, and the reference's clock. */
const CHANGED = 1_777_863_721;
const MOMENT = 1_795_435_200;
const NWO = 'owner/name';

/** Both builders of a stack. */
export class SiteBuilds {
  readonly #profile: Profile;
  readonly #answers: Answers | null;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #source = '';
  #gems = '';

  private constructor(profile: Profile, answers: string | undefined) {
    this.#profile = profile;
    this.#answers = answers === undefined ? null : new Answers(answers, profile);
    const script = fileURLToPath(new URL('./sites.rb', import.meta.url));
    this.#process = spawn(referenceCommand(), ['exec', profile, 'ruby', script]);
    this.#process.stderr.on('data', (text) => {
      if (!/faraday-retry/.test(String(text))) process.stderr.write(text);
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /** @param answers a folder that keeps what the reference answers, so that it is asked only once for each site */
  static async start(profile: Profile, answers?: string): Promise<SiteBuilds> {
    const builds = new SiteBuilds(profile, answers);
    const { source, gems } = await builds.#answer();
    builds.#source = source;
    builds.#gems = gems!;
    return builds;
  }

  /** What real Jekyll makes of a site, and what we make of it. */
  /** @param group that of sites which a fork of the reference may build one after the other */
  async both(site: GeneratedSite, group?: number): Promise<{ theirs: Built; mine: Built }> {
    const request = requestOf(site);
    const kept = group === undefined ? undefined : this.#answers?.get(request);
    const theirs = kept ?? this.#ask(request, group);
    const mine = await this.#ours(site, kept?.source ?? this.#source);
    return { theirs: builtOf(await theirs), mine };
  }

  end(): void {
    this.#process.stdin.end();
  }

  async #answer(): Promise<Answer> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference ended');
    return JSON.parse(value);
  }

  async #ask(request: string, group: number | undefined): Promise<Answer> {
    this.#process.stdin.write(`${request.slice(0, -1)},"group":${group ?? null}}\n`);
    const answer = { ...(await this.#answer()), source: this.#source };
    if (group !== undefined) this.#answers?.set(request, answer);
    return answer;
  }

  async #ours({ files, flags, environment = 'production', nwo = NWO }: GeneratedSite, source: string): Promise<Built> {
    process.env.GEM_PATH = `${dirname(source)}/gems:${this.#gems}`;
    const placed = Object.entries(files).map(([path, text]) => [expandPath(path, source), text]);
    const memory = new FilesAndGems(this.#gems, Object.fromEntries(placed), CHANGED * 1000);
    const destination = `${dirname(source)}/out`;
    try {
      await build({
        source,
        destination,
        profile: this.#profile,
        environment,
        now: MOMENT,
        nwo,
        files: memory,
        offline: true,
        drafts: flags.show_drafts,
        future: flags.future,
        unpublished: flags.unpublished,
        limitPosts: flags.limit_posts,
      });
    } catch (error) {
      if (error instanceof BuildError) return { error: error.diagnostic.message, class: error.diagnostic.code };
      return { error: String((error as Error).stack), class: 'CRASH' };
    }
    return { files: filesIn(memory, destination) };
  }
}

function requestOf({ files, flags, environment = 'production', nwo = NWO }: GeneratedSite): string {
  const encoded = Object.entries(files).map(([path, text]) => [path, Buffer.from(text as string).toString('base64')]);
  const env = { JEKYLL_ENV: environment, PAGES_REPO_NWO: nwo };
  return JSON.stringify({ files: Object.fromEntries(encoded), flags, env });
}

function builtOf(answer: Answer): Built {
  if (answer.files === undefined) return answer as Built;
  const built = Object.entries(answer.files).map(([path, text]) => [path, Buffer.from(text, 'base64')]);
  return { files: Object.fromEntries(built) };
}

/** What the reference has answered, a file each. */
class Answers {
  readonly #folder: string;
  readonly #profile: Profile;

  constructor(folder: string, profile: Profile) {
    this.#folder = folder;
    this.#profile = profile;
    mkdirSync(folder, { recursive: true });
  }

  #path(request: string): string {
    return join(this.#folder, createHash('sha1').update(`${this.#profile}\n${request}`).digest('hex'));
  }

  get(request: string): Answer | null {
    const path = this.#path(request);
    return existsSync(path) ? JSON.parse(gunzipSync(readFileSync(path)).toString()) : null;
  }

  set(request: string, answer: Answer): void {
    writeFileSync(this.#path(request), gzipSync(JSON.stringify(answer)));
  }
}

/** A site in memory, and the stack's gems, which are on the disk. */
class FilesAndGems extends MemoryFiles {
  readonly #gems: string;

  constructor(gems: string, files: Readonly<Record<string, string | Uint8Array>>, now: number) {
    super(files, now);
    this.#gems = gems;
  }

  #isGem(path: string): boolean {
    return path.startsWith(`${this.#gems}/`);
  }
  override list(folder: string): string[] {
    return this.#isGem(folder) ? disk.list(folder) : super.list(folder);
  }
  override stat(path: string): Stat | null {
    return this.#isGem(path) ? disk.stat(path) : super.stat(path);
  }
  override isLink(path: string): boolean {
    return this.#isGem(path) ? disk.isLink(path) : super.isLink(path);
  }
  override realPath(path: string): string {
    return this.#isGem(path) ? disk.realPath(path) : super.realPath(path);
  }
  override read(path: string): Uint8Array {
    return this.#isGem(path) ? disk.read(path) : super.read(path);
  }
  override head(path: string, length: number): Uint8Array {
    return this.#isGem(path) ? disk.head(path, length) : super.head(path, length);
  }
}

function filesIn(memory: MemoryFiles, top: string): Record<string, Buffer> {
  const built: Record<string, Buffer> = {};
  const walk = (folder: string): void => {
    for (const name of memory.list(folder)) {
      const path = `${folder}/${name}`;
      if (memory.stat(path)?.kind === 'directory') walk(path);
      else built[path.slice(top.length + 1)] = Buffer.from(memory.read(path));
    }
  };
  walk(top);
  return built;
}

/** What differs, e.g. 'missing a.html'; null if nothing does. The first word is its kind. */
export function difference(theirs: Built, mine: Built): string | null {
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

/** How two builds differ: missing, extra, different, error or crash. */
export const differenceKind = (found: string): string => found.split(/\s/, 1)[0]!;

function firstDifference(theirs: string, mine: string): string {
  let at = 0;
  while (at < theirs.length && theirs[at] === mine[at]) at++;
  const from = Math.max(0, at - 80);
  return `\n  ruby: ${JSON.stringify(theirs.slice(from, at + 160))}\n  ours: ${JSON.stringify(mine.slice(from, at + 160))}`;
}
