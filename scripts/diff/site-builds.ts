// One site, built by real Jekyll and by ours.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
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

/** When every source file was last changed, and the reference's clock. */
const CHANGED = 1_777_863_721;
const MOMENT = 1_795_435_200;
const NWO = 'owner/name';

/** Both builders of a stack. */
export class SiteBuilds {
  readonly #profile: Profile;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #source = '';
  #gems = '';

  private constructor(profile: Profile) {
    this.#profile = profile;
    const script = fileURLToPath(new URL('./sites.rb', import.meta.url));
    this.#process = spawn(referenceCommand(), ['exec', profile, 'ruby', script]);
    this.#process.stderr.on('data', (text) => {
      if (!/faraday-retry/.test(String(text))) process.stderr.write(text);
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  static async start(profile: Profile): Promise<SiteBuilds> {
    const builds = new SiteBuilds(profile);
    const { source, gems } = await builds.#answer();
    builds.#source = source!;
    builds.#gems = gems!;
    process.env.GEM_PATH = `${dirname(source!)}/gems:${gems}`;
    return builds;
  }

  /** What real Jekyll makes of a site, and what we make of it. */
  async both(site: GeneratedSite): Promise<{ theirs: Built; mine: Built }> {
    const theirs = this.#theirs(site);
    const mine = await this.#ours(site);
    return { theirs: await theirs, mine };
  }

  end(): void {
    this.#process.stdin.end();
  }

  async #answer(): Promise<Record<string, string>> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference ended');
    return JSON.parse(value);
  }

  async #theirs({ files, flags, environment = 'production', nwo = NWO }: GeneratedSite): Promise<Built> {
    const encoded = Object.entries(files).map(([path, text]) => [path, Buffer.from(text as string).toString('base64')]);
    const env = { JEKYLL_ENV: environment, PAGES_REPO_NWO: nwo };
    this.#process.stdin.write(`${JSON.stringify({ files: Object.fromEntries(encoded), flags, env })}\n`);
    const answer = await this.#answer();
    if (answer.files === undefined) return answer;
    const built = Object.entries(answer.files).map(([path, text]) => [path, Buffer.from(text, 'base64')]);
    return { files: Object.fromEntries(built) };
  }

  async #ours({ files, flags, environment = 'production', nwo = NWO }: GeneratedSite): Promise<Built> {
    const source = this.#source;
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
