/** Rouge itself, in one long-lived process, which the environment variable REFERENCE says how to start. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What highlight.rb answers. */
export interface Answer {
  readonly html?: string | null;
  readonly error?: string;
  readonly samples?: string[];
  readonly tag?: string | null;
  readonly names?: string[];
  readonly globs?: string[];
  readonly seconds?: number;
}

/** The stacks by the version of Rouge that they hold. */
export const STACK_NAMES = { '3.30.0': 'github-pages', '4.7.0': 'jekyll-4' } as const;

export class Reference {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #started = false;

  constructor(rouge: keyof typeof STACK_NAMES) {
    const reference = process.env.REFERENCE;
    if (!reference) throw new Error('set REFERENCE to the command that runs the reference');
    const script = fileURLToPath(new URL('./highlight.rb', import.meta.url));
    this.#process = spawn(reference, ['exec', STACK_NAMES[rouge], 'ruby', script]);
    this.#process.stderr.pipe(process.stderr);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async #line(): Promise<Answer> {
    const { value, done } = await this.#lines.next();
    if (done) throw new Error('the reference ended');
    return JSON.parse(value);
  }

  async ask(question: object): Promise<Answer> {
    if (!this.#started) await this.#line();
    this.#started = true;
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    return this.#line();
  }

  end(): void {
    this.#process.stdin.end();
  }
}
