// One site, built by real Jekyll and by ours.

import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../../src/build/node.ts';
import type { Compat } from '../../src/config/stacks.ts';
import { BuildError } from '../../src/diagnostics/diagnostic.ts';
import { disk } from '../../src/files/disk.ts';
import type { Stat } from '../../src/files/file-system.ts';
import { MemoryFiles } from '../../src/files/memory.ts';
import { expandPath } from '../../src/files/paths.ts';
import { type Answer, type Places, SiteReference } from './site-reference.ts';
import type { GeneratedSite } from './sites-generate.ts';

/** What a build wrote, or why it wrote nothing. */
export interface Built {
  readonly files?: Readonly<Record<string, Buffer>>;
  readonly error?: string;
  readonly class?: string;
  /** Where in Ruby it was raised. */
  readonly at?: string;
}

/** The modification time of every source file, and the reference's clock. */
const CHANGED = 1_777_863_721;
const MOMENT = 1_795_435_200;
const NWO = 'owner/name';

/** Both builders of a stack. */
export class SiteBuilds {
  readonly #compat: Compat;
  readonly #reference: SiteReference;
  #folder: string | null = null;

  /** @param answers a folder that keeps what the reference answers, so that it is asked only once for each site */
  constructor(compat: Compat, answers?: string) {
    this.#compat = compat;
    this.#reference = new SiteReference(compat, answers);
  }

  /**
   * What real Jekyll makes of a site, and what we make of it.
   * @param group that of sites which a fork of the reference may build one after the other
   */
  async both(site: GeneratedSite, group?: number): Promise<{ theirs: Built; mine: Built }> {
    const { answer, places } = await this.#reference.ask(requestOf(site), group);
    // Dart Sass reads imports from the disk, where the reference leaves the site that it built last.
    const mine = await this.#ours(site, places ?? { source: this.#sheetsOf(site), gems: answer.gems! });
    return { theirs: builtOf(answer), mine };
  }

  end(): void {
    this.#reference.end();
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true });
  }

  /** A folder with only the site's stylesheets, for a site that the reference doesn't build again. */
  #sheetsOf({ files }: GeneratedSite): string {
    this.#folder ??= realpathSync(mkdtempSync(join(tmpdir(), 'sheets-')));
    for (const name of readdirSync(this.#folder)) rmSync(join(this.#folder, name), { recursive: true });
    const source = join(this.#folder, 'site');
    for (const [name, text] of Object.entries(files)) {
      if (!/\.(?:scss|sass|css)$/.test(name)) continue;
      const path = expandPath(`./${name}`, source);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
    return source;
  }

  async #ours(
    { files, flags, environment = 'production', nwo = NWO }: GeneratedSite,
    { source, gems }: Places,
  ): Promise<Built> {
    process.env.GEM_PATH = `${dirname(source)}/gems:${gems}`;
    const placed = Object.entries(files).map(([path, text]) => [expandPath(`./${path}`, source), text]);
    const memory = new FilesAndGems(gems, Object.fromEntries(placed), CHANGED * 1000);
    const destination = `${dirname(source)}/out`;
    try {
      await build({
        source,
        destination,
        compat: this.#compat,
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
    if (!own.equals(text) && !isSameMap(name, text, own))
      return `different ${name}${firstDifference(text.toString(), own.toString())}`;
  }
  const extra = Object.keys(mine.files).find((name) => !(name in theirs.files!));
  return extra === undefined ? null : `extra ${extra}`;
}

/** Source maps name stylesheets outside the site by paths of the machine; ours deliberately don't. */
function isSameMap(name: string, theirs: Buffer, mine: Buffer): boolean {
  if (!name.endsWith('.map') || !theirs.toString().startsWith('{"version":3,')) return false;
  const neutral = (text: Buffer): string => {
    const map = JSON.parse(text.toString());
    const sources = map.sources.map((path: string) =>
      /^(?:\.\.\/|theme:|load-path:|outside:)/.test(path) ? '' : path,
    );
    return JSON.stringify({ ...map, sources });
  };
  return neutral(theirs) === neutral(mine);
}

/** How two builds differ: missing, extra, different, error or crash. */
export const differenceKind = (found: string): string => found.split(/\s/, 1)[0]!;

function firstDifference(theirs: string, mine: string): string {
  let at = 0;
  while (at < theirs.length && theirs[at] === mine[at]) at++;
  const from = Math.max(0, at - 80);
  return `\n  ruby: ${JSON.stringify(theirs.slice(from, at + 160))}\n  ours: ${JSON.stringify(mine.slice(from, at + 160))}`;
}
