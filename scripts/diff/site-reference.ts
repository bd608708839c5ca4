// The process of real Jekyll that builds sites (sites.rb), and a folder with its answers.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Compat } from '../../src/config/stacks.ts';
import { referenceCommand } from './differential.ts';

/** The folder that sites are built in, and the home of the stack's gems. */
export interface Places {
  readonly source: string;
  readonly gems: string;
}

/** A line of sites.rb. */
export interface Answer {
  /** In base64. */
  readonly files?: Readonly<Record<string, string>>;
  readonly error?: string;
  readonly class?: string;
  readonly at?: string;
  /** In an answer that is kept: the home of the stack's gems. */
  readonly gems?: string;
}

export class SiteReference {
  readonly #compat: Compat;
  readonly #folder: string | undefined;
  #process: Process | null = null;

  /** @param folder for answers, so that a site is asked for only once; sites without a group are not kept */
  constructor(compat: Compat, folder?: string) {
    this.#compat = compat;
    this.#folder = folder;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
  }

  /**
   * What real Jekyll makes of a site, and where it is; null if the answer was kept.
   * @param request a JSON object
   * @param group that of sites which one fork may build
   */
  async ask(request: string, group: number | undefined): Promise<{ answer: Answer; places: Places | null }> {
    const path = group === undefined || this.#folder === undefined ? null : this.#path(request, this.#folder);
    if (path !== null && existsSync(path)) {
      return { answer: JSON.parse(gunzipSync(readFileSync(path)).toString()), places: null };
    }
    this.#process ??= new Process(this.#compat);
    const places = await this.#process.places;
    const answer = await this.#process.ask(`${request.slice(0, -1)},"group":${group ?? null}}`);
    if (path !== null) writeFileSync(path, gzipSync(JSON.stringify({ ...answer, gems: places.gems } satisfies Answer)));
    return { answer, places };
  }

  end(): void {
    this.#process?.end();
  }

  #path(request: string, folder: string): string {
    return join(folder, createHash('sha1').update(`${this.#compat}\n${request}`).digest('hex'));
  }
}

class Process {
  readonly places: Promise<Places>;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  constructor(compat: Compat) {
    const script = fileURLToPath(new URL('./sites.rb', import.meta.url));
    this.#process = spawn(referenceCommand(), ['exec', compat, 'ruby', script], {
      env: { ...process.env, GEM_PATH: undefined }, // ours has the stack's gems there
    });
    this.#process.stderr.on('data', (text) => {
      if (!/faraday-retry/.test(String(text))) process.stderr.write(text);
    });
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
    this.places = this.#answer() as Promise<Places>;
  }

  async ask(line: string): Promise<Answer> {
    this.#process.stdin.write(`${line}\n`);
    return (await this.#answer()) as Answer;
  }

  end(): void {
    this.#process.stdin.end();
  }

  async #answer(): Promise<Answer | Places> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference ended');
    return JSON.parse(value);
  }
}
